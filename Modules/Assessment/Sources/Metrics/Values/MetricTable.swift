/// All metrics of each part of the problems, to compare.
public struct MetricTable: Hashable, Sendable {
    /// One part.
    public struct Part: Hashable, Sendable {
        /// Whose problems.
        public let scope: MetricScope
        /// How many there are in the whole history.
        public let problems: Int
        /// The value of every metric.
        public let values: [Metric: MetricValue]
    }

    /// The window.
    public let window: MetricWindow
    /// By what parts are told apart.
    public let split: MetricSplit
    /// The parts that have problems.
    public let parts: [Part]
}
