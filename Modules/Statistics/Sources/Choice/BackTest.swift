/// Forecasts of the cheap methods from many origins of a series, none of which saw what came after.
struct BackTest {
    /// Origins are every period, or where those are more than this, as many evenly spaced ones.
    static let mostOrigins = 24
    /// The share of a sample that is spread evenly over all that was seen.
    static let wholePast = 0.3

    let series: MaskedSeries
    /// The lanes of the level, those with a season where it has one, and last those for seldom demand.
    let groups: [RateLanes]
    private let isSeldom: Bool
    private let seasonLength: Int
    /// The last period seen by each forecast, rising.
    let origins: [Int]
    /// Periods forecast from each.
    let reach: Int
    /// What the combination said from each origin.
    let combined: [[Double]]

    init(_ series: MaskedSeries, pattern: DemandPattern, seasonLength: Int, horizon: Int) {
        // By length alone: series that end together have their origins in common, whatever is unknown of each (CommonRecord).
        let start = max(2, series.count / 4) - 1
        // A horizon longer than half of what can be tested would leave a single origin.
        let reach = max(1, min(horizon, (series.count - 1 - start) / 2))
        var groups = [RateLanes(discounting: series, tables: SeasonalTables(series, length: 1))]
        if seasonLength > 1, series.count >= 2 * seasonLength {
            let tables = SeasonalTables(series, length: seasonLength)
            if tables.isSeasonal { groups.append(RateLanes(discounting: series, tables: tables)) }
        }
        isSeldom = pattern.interval >= DemandPattern.intervalLimit
        if isSeldom { groups.append(RateLanes(intermittent: series)) }
        for group in groups.indices { groups[group].score(on: series, reach: reach) }

        // The first origin has a forecast or more behind it to weigh the lanes by, and its season if there is one.
        let last = series.count - 1 - reach
        let isSeasonal = groups.contains { $0.tables.isSeasonal }
        let learnt = isSeasonal && last >= 2 * seasonLength + 3 ? 2 * seasonLength : 0
        let first = min(max(start + reach, learnt), last)
        let spacing = max(1, (last - first + Self.mostOrigins) / Self.mostOrigins)
        origins = last >= first && first >= 0 ? stride(from: last, through: first, by: -spacing).reversed() : []
        combined = origins.map { Blend(groups, after: $0).forecast(groups, after: $0, horizon: reach) }
        (self.series, self.groups, self.reach, self.seasonLength) = (series, groups, reach, seasonLength)
    }

    /// What the combination says of the periods after the end.
    func combination(horizon: Int) -> [Double] {
        let last = series.count - 1
        let mean = Blend(groups, after: last).forecast(groups, after: last, horizon: horizon)
        // Returns may outweigh sales; what once sold is still expected to sell a little.
        return mean.contains { $0 > 0 } ? mean : mean.map { _ in series.unit / Double(series.known + 1) }
    }

    /// What the mean of about the last ten periods says after one.
    func usualRate(after period: Int) -> Double { groups[0].rates[period][RateLanes.meanOfTen] }

    /// What each missed from some of the origins: the combination, the seasonal naive forecast, then the others.
    func records(at places: some Sequence<Int>) -> [CandidateRecord] {
        var combination = CandidateRecord("combination")
        var seasonal = CandidateRecord("seasonal naive")
        var mean = CandidateRecord("mean")
        var others = isSeldom ? [CandidateRecord("croston"), CandidateRecord("sba"), CandidateRecord("tsb")] : []
        for place in places {
            let origin = origins[place]
            combination.add(combined[place], series, after: origin)
            seasonal.add(seasonalNaive(after: origin), series, after: origin)
            mean.add(flat(groups[0].rates[origin][0]), series, after: origin)
            for (other, lane) in zip(others.indices, RateLanes.named) {
                others[other].add(flat(groups[groups.count - 1].rates[origin][lane]), series, after: origin)
            }
        }
        return [combination, seasonal, mean] + others
    }

    private func flat(_ rate: Double) -> [Double] { Array(repeating: rate, count: reach) }

    /// What the same phase of the last season brought that is known; without a whole season, what the last period did.
    private func seasonalNaive(after origin: Int) -> [Double] {
        let length = origin + 1 >= seasonLength ? seasonLength : 1
        return (1...reach).map { step in
            var period = origin + step - (step + length - 1) / length * length
            while period >= length, series.exposure[period] == 0 { period -= length }
            return series.values[period]
        }
    }

