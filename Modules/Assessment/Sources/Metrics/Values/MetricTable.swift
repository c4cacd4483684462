/// Metrics of each part of the problems, to compare.
public struct MetricTable: Hashable, Sendable {
    /// One part.
    public struct Part: Hashable, Sendable {
        /// Whose problems.
        public let scope: MetricScope
        /// How many there are in the whole history.
        public let problems: Int
        /// The metrics, in the order they were asked for.
        public let lines: [MetricReport.Line]

        /// The line of a metric; `nil` where it was not asked for.
        public subscript(metric: Metric) -> MetricReport.Line? { lines.first { $0.metric == metric } }
    }

    /// The window.
    public let window: MetricWindow
    /// By what parts are told apart.
    public let split: MetricSplit
    /// The parts that have problems.
    public let parts: [Part]
}
