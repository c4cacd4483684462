import FlywheelKit

/// The part of an exception that people change: what undoing a change restores.
public struct Handling: Hashable, Sendable, Codable {
    /// See ``ExceptionRecord/state``; the others likewise.
    public var state: ExceptionRecord.State
    var owner: String?
    var assignedBy: String?
    var claimedBy: String?
    var claimed: Instant?
    var snooze: Snooze?
    var stepsDone: [Int]
    var closed: Instant?
    var closedBy: String?
    var rootCause: String?
    var termsAtClose: [UInt8]?
}

extension ExceptionRecord {
    /// What people made of it.
    public var handling: Handling {
        get {
            Handling(
                state: self.state, owner: self.owner, assignedBy: self.assignedBy, claimedBy: self.claimedBy,
                claimed: self.claimed,
                snooze: self.snooze, stepsDone: self.stepsDone, closed: self.closed, closedBy: self.closedBy,
                rootCause: self.rootCause,
                termsAtClose: self.termsAtClose)
        }
        set {
            self.state = newValue.state
            self.owner = newValue.owner
            self.assignedBy = newValue.assignedBy
            self.claimedBy = newValue.claimedBy
            self.claimed = newValue.claimed
            self.snooze = newValue.snooze
            self.stepsDone = newValue.stepsDone
            self.closed = newValue.closed
            self.closedBy = newValue.closedBy
            self.rootCause = newValue.rootCause
            self.termsAtClose = newValue.termsAtClose
        }
    }
}
