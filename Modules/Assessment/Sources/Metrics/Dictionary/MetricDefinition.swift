/// What a metric means: enough to recompute it, to doubt it, and to know what to do about it.
public struct MetricDefinition: Hashable, Sendable {
    /// Which way is good.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// The lower, the better.
        case lower
        /// The higher, the better.
        case higher
    }

    /// What it is called.
    public let title: String
    /// The question it answers.
    public let question: String
    /// How it is computed.
    public let formula: String
    /// Which problems or turns count.
    public let scope: String
    /// When a problem or turn belongs to a window.
    public let window: String
    /// What its number counts.
    public let unit: MetricUnit
    /// Which way is good.
    public let direction: Direction
    /// How amounts of money enter, or that none do.
    public let currency: String
    /// How what is not over yet counts, and what is not known.
    public let censoring: String
    /// What to do when it crosses its target.
    public let trigger: String
    /// Where the formula is from.
    public let source: String
    /// How it can mislead.
    public let caveat: String
    /// Metrics without which it must not be read.
    public let beside: [Metric]
}
