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
                state: state, owner: owner, assignedBy: assignedBy, claimedBy: claimedBy, claimed: claimed,
                snooze: snooze, stepsDone: stepsDone, closed: closed, closedBy: closedBy, rootCause: rootCause,
                termsAtClose: termsAtClose)
        }
        set {
            state = newValue.state
            owner = newValue.owner
            assignedBy = newValue.assignedBy
            claimedBy = newValue.claimedBy
            claimed = newValue.claimed
            snooze = newValue.snooze
            stepsDone = newValue.stepsDone
            closed = newValue.closed
            closedBy = newValue.closedBy
            rootCause = newValue.rootCause
            termsAtClose = newValue.termsAtClose
        }
    }
}
