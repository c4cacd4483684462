public import FlywheelKit

/// What a clock of a promise shows at a moment.
///
/// Promises run on business time and what a case costs runs on the wall clock, so both are here: `used` of `promised`
/// business seconds, and the `age` that everybody outside sees.
public struct ClockReading: Hashable, Sendable {
    /// What was promised.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The desk's first answer.
        case firstResponse = "first-response"
        /// The desk's next message.
        case update
        /// The end of the case.
        case resolution
    }

    /// Where a clock stands.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It runs, and is not due yet.
        case running
        /// It stands still, and was not due before.
        case paused
        /// What was promised came in time.
        case met
        /// It is overdue, whether or not what was promised came since.
        case breached
        /// The case ended in time without what was promised: nobody waits for it any more.
        case void
        /// Nobody can tell: it is not known when the case was opened, or the calendar is gone.
        case unknown
    }

    /// What was promised.
    public let kind: Kind
    /// The promise that counts, as it was when the clock stopped.
    public let promise: Promise
    /// From when it counts; `nil` where nobody says.
    public let started: Instant?
    /// When what was promised came, or the case ended without it; `nil` while it is awaited.
    public let stopped: Instant?
    /// By when it has to come; `nil` while the clock stands still, and where no hour of the next 20 years is a working hour.
    public let due: Instant?
    /// How many business seconds are promised.
    public let promised: Int64
    /// How many business seconds passed, pauses left out; `nil` where nobody can tell.
    public let used: Int64?
    /// How many seconds passed on the wall clock; `nil` where nobody can tell.
    public let age: Int64?
    /// Where it stands.
    public let state: State

    /// How many business seconds are left, below 0 after it was due; `nil` where nobody can tell.
    public var left: Int64? { used.map { promised - $0 } }
    /// Whether it is overdue and still awaited.
    public var isOverdue: Bool { state == .breached && stopped == nil }
}
