public import FlywheelKit

/// An exception without what its stage claims and saw: what millions of them are looked through for.
///
/// What fingerprints have in common is a number, which ``WorkStore/families()`` explains.
public struct ExceptionLine: Hashable, Sendable {
    /// Its id.
    public var id: ExceptionID
    /// The number of its family.
    public var family: Int64
    /// The code of what it is about.
    public var code: String
    /// See ``FlywheelKit/Fingerprint/discriminator``.
    public var discriminator: String
    /// Where it comes from.
    public var source: ExceptionRecord.Source
    /// Where it stands.
    public var state: ExceptionRecord.State
    /// When it began, where the facts say so.
    public var onset: Instant?
    /// When it was first seen.
    public var detected: Instant
    /// When it was first predicted.
    public var predicted: Instant?
    /// When what was predicted came true.
    public var cameTrue: Instant?
    /// See ``ExceptionFields/orderArrives``.
    public var orderArrives: Instant?
    /// When it should be acted on.
    public var due: Instant?
    /// Who answers for it.
    public var owner: String?
    /// Who gave it to that owner by hand.
    public var assignedBy: String?
    /// When a person closed it.
    public var closed: Instant?
    /// Who closed it.
    public var closedBy: String?
    /// Why it happened.
    public var rootCause: String?
    /// How many steps of its playbook somebody did.
    public var stepsDone: Int
    /// The earlier exception with the same fingerprint, when this one came back.
    public var previous: ExceptionID?
    /// The terms of its revenue at risk when it first stood in a queue.
    public var termsAtOpen: [UInt8]

    /// A line as a store reads it.
    public init(
        id: ExceptionID, family: Int64, code: String, discriminator: String, source: ExceptionRecord.Source,
        state: ExceptionRecord.State, onset: Instant?, detected: Instant, predicted: Instant?, cameTrue: Instant?,
        orderArrives: Instant?, due: Instant?, owner: String?, assignedBy: String?, closed: Instant?, closedBy: String?,
        rootCause: String?,
        stepsDone: Int, previous: ExceptionID?, termsAtOpen: [UInt8]
    ) {
        self.id = id
        self.family = family
        self.code = code
        self.discriminator = discriminator
        self.source = source
        self.state = state
        self.onset = onset
        self.detected = detected
        self.predicted = predicted
        self.cameTrue = cameTrue
        self.orderArrives = orderArrives
        self.due = due
        self.owner = owner
        self.assignedBy = assignedBy
        self.closed = closed
        self.closedBy = closedBy
        self.rootCause = rootCause
        self.stepsDone = stepsDone
        self.previous = previous
        self.termsAtOpen = termsAtOpen
    }

    /// The line of an exception.
    public init(_ exception: ExceptionRecord, family: Int64) {
        let fingerprint = exception.fingerprint
        self.init(
            id: exception.id, family: family, code: fingerprint.subject.code, discriminator: fingerprint.discriminator,
            source: exception.source, state: exception.state, onset: exception.onset, detected: exception.detected,
            predicted: exception.predicted, cameTrue: exception.cameTrue, orderArrives: exception.orderArrives,
            due: exception.due, owner: exception.owner, assignedBy: exception.assignedBy, closed: exception.closed,
            closedBy: exception.closedBy,
            rootCause: exception.rootCause, stepsDone: exception.stepsDone.count, previous: exception.previous,
            termsAtOpen: exception.termsAtOpen)
    }
}
