/// Metrics over the newest weeks, together and week by week.
public struct MetricReport: Hashable, Sendable {
    /// One metric.
    public struct Line: Hashable, Sendable {
        /// Which.
        public let metric: Metric
        /// Over all the weeks.
        public let value: MetricValue
        /// Week by week, the oldest first.
        public let weekly: [MetricValue]
        /// What it should be, in its unit; `nil` where nobody said.
        public let wanted: Double?

        /// Whether it is so; `nil` where nobody said what it should be.
        public var target: MetricTarget? {
            wanted.map { MetricTarget(value.value, target: $0, direction: metric.definition.direction) }
        }
    }

    /// All the weeks.
    public let window: MetricWindow
    /// Each week, the oldest first.
    public let weeks: [MetricWindow]
    /// The metrics, in the order they were asked for.
    public let lines: [Line]

    /// The line of a metric; `nil` where it was not asked for.
    public subscript(metric: Metric) -> Line? { lines.first { $0.metric == metric } }
}
