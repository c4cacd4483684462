/// Something about automatic decisions that is not as it has to be, beyond what chance explains.
public struct AutomationBreach: Hashable, Sendable, Codable {
    /// What was measured.
    public enum Measure: Hashable, Sendable, Codable {
        /// How far the certainties lie from those of the training: the population stability index.
        case certaintyDrift
        /// How far the mix of labels lies from that of the reference: the same index.
        case labelDrift
        /// How often audited decisions were right, of all labels or of one.
        case accuracy(label: String?)
        /// How far stated certainties lie from how often they were right: the expected calibration error.
        case calibration
        /// The share of automatic decisions that people changed.
        case overrides
        /// The share of conversations that automation took up and a person had to take over.
        case handoffs
    }

    /// What was measured.
    public let measure: Measure
    /// What it came to, in the unit of ``limit``.
    public let value: Double
    /// What it may come to, sampling noise included.
    public let limit: Double
    /// The rows it rests on.
    public let rows: Int

    /// A breach.
    public init(_ measure: Measure, value: Double, limit: Double, rows: Int) {
        self.measure = measure
        self.value = value
        self.limit = limit
        self.rows = rows
    }
}
