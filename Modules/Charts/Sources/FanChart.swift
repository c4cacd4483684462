/// A series up to today, and what is expected to follow it with how sure that is: a line, and a fan.
///
/// Nothing is drawn where the past is unknown or was left out: a gap is not a zero.
public struct FanChart: Hashable, Sendable {
    /// What is expected of a coming period.
    public struct Spread: Hashable, Sendable {
        /// One case of ten is below.
        public let p10: Double
        /// One of two is.
        public let p50: Double
        /// Nine of ten are.
        public let p90: Double

        /// The three quantiles, rising.
        public init(p10: Double, p50: Double, p90: Double) {
            precondition(p10 <= p50 && p50 <= p90 && (p90 - p10).isFinite, "quantiles rise: \(p10), \(p50), \(p90)")
            (self.p10, self.p50, self.p90) = (p10, p50, p90)
        }
    }

    /// What the chart is called.
    public let title: String
    /// What is counted, as in "units a week".
    public let unit: String
    /// The name of each period, those of the past before those to come: what stands under the axis.
    public let periods: [String]
    /// The value of each past period, oldest first; `nil` where it is unknown.
    public let past: [Double?]
    /// The places in ``past`` of periods that the forecast does not rest on.
    public let leftOut: Set<Int>
    /// What is expected of each coming period.
    public let fan: [Spread]

    /// - Precondition: every period has a name, and every known value is finite.
    public init(
        title: String, unit: String, periods: [String], past: [Double?], leftOut: Set<Int> = [], fan: [Spread]
    ) {
        precondition(
            periods.count == past.count + fan.count, "\(periods.count) names for \(past.count) and \(fan.count) periods"
        )
        precondition(past.allSatisfy { $0?.isFinite ?? true }, "a chart holds finite values")
        self.title = title
        self.unit = unit
        self.periods = periods
        self.past = past
        self.leftOut = leftOut
        self.fan = fan
    }

    /// The value of a past period that is drawn; `nil` where it is unknown or was left out.
    func drawn(_ period: Int) -> Double? { leftOut.contains(period) ? nil : past[period] }

    /// The values of the axis: from zero, or the least value below it, to the greatest.
    func ticks(atMost count: Int) -> Ticks {
        let values = past.indices.compactMap(drawn) + fan.flatMap { [$0.p10, $0.p90] }
        return Ticks(from: min(0, values.min() ?? 0), to: max(0, values.max() ?? 0), atMost: count)
    }

    /// The runs of past periods that are drawn, each to be joined by a line.
    var runs: [Range<Int>] { past.indices.filter { drawn($0) != nil }.runs }
}
