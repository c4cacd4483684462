import Statistics
import Testing

@Suite struct AutomaticForecastTests {
    static let kinds = SimulatedDemand.allCases
    let engine = AutomaticForecast(seasonLength: 13, horizon: 8)

    @Test(arguments: kinds, 1...8) func forecastsAreWholeAndInOrder(kind: SimulatedDemand, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let outlook = try #require(engine.forecast(kind.draw(10 + Int(random.uniform() * 90), &random) + [1]))
        #expect(outlook.mean.count == 8 && outlook.quantiles.count == 4 && outlook.cumulativeQuantiles.count == 4)
        #expect(outlook.mean.allSatisfy { $0 > 0 && $0.isFinite })
        for rows in [outlook.quantiles, outlook.cumulativeQuantiles] {
            #expect(rows.allSatisfy { $0.count == 8 && $0.allSatisfy { $0 >= 0 && $0.isFinite } })
            for (lower, upper) in zip(rows, rows.dropFirst()) { #expect(zip(lower, upper).allSatisfy { $0 <= $1 }) }
        }
        for row in outlook.cumulativeQuantiles { #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 }) }
    }

    /// Amounts have any unit: in another the same is expected of them, however short their past.
    @Test(arguments: [8, 40]) func forecastsOfAmountsScaleWithTheirUnit(known: Int) throws {
        var random = SplitMix64(seed: 18)
        let series = (0..<known).map { _ in 3 + 0.3 * random.normal() }
        let large = try #require(engine.forecast(series))
        let small = try #require(engine.forecast(series.map { $0 / 128 }))
        #expect(zip(small.mean, large.mean).allSatisfy { isClose($0, $1 / 128) })
        for rows in [\DemandOutlook.quantiles, \.cumulativeQuantiles] {
            for (small, large) in zip(small[keyPath: rows], large[keyPath: rows]) {
                #expect(zip(small, large).allSatisfy { isClose($0, $1 / 128, relative: 1e-6) }, "\(small), \(large)")
            }
        }
    }

    /// What comes after an origin cannot change what was said from it.
    @Test(arguments: kinds) func theSameSeriesGivesTheSameForecast(kind: SimulatedDemand) throws {
        var random = SplitMix64(seed: 3)
        let series = kind.draw(60, &random)
        let (one, other) = (try #require(engine.forecast(series)), try #require(engine.forecast(series)))
        #expect(one.mean == other.mean && one.quantiles == other.quantiles && one.scores == other.scores)
        #expect(one.cumulativeQuantiles == other.cumulativeQuantiles && one.method == other.method)
    }

    /// Single periods and sums of four lie within their quantiles as often as the levels say. Counts jump over their
    /// quantiles, so the share at or below a count is drawn at random within its jump.
    @Test(arguments: kinds) func quantilesHoldWhatTheyPromise(kind: SimulatedDemand) throws {
        var random = SplitMix64(seed: 17)
        let engine = AutomaticForecast(seasonLength: 13, horizon: 4, levels: [0.9])
        let rounds = 120
        // A season takes a few of its kind to be learnt.
        let seen = kind == .seasonal ? 104 : 52
        var (periods, windows, below) = ([Double](), [Double](), 0)
        for _ in 0..<rounds {
            let series = kind.draw(seen + 4, &random)
            let outlook = try #require(engine.forecast(series.dropLast(4)))
            func share(_ window: Range<Int>) -> Double {
                let demand = outlook.demand(over: window)
                let actual = series[(seen + window.lowerBound)..<(seen + window.upperBound)].reduce(0, +)
                let less = demand.cdf(actual - 1e-6)
                return less + random.uniform() * (demand.cdf(actual) - less)
            }
            periods += (0..<4).map { share($0..<$0 + 1) }
            windows.append(share(0..<4))
            below += series.suffix(4).reduce(0, +) <= outlook.cumulativeQuantiles[0][3] ? 1 : 0
        }
        let inside = periods.count { (0.1...0.9).contains($0) }
        #expect((0.75...0.85).contains(Double(inside) / Double(4 * rounds)), "\(inside) of \(4 * rounds)")
        let insideWindows = windows.count { (0.1...0.9).contains($0) }
        #expect((0.7...0.9).contains(Double(insideWindows) / Double(rounds)), "\(insideWindows) of \(rounds)")
        #expect(Double(below) / Double(rounds) >= 0.85, "\(below) of \(rounds)")
    }

    @Test(arguments: kinds, [1, 30, 100]) func unknownPeriodsBeforeTheFirstKnownOneChangeNothing(
        kind: SimulatedDemand, unknown: Int
    ) throws {
        var random = SplitMix64(seed: 4)
        let series = kind.draw(40, &random)
        let plain = try #require(engine.forecast(series))
        let later = try #require(engine.forecast([Double?](repeating: nil, count: unknown) + series))
        #expect(plain.mean == later.mean && plain.quantiles == later.quantiles)
        #expect(plain.spread == later.spread && plain.scores == later.scores)
    }

    @Test func aSeasonIsFoundAndGoesOn() throws {
        var random = SplitMix64(seed: 5)
        let series = SimulatedDemand.seasonal.draw(91, &random)
        let outlook = try #require(AutomaticForecast(seasonLength: 13, horizon: 13).forecast(series))
        // Sine: the fourth period of the season is the highest, the tenth the lowest.
        #expect(outlook.mean[3] > 1.8 * outlook.mean[9], "\(outlook.mean)")
        let level = try #require(AutomaticForecast(horizon: 13).forecast(series))
        #expect(Set(level.mean).count == 1)
    }

    @Test func aLevelShiftIsFollowed() throws {
        var random = SplitMix64(seed: 6)
        let series = (0..<60).map { Double(random.poisson($0 < 40 ? 5 : 25)) }
        let outlook = try #require(engine.forecast(series))
        #expect((20...28).contains(outlook.mean[0]), "\(outlook.mean[0])")
    }

    /// Unknown periods are neither zeros nor scored: a series with holes is forecast at its own level.
    @Test(arguments: 1...5) func unknownPeriodsAreNotZero(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let series: [Double?] = (0..<80).map { $0 % 3 == 1 ? nil : Double(random.poisson(9)) }
        let outlook = try #require(engine.forecast(series))
        #expect((7...11).contains(outlook.mean[0]), "\(outlook.mean[0])")
        #expect(outlook.pattern?.kind == .smooth)
        let padded = try #require(engine.forecast([nil, nil] + series))
        #expect(padded.mean == outlook.mean && padded.quantiles == outlook.quantiles)
    }

    /// A listing that is blocked for long sells no less when it is back, and nobody is the surer of it.
    @Test(arguments: kinds, [1, 17, 100, 1_000]) func unknownPeriodsAfterTheLastKnownOneAreSteppedOver(
        kind: SimulatedDemand, unknown: Int
    ) throws {
        var random = SplitMix64(seed: 12)
        let series = kind.draw(80, &random)
        let plain = try #require(AutomaticForecast(seasonLength: 13, horizon: 8).forecast(series))
        let later = try #require(engine.forecast(series + [Double?](repeating: nil, count: unknown)))
        // The season goes on meanwhile, and after a whole one all is as it was.
        for step in 0..<8 where (step + unknown) % 13 < 8 {
            #expect(later.mean[step] == plain.mean[(step + unknown) % 13])
        }
        #expect(later.spread == plain.spread && later.method == plain.method && later.scores == plain.scores)
    }

    /// A level that doubled: what is known after a gap counts as it does without one.
    @Test(arguments: [1, 17, 100, 1_000]) func unknownPeriodsInsideForgetNothing(unknown: Int) throws {
        var random = SplitMix64(seed: 13)
        let series: [Double?] = (0..<80).map { Double(random.poisson($0 < 60 ? 10 : 40)) }
        let gap = [Double?](repeating: nil, count: unknown)
        let engine = AutomaticForecast(seasonLength: 52, horizon: 8)
        let plain = try #require(engine.forecast(series))
        let holed = try #require(engine.forecast(series[..<70] + gap + series[70...]))
        #expect(isClose(holed.mean[0], plain.mean[0], relative: 0.03), "\(holed.mean[0]), \(plain.mean[0])")
    }

    /// Before, 45 unknown days made a walk that ended at 28 worth 0.2.
    @Test(arguments: [45, 600, 5_000]) func aWalkEndsWhereItWas(unknown: Int) throws {
        var (level, random) = (100.0, SplitMix64(seed: 14))
        let walk = (0..<200).map { _ in
            level = max(20, level + 3 * random.normal())
            return level
        }
        let outlook = try #require(
            AutomaticForecast(seasonLength: 7, horizon: 5).forecast(walk + [Double?](repeating: nil, count: unknown)))
        #expect(isClose(outlook.mean[0], walk[199], relative: 0.2), "\(outlook.mean[0]), \(walk[199])")
    }

    /// A trend goes on through what is not known of it, but no longer than it was seen.
    @Test func aTrendGoesOnThroughAGap() throws {
        let engine = AutomaticForecast(horizon: 2, methods: [Drift()])
        let line: [Double?] = (0..<60).map { Double(20 + 3 * $0) }
        let outlook = try #require(engine.forecast(line + [nil, nil]))
        #expect(outlook.method == "drift" && zip(outlook.mean, [206, 209]).allSatisfy { isClose($0, $1) })
        #expect(engine.forecast(line + [Double?](repeating: nil, count: 60))?.method == "combination")
    }

    /// Ten of 50 are as sure whether or not ten unknown ones follow them.
    @Test func ignoranceMakesNothingSurer() throws {
        let engine = AutomaticForecast(horizon: 3, methods: [Combination.etsAndTheta()])
        let steady: [Double?] = Array(repeating: 50, count: 10)
        let plain = try #require(engine.forecast(steady))
        let gap = try #require(engine.forecast(steady + [Double?](repeating: nil, count: 9)))
        #expect(gap.quantiles[0][0] <= plain.quantiles[0][0] && gap.quantiles[2][0] >= plain.quantiles[2][0])
        #expect(plain.quantiles[0][0] < 45)
    }

    @Test func whatOnceSoldIsNeverForecastAtZero() throws {
        for series in [[5.0] + Array(repeating: 0, count: 99), [0, 0, 1], [1], [-3, 1, 0, 0]] {
            let outlook = try #require(engine.forecast(series))
            #expect(outlook.mean.allSatisfy { $0 > 0 }, "\(series.count): \(outlook.mean)")
        }
    }

    @Test func withoutSalesThereIsNothingAndWithoutDaysNoForecast() throws {
        let outlook = try #require(engine.forecast([0, nil, 0]))
        #expect(
            outlook.mean == Array(repeating: 0, count: 8) && outlook.pattern == nil && outlook.method == "nothing sold")
        #expect(outlook.demand(over: 0..<4).quantile(0.99) == 0)
        #expect(engine.forecast([]) == nil && engine.forecast([nil, nil]) == nil)
    }

    @Test func aSteadySeriesIsForecastAsItIs() throws {
        let outlook = try #require(engine.forecast(Array(repeating: 7, count: 30)))
        #expect(outlook.mean.allSatisfy { isClose($0, 7) })
        #expect(outlook.scores.isEmpty && outlook.valueAdded == nil)
    }

    /// A straight line, which no mean follows: the method that does is taken.
    @Test func aDearerMethodIsTakenWhereItIsClearlyBetter() throws {
        let series = (0..<60).map { Double(20 + 3 * $0) }
        let engine = AutomaticForecast(horizon: 4, methods: [Drift()])
        let outlook = try #require(engine.forecast(series))
        #expect(outlook.method == "drift")
        #expect(zip(outlook.mean, [200, 203, 206, 209]).allSatisfy { isClose($0, $1) })
        let added = try #require(outlook.valueAdded)
        #expect(added > 0.9)
        var random = SplitMix64(seed: 8)
        let noise = SimulatedDemand.often.draw(60, &random)
        #expect(engine.forecast(noise)?.method == "combination")
    }

    /// Eight periods are too few for a choice, and what rises without a gap has a trend.
    @Test func shortSteadySeriesAreLeftToTheMethodGiven() throws {
        let engine = AutomaticForecast(horizon: 4, methods: [Combination.etsAndTheta()])
        let outlook = try #require(engine.forecast((0..<9).map { 100 + 10 * Double($0) }))
        #expect(outlook.method == "ets + theta")
        #expect(outlook.mean[3] > 200 && outlook.mean[3] < 230)
        let seldom = try #require(engine.forecast([0, 0, 3, 0, 0, 4, 0, 0, 3]))
        #expect(seldom.method == "combination")
    }

    /// The quantiles of a method that knows how far it may be off are its own.
    @Test(arguments: [1, 3, 4, 6]) func aMethodsOwnDeviationsMakeTheQuantiles(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var level = 1_000.0
        let series = (0..<60).map { _ in
            level += 20 * random.normal()
            return level
        }
        let outlook = try #require(
            AutomaticForecast(horizon: 6, levels: [0.1, 0.9], methods: [Combination.etsAndTheta()]).forecast(series))
        let widths = (0..<6).map { outlook.quantiles[1][$0] - outlook.quantiles[0][$0] }
        #expect(outlook.method == "ets + theta")
        // A walk of steps of 20 is 20 off after one of them and 49 after six; 2.56 deviations lie between the quantiles.
        #expect(widths[0] > 30 && widths[0] < 110 && widths[5] > 60 && widths[5] < 220)
    }

