public import FlywheelKit
public import FlywheelStore

/// Why a rotation was refused.
public enum RotationError: Error, Hashable, Sendable {
    /// A later look was already published; an earlier one would undo what it saw.
    case earlier(than: RotationID, Instant)
    /// A look published already knew files that this one would leave out; that would undo what it saw.
    case knewMore(RotationID)
    /// Another look was published while this one went on; what this one staged is gone.
    case overtaken(by: RotationID)
    /// No currency is known to total in.
    case noCurrency
}
