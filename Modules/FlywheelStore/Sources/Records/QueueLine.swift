public import FlywheelKit

/// What is looked at of a row of the queue when all of them are gone through: a line holds no more than is told apart and
/// added up over many rows.
public struct QueueLine: Hashable, Sendable {
    /// Where it stands.
    public var row: QueueRow
    /// Who found what, of which account and where.
    public var family: FingerprintFamily
    /// Where the exception stands.
    public var state: ExceptionRecord.State
    /// Where it comes from.
    public var source: ExceptionRecord.Source
    /// When it began, where that is known.
    public var onset: Instant?
    /// When it was first seen.
    public var detected: Instant
    /// The rotation that opened it.
    public var opened: RotationID
    /// When it has to be acted on.
    public var due: Instant?
    /// When somebody claimed it.
    public var claimed: Instant?
    /// See ``ExceptionFields/owner``.
    public var owner: String?
    /// Who works on it.
    public var claimedBy: String?
    /// Until when nobody is to look at it.
    public var snooze: Snooze?
    /// The exception that stands for it.
    public var parent: ExceptionID?
    /// The terms of its revenue at risk, the newest.
    public var terms: [UInt8]

    /// A line.
    public init(
        row: QueueRow, family: FingerprintFamily, state: ExceptionRecord.State, source: ExceptionRecord.Source,
        onset: Instant?, detected: Instant, opened: RotationID, due: Instant?, claimed: Instant?, owner: String?,
        claimedBy: String?,
        snooze: Snooze?, parent: ExceptionID?, terms: [UInt8]
    ) {
        self.row = row
        self.family = family
        self.state = state
        self.source = source
        self.onset = onset
        self.detected = detected
        self.opened = opened
        self.due = due
        self.claimed = claimed
        self.owner = owner
        self.claimedBy = claimedBy
        self.snooze = snooze
        self.parent = parent
        self.terms = terms
    }

    /// Whether it stands for others, whose sum its amounts are.
    public var isGroup: Bool { source == .group }

    /// See ``ExceptionRecord/responsible``.
    public var responsible: String? { claimedBy ?? owner }

    /// Whether nobody is to look at it yet.
    public func isSnoozed(at now: Instant) -> Bool { state.isOpen && (snooze.map { now < $0.until } ?? false) }
}

extension QueueEntry {
    /// What of it is looked at when all are gone through.
    public var line: QueueLine {
        QueueLine(
            row: row, family: FingerprintFamily(exception.fingerprint), state: exception.state,
            source: exception.source,
            onset: exception.onset, detected: exception.detected, opened: exception.opened, due: exception.due,
            claimed: exception.claimed, owner: exception.owner, claimedBy: exception.claimedBy,
            snooze: exception.snooze, parent: exception.parent, terms: terms)
    }
}
