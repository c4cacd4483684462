import Testing

@testable import Statistics

@Suite struct BackTestTests {
    /// What was said from an origin stays the same whatever came after it.
    @Test(arguments: SimulatedDemand.allCases, 1...3) func nothingLeaksFromThePeriodsAfterAnOrigin(
        kind: SimulatedDemand, seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let series = kind.draw(44, &random)
        // The same values from period 30 on in another order: the patterns of both series are alike.
        let changed = Array(series[..<30] + series[30...].reversed())
        let (one, other) = (try backTest(series), try backTest(changed))
        let shared = one.origins.filter { $0 < 30 }
        #expect(shared.last == 29 && one.origins == other.origins)
        for place in shared.indices {
            #expect(one.combined[place] == other.combined[place], "origin \(one.origins[place])")
            #expect(one.sample(after: one.origins[place]) == other.sample(after: one.origins[place]))
        }
        #expect(one.combined != other.combined)
    }

    /// By hand: a mean of 2 over the steps and of 6 over the windows, of which every fourth lies beside the one before.
    @Test(arguments: [(windows: 4, mean: 4.0), (20, 4), (60, 5), (180, 5.6)])
    func whatIsAskedForCountsMoreTheMoreOftenItWasSeen(windows: Int, mean: Double) throws {
        let (count, one) = (Double(windows), RateLanes.Lanes(repeating: 1))
        let errors = LaneErrors(
            step: 14 * one, window: 6 * count * one, steps: 7, windows: count, apart: count / 4)
        #expect(isClose(try #require(errors.mean)[3], mean))
    }

    /// Of a level that stands still the mean of all values says it best, the surer the more there are.
    @Test func evidenceGrowsWithTheSeries() {
        var random = SplitMix64(seed: 5)
        let series = MaskedSeries((0..<1_600).map { _ in Double(random.poisson(9)) })
        var lanes = RateLanes(discounting: series, tables: SeasonalTables(series, length: 1))
        lanes.score(on: series, reach: 4)
        let (half, whole) = (Blend([lanes], after: 799).weights[0], Blend([lanes], after: 1_599).weights[0])
        #expect(whole[0] > half[0] && whole[0] > 0.9, "\(half), \(whole)")
    }

    /// However long nothing is known, nothing is forgotten by it.
    @Test(arguments: [1, 17, 100, 1_000]) func unknownPeriodsMakeNothingOlder(unknown: Int) {
        let known: [Double?] = (0..<60).map { Double($0 % 12 + ($0 < 40 ? 0 : 30)) }
        let gap = [Double?](repeating: nil, count: unknown)
        for values in [known + gap, known[..<48] + gap + known[48...]] {
            let series = MaskedSeries(values)
            let lanes = RateLanes(discounting: series, tables: SeasonalTables(series, length: 1))
            let plain = RateLanes(discounting: MaskedSeries(known), tables: lanes.tables)
            #expect(lanes.rates.last == plain.rates.last)
        }
    }

    /// What is said of three windows, the middle one of which is not known at all, rests on the other two.
    @Test func windowsOfWhichNothingIsKnownSayNothing() {
        let known = MaskedSeries([3, 5, 4, 4])
        let holes = MaskedSeries([3, 5, nil, nil, nil, nil, 4, 4])
        var (plain, gap) = (
            RateLanes(discounting: known, tables: SeasonalTables(known, length: 1)),
            RateLanes(discounting: holes, tables: SeasonalTables(holes, length: 1))
        )
        plain.score(on: known, reach: 1)
        gap.score(on: holes, reach: 1)
        #expect(plain.errors[3].step == gap.errors[7].step && gap.errors[7].steps == 2)
    }

    private func backTest(_ values: [Double]) throws -> BackTest {
        let pattern = try #require(DemandPattern(values))
        return BackTest(MaskedSeries(values), pattern: pattern, seasonLength: 1, horizon: 4)
    }

    /// By hand: (0.75² · 8 + 0.75 · 4 + 2) / (0.75² + 0.75 + 1), the lane whose newest value weighs a quarter.
    @Test func lanesForgetAtTheirSpeeds() {
        let series = MaskedSeries([8, 4, nil, 2])
        let lanes = RateLanes(discounting: series, tables: SeasonalTables(series, length: 1))
        #expect(RateLanes.discounts[5] == 0.25)
        #expect(isClose(lanes.rates[1][5], (0.75 * 8 + 4) / 1.75))
        #expect((0..<8).allSatisfy { isClose(lanes.rates[2][$0], lanes.rates[1][$0]) })
        #expect(isClose(lanes.rates[3][5], (0.5625 * 8 + 0.75 * 4 + 2) / (0.5625 + 0.75 + 1)))
        #expect(isClose(lanes.rates[3][0], 14.0 / 3))
    }

    /// A lane says after every period what the method of its name says of the series up to it: one pass for all origins, and
    /// eight side by side, is why they are written once more.
    @Test(arguments: 0...20 as ClosedRange<UInt64>)
    func lanesForSeldomDemandAreTheMethodsThemselves(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let series = seed == 0 ? goldenDemand : (0..<60).map { _ in Double(random.poisson(0.1 * Double(seed))) }
        let lanes = RateLanes(intermittent: MaskedSeries(series)).rates
        let methods: [any SeriesMethod] = [Croston(), Croston(correctsBias: true), TeunterSyntetosBabai()]
        for (lane, method) in zip(RateLanes.named, methods) {
            for period in series.indices {
                let said = try #require(method.forecast(Array(series[...period]), horizon: 1)).mean[0]
                #expect(isClose(lanes[period][lane], said, absolute: 1e-12), "\(method.name) after \(period)")
            }
        }
        let smoothed = series.dropFirst().reduce(series[0]) { 0.9 * $0 + 0.1 * $1 }
        #expect(isClose(lanes[series.count - 1][6], smoothed, absolute: 1e-12))
    }

    /// Periods 10, 30 without noise keep their full factors; noise without a season has none.
    @Test func seasonalFactorsAreDrawnTowardsOneByNoise() {
        let plain = SeasonalTables(MaskedSeries((0..<8).map { $0 % 2 == 0 ? 10 : 30 }), length: 2)
        #expect(isClose(plain.factor(of: 8, after: 7), 0.5) && isClose(plain.factor(of: 9, after: 7), 1.5))
        #expect(plain.factor(of: 4, after: 1) == 1)
        var random = SplitMix64(seed: 4)
        let noisy = (0..<200).map { Double(random.poisson($0 % 2 == 0 ? 9 : 11)) }
        let factor = SeasonalTables(MaskedSeries(noisy), length: 2).factor(of: 201, after: 199)
        let seen = zip(noisy, 0...).reduce(0) { $0 + ($1.1 % 2 == 1 ? 2 * $1.0 : 0) } / noisy.reduce(0, +)
        #expect(factor > 1 && factor < seen, "\(factor), \(seen)")
        #expect(!SeasonalTables(MaskedSeries(Array(repeating: 4, count: 40)), length: 4).isSeasonal)
    }
}
