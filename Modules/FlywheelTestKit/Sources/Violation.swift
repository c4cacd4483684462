/// Something a stage must do and does not.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// What must hold.
    public let check: Check
    /// What was expected, what happened instead, and how to mend it.
    public let message: String

    /// The check's name and the message.
    public var description: String { "\(check.rawValue): \(message)" }
}
