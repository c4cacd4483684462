/// A typed fact about one row that one stage publishes and others read: the only place where modules meet.
///
/// One file each in this folder. A changed meaning is a new key; both may be published during a move.
public protocol Signal: BitwiseCopyable, Sendable {
    /// The signal's versioned name.
    static var key: SignalKey { get }
}

/// The name of a signal with its version, `listing.availability/1`.
public struct SignalKey: Hashable, Sendable, Comparable, Codable {
    /// Name and version.
    public let text: String

    /// Names a signal.
    public init(_ text: String) { self.text = text }

    /// Alphabetical.
    public static func < (left: SignalKey, right: SignalKey) -> Bool { left.text < right.text }
}
