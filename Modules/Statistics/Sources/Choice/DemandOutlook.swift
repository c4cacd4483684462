/// What is expected of a series, how sure that is, and how well the same would have done in the past.
public struct DemandOutlook: Sendable {
    /// The expected demand of each coming period, none below zero; above zero where anything was ever sold.
    public let mean: [Double]
    /// The quantiles of each coming period: a row for each level that was asked for, a value for each period.
    public let quantiles: [[Double]]
    /// How far demand scatters about its mean, over windows of any length.
    public let spread: DemandSpread
    /// How regularly it sells; nil where it never did.
    public let pattern: DemandPattern?
    /// What the mean is from: "combination", or the name of a method, or of both.
    public let method: String
    /// Where the quantiles are from.
    public let shape: QuantileShape
    /// What was tried in the back-test; empty where the series was too short for one, or never changed.
    public let scores: [CandidateScore]
    /// 1 − the scaled error of the chosen forecast over that of the seasonal naive one; nil where that is unknown.
    public let valueAdded: Double?

    private let levels: [Double]
    private let seasonLength: Int
    private let periods: PeriodQuantiles

    init(
        _ expected: Expectation, _ periods: PeriodQuantiles, _ shape: QuantileShape, levels: [Double],
        seasonLength: Int,
        pattern: DemandPattern?, scores: [CandidateScore]
    ) {
        (mean, method, valueAdded) = (expected.mean, expected.method, expected.valueAdded)
        (self.periods, self.shape, self.pattern, self.scores) = (periods, shape, pattern, scores)
        (self.levels, self.seasonLength) = (levels, seasonLength)
        spread = periods.spread
        let deviation = expected.deviation
        quantiles = levels.map { level in
            deviation.isEmpty
                ? periods.quantiles(level, means: expected.mean, shape: shape)
                : periods.quantiles(level, means: expected.mean, deviations: deviation)
        }
    }

    /// The quantiles of demand from the first coming period up to and including each, in the rows of ``quantiles``. Drawing
    /// them takes as long as many a forecast, so it is done when they are asked for.
    public var cumulativeQuantiles: [[Double]] {
        let sums = periods.sums(of: mean, shape: shape)
        return levels.map { level in sums.map { $0.quantile(level) } }
    }

    /// The distribution of demand over a window of coming periods.
    ///
    /// Sums drawn from what was seen, unless quantiles are parametric: then by mean and variance. Beyond the horizon its
    /// last season goes on, or where it is shorter than one, its last period.
    /// - Parameter window: Places of coming periods, the first of which is 0.
    public func demand(over window: Range<Int>) -> DemandDistribution {
        precondition(window.lowerBound >= 0, "a window of coming periods cannot begin at \(window.lowerBound)")
        return periods.sums(of: window.map(expected), shape: shape).last ?? periods.parametric(0)
    }

    private func expected(_ period: Int) -> Double {
        guard period >= mean.count else { return mean[period] }
        let cycle = seasonLength <= mean.count ? seasonLength : 1
        return mean[mean.count - cycle + (period - mean.count) % cycle]
    }
}
