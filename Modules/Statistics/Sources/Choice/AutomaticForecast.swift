/// Forecasts a series of demand with whatever forecast it best in the past, and says how sure that is.
///
/// - A combination of means that forget at eight speeds, with and without a season, and for demand that is seldom the methods
///   of Croston, of Syntetos and Boylan and of Teunter, Syntetos and Babai, each weighed by what it missed so far (``Blend``).
/// - Where demand is not seldom and its series long, dearer methods that are given, each alone and half and half with the
///   combination, if the squared error of the past was less by a clear margin. For what sells in every period in even
///   amounts the first of them, unless the combination was better by that margin.
/// - Quantiles from a negative binomial distribution, from what was seen, or half way, whichever lost least in the past.
///
/// Every forecast of the back-test comes from the periods before it alone. The same series gives the same result; nothing is
/// kept from one series to the next, and series can be forecast side by side.
public struct AutomaticForecast: Sendable {
    /// Periods a series must have before dearer methods are tried, and two seasons: on shorter ones the best is so by chance.
    static let fewestPeriods = 24

    /// Periods after which the season begins again; 1 for none.
    public let seasonLength: Int
    /// Coming periods to forecast.
    public let horizon: Int
    /// Levels of the quantiles, each between 0 and 1.
    public let levels: [Double]
    /// Dearer methods for what sells often, such as exponential smoothing models or Theta.
    public let methods: [any SeriesMethod]

    /// - Parameters:
    ///   - seasonLength: 1 or more: 7 for days, 52 for weeks, 12 for months.
    ///   - horizon: 1 or more.
    ///   - levels: Each above 0 and below 1.
    ///   - methods: Tried where demand is not seldom, on series of two seasons and 24 periods or more, all of them known from
    ///     the first to the last that is, and more of them than are unknown after it.
    public init(
        seasonLength: Int = 1, horizon: Int, levels: [Double] = [0.1, 0.5, 0.9, 0.95], methods: [any SeriesMethod] = []
    ) {
        precondition(seasonLength >= 1, "a season has a period or more, found \(seasonLength)")
        precondition(horizon >= 1, "a forecast looks a period ahead or more, found \(horizon)")
        precondition(levels.allSatisfy { $0 > 0 && $0 < 1 }, "levels are between 0 and 1, found \(levels)")
        self.seasonLength = seasonLength
        self.horizon = horizon
        self.levels = levels
        self.methods = methods
    }

    /// Forecasts what follows a series, one value a period and oldest first.
    ///
    /// - Parameters:
    ///   - values: Demand, finite; `nil` where it is unknown, which is not zero. Values below zero, such as returns of what
    ///     was sold earlier, count in means.
    ///   - common: What series like this one do together beyond their own forecasts. It moves the combination, and what
    ///     scatters about it; a dearer method follows a trend or a season itself.
    ///   - usualError: How far the level of series like this one is off as a part of it (``CommonRecord/relativeError``).
    /// - Returns: nil where no period is known.
    public func forecast(
        _ values: [Double?], common: CommonCourse? = nil, usualError: Double? = nil
    ) -> DemandOutlook? {
        guard let first = values.firstIndex(where: { $0 != nil }), let last = values.lastIndex(where: { $0 != nil })
        else { return nil }
        // What nobody knows before the first value is no past: forecasts of it would be tested from nothing. After the last
        // one it is a stretch of what is to come, and is stepped over.
        let past = Array(values[first...last])
        let gap = values.count - 1 - last
        let series = MaskedSeries(past)
        guard let pattern = DemandPattern(past) else { return nothingSold(series) }

        let test = BackTest(series, pattern: pattern, seasonLength: seasonLength, horizon: horizon)
        var records = test.records(at: test.origins.indices)
        var expected = Expectation(
            mean: test.combination(horizon: gap + horizon), method: records[0].method,
            valueAdded: records[0].valueAdded(over: records[1]))
        let isSeldom = pattern.interval >= DemandPattern.intervalLimit
        let isSteady = pattern.interval == 1 && pattern.kind == .smooth
        // No trend is drawn on for longer than it was seen.
        let isModelled = series.known == series.count && gap < series.count
        let isLong = series.count >= max(Self.fewestPeriods, 2 * seasonLength)
        if isLong, !methods.isEmpty, !isSeldom, isModelled {
            let challenge = Challenge(to: expected, by: methods, in: test, horizon: gap + horizon, isSteady: isSteady)
            expected = challenge.winner
            records += challenge.records
        } else if isSteady, isModelled {
            // Too short a past to choose by.
            let said = methods.lazy.compactMap { Challenge.whole($0, of: series.values, horizon: gap + horizon) }
            expected = said.first ?? expected
        }
        expected.skip(gap)

        if let common, expected.method == records[0].method { expected.mean.multiply(by: common) }

        // A method's own model of what it misses knows its trend, which the past misses of the combination do not.
        let own = DemandSpread(expected.mean, deviation: expected.deviation)
        let (shape, spread) =
            own.map { (.parametric, $0) }
            ?? test.quantiles(levels: levels, usual: isSeldom ? .mixed : .parametric, usualError: usualError)
        let sample = test.sample(after: series.count - 1)
        let scale = series.naiveSquaredError
        return DemandOutlook(
            expected, PeriodQuantiles(spread: spread, isCount: series.isCount, sample: sample), shape,
            levels: levels, seasonLength: seasonLength, pattern: pattern, scores: records.compactMap { $0.score(scale) }
        )
    }

    private func nothingSold(_ series: MaskedSeries) -> DemandOutlook {
        let nothing = Array(repeating: 0.0, count: horizon)
        return DemandOutlook(
            Expectation(mean: nothing, method: "nothing sold", valueAdded: nil),
            PeriodQuantiles(
                spread: DemandSpread(dispersion: 1, relativeError: 0), isCount: series.isCount, sample: nil),
            .parametric, levels: levels, seasonLength: seasonLength, pattern: nil, scores: [])
    }
}

extension [Double] {
    fileprivate mutating func multiply(by common: CommonCourse) {
        for period in indices { self[period] *= common[period] }
    }
}
