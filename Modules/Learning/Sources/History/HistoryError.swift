public import FlywheelKit

/// Why there is no history to read.
public enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The wheel had not turned by that moment.
    case noTurn(until: Instant)

    /// What is missing, in a sentence.
    public var description: String {
        switch self {
        case .noTurn(let until): "no turn of the wheel is published by \(until); expected one at least"
        }
    }
}
