/// Whether a metric is where it was wanted.
public enum MetricTarget: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is at its target, or on the good side of it.
    case met
    /// It is on the other side.
    case missed
    /// There is a target, and no value to hold against it.
    case unknown

    /// Holds a value against a target of the same unit.
    init(_ value: Double?, target: Double, direction: MetricDefinition.Direction) {
        guard let value else {
            self = .unknown
            return
        }
        let isGood = direction == .lower ? value <= target : value >= target
        self = isGood ? .met : .missed
    }
}
