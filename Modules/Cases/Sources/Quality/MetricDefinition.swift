/// What a figure of the desk means: enough to recompute it.
public struct MetricDefinition: Hashable, Sendable {
    /// What it is called.
    public let title: String
    /// How it is computed.
    public let formula: String
    /// Of which cases, over which time.
    public let window: String
    /// What its number counts.
    public let unit: String
    /// How what is not over yet, and what is not known, counts.
    public let censoring: String
}