    @Test func scoresNameWhatWasTriedAndItsBias() throws {
        var random = SplitMix64(seed: 9)
        let outlook = try #require(engine.forecast(SimulatedDemand.seldom.draw(80, &random)))
        #expect(outlook.scores.map(\.method) == ["combination", "seasonal naive", "mean", "croston", "sba", "tsb"])
        #expect(outlook.scores.allSatisfy { $0.scaledError > 0 && $0.bias.isFinite })
        let (own, naive) = (outlook.scores[0], outlook.scores[1])
        #expect(isClose(try #require(outlook.valueAdded), 1 - own.scaledError / naive.scaledError))
    }

    @Test func demandBeyondTheHorizonGoesOnAsItsLastSeason() throws {
        let engine = AutomaticForecast(seasonLength: 2, horizon: 4)
        let outlook = try #require(engine.forecast((0..<40).map { $0 % 2 == 0 ? 10 : 30 }))
        #expect(isClose(outlook.demand(over: 4..<6).mean, outlook.mean[2] + outlook.mean[3]))
        #expect(isClose(outlook.demand(over: 0..<12).mean, 6 * (outlook.mean[0] + outlook.mean[1])))
        #expect(outlook.demand(over: 3..<3).mean == 0)
    }
}

/// The line through the first and the last value.
private struct Drift: SeriesMethod {
    var name: String { "drift" }

    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard let first = values.first, let last = values.last, values.count > 1 else { return nil }
        let slope = (last - first) / Double(values.count - 1)
        return SeriesForecast(mean: (1...horizon).map { last + slope * Double($0) }, errors: [], method: name)
    }
}
