public import FlywheelKit

/// What is kept of an exception.
public struct ExceptionFields: Hashable, Sendable {
    /// Its id; zero until the store gives one.
    public var id: ExceptionID
    /// What makes it the same problem tomorrow.
    public let fingerprint: Fingerprint
    /// Where it comes from.
    public let source: ExceptionRecord.Source
    /// Counts changes; a change that expects another version is refused.
    public var version: Int
    /// Where it stands.
    public var state: ExceptionRecord.State
    /// When it began, where the facts say so.
    public var onset: Instant?
    /// When it was first seen.
    public let detected: Instant
    /// The rotation that opened it; the newest one then, where a person added it.
    public let opened: RotationID
    /// The last rotation in which its state or evidence changed.
    public var changed: RotationID
    /// What its stage saw last, as JSON; empty as long as only a person has seen it.
    public var evidence: EvidenceText
    /// What its stage claims.
    public var exposure: Exposure
    /// SHA-256 of the model that its stage used, empty when it uses none.
    public var model: String
    /// Who answers for it, by the first rule that matched or by hand, while nobody works on it.
    public var owner: String?
    /// Who gave it to that owner by hand; no rule gives it to another as long as somebody did.
    public var assignedBy: String?
    /// Who works on it.
    public var claimedBy: String?
    /// When it was last claimed.
    public var claimed: Instant?
    /// Until when, and why, nobody is to look at it.
    public var snooze: Snooze?
    /// The steps of its playbook that somebody did, from 1, in order.
    public var stepsDone: [Int] = []
    /// When a person closed it.
    public var closed: Instant?
    /// Who closed it.
    public var closedBy: String?
    /// Why it happened, in the words of its workflow's taxonomy.
    public var rootCause: String?
    /// The terms of its revenue at risk when it first stood in a queue.
    public var termsAtOpen: [UInt8] = []
    /// The terms of its revenue at risk when a person closed it.
    public var termsAtClose: [UInt8]?
    /// When it should be acted on.
    public var due: Instant?
    /// The earlier exception with the same fingerprint, when this one came back.
    public var previous: ExceptionID?
    /// The exception that stands for it and others with the same cause; it keeps it when it ends.
    public var parent: ExceptionID?
    /// When it was first predicted; `nil` where it was happening when it was first seen.
    public var predicted: Instant?
    /// When the data first showed that what was predicted happens.
    public var cameTrue: Instant?
    /// From when the first could help of what its seller ordered since it was predicted: when it came, else when it is expected,
    /// else when it was ordered; `nil` where no file says so.
    public var orderArrives: Instant?

    /// An exception as first seen.
    public init(
        id: ExceptionID = ExceptionID(0), fingerprint: Fingerprint, source: ExceptionRecord.Source = .stage,
        state: ExceptionRecord.State,
        onset: Instant?, detected: Instant, opened: RotationID, evidence: EvidenceText, exposure: Exposure,
        model: String,
        previous: ExceptionID? = nil
    ) {
        self.id = id
        self.fingerprint = fingerprint
        self.source = source
        self.version = 1
        self.state = state
        self.onset = onset
        self.detected = detected
        self.opened = opened
        self.changed = opened
        self.evidence = evidence
        self.exposure = exposure
        self.model = model
        self.previous = previous
    }
}