    /// The shape of the quantiles with the least loss, and how far demand scattered about the combination.
    ///
    /// From each origin both know only the errors of forecasts whose periods were over by then.
    ///
    /// - Parameter usualError: the relative error of the level of like series, where known.
    func quantiles(
        levels: [Double], usual: QuantileShape, usualError: Double?
    ) -> (shape: QuantileShape, spread: DemandSpread) {
        var record = prior(usualError: usualError)
        var shapes = ShapeRecord(levels: levels)
        var next = 0
        for (place, origin) in origins.enumerated() {
            while origins[next] + reach <= origin {
                add(next, to: &record)
                next += 1
            }
            let known = PeriodQuantiles(
                spread: record.spread, isCount: series.isCount, sample: sample(after: origin))
            let forecast = combined[place]
            if forecast.allSatisfy({ $0 == forecast[0] }) {
                let actual = series.pairs(forecast, from: origin + 1).actual
                if !actual.isEmpty { shapes.add(known, mean: forecast[0], actual: actual) }
            } else {
                // With a season every period has quantiles of its own; the first, middle and last stand for all.
                for step in Set([0, reach / 2, reach - 1]).sorted() where series.exposure[origin + 1 + step] > 0 {
                    shapes.add(known, mean: forecast[step], actual: [series.values[origin + 1 + step]])
                }
            }
        }
        while next < origins.count {
            add(next, to: &record)
            next += 1
        }
        let units = Blend(groups, after: series.count - 1).units(in: groups, of: series)
        return (shapes.best(usual: usual), record.spread.noSurer(thanFrom: units))
    }

    /// How far the level was off from all origins, as a part of it.
    var relativeError: Double {
        var record = prior(usualError: nil)
        for place in origins.indices { add(place, to: &record) }
        return record.spread.relativeError
    }

    private func add(_ place: Int, to record: inout SpreadRecord) {
        let (forecast, actual) = series.pairs(combined[place], from: origins[place] + 1)
        guard !actual.isEmpty else { return }
        let spacing = origins.count > 1 ? origins[1] - origins[0] : reach
        record.add(forecast, actual, share: min(1, Double(spacing) / Double(reach)))
    }

    /// What is believed of the spread before a forecast is seen: the variance of what came before the first.
    private func prior(usualError: Double?) -> SpreadRecord {
        let first = origins.first ?? series.count - 1
        // Where nothing sold yet, half a unit stands for what could have.
        let mean = max(groups[0].rates[first][0], 0.5 * series.unit / Double(first + 1))
        let (squares, known) = (0...first).reduce((0.0, 0.0)) { sums, period in
            let error = series.exposure[period] * (series.values[period] - mean)
            return (sums.0 + error * error, sums.1 + series.exposure[period])
        }
        let dispersion = max(series.isCount ? 1 : 0, squares / max(1, known - 1) / mean)
        return SpreadRecord(
            dispersion: dispersion, relativeError: 0.2, mean: mean, periods: Double(2 * reach), horizon: reach,
            usualError: usualError)
    }

    /// What was seen up to an origin, each period with the weight that the combination's means give it.
    func sample(after origin: Int) -> WeightedSample? {
        var belief = Blend(groups, after: origin).means(of: groups)
        guard belief.sum() > 0 else { return nil }
        // Lanes that forget fast leave too few periods to see a tail in; the shape of demand changes less than its level.
        belief *= (1 - Self.wholePast) / belief.sum()
        belief[0] += Self.wholePast
        let known = (0...origin).filter { series.exposure[$0] > 0 }
        guard !known.isEmpty else { return nil }
        // A lane's weights add up to its own: Σ (1 − a)ᵏ over the periods that are known.
        var totals = RateLanes.Lanes.zero
        for _ in known { totals = RateLanes.memory * totals + 1 }
        var newest = belief / totals
        var values: [Double] = []
        var shares: [Double] = []
        values.reserveCapacity(known.count)
        shares.reserveCapacity(known.count)
        for period in known.reversed() {
            // More returned than sold is no demand below nothing.
            values.append(max(0, series.values[period]))
            shares.append(newest.sum())
            newest *= RateLanes.memory
        }
        return WeightedSample(values, weights: shares)
    }
}
