public import FlywheelKit

/// An outcome without what its stage claimed and without its terms: what millions of them are looked through for.
///
/// What fingerprints have in common is a number, which ``WorkStore/families()`` explains.
public struct OutcomeLine: Hashable, Sendable {
    /// The exception.
    public var exception: ExceptionID
    /// The number of its family.
    public var family: Int64
    /// The code of what it is about.
    public var code: String
    /// See ``FlywheelKit/Fingerprint/discriminator``.
    public var discriminator: String
    /// What it turned out to be.
    public var verdict: Verdict
    /// Why it happened.
    public var rootCause: String?
    /// Whether the data confirmed the end; `nil` when none came in time.
    public var isVerified: Bool?
    /// When it began, or was first seen where nothing said so.
    public var onset: Instant
    /// When it was first seen.
    public var detected: Instant
    /// When it was last claimed.
    public var claimed: Instant?
    /// When it ended.
    public var ended: Instant
    /// When the data confirmed it.
    public var verified: Instant?
    /// When it was first predicted.
    public var predicted: Instant?
    /// When what was predicted came true.
    public var cameTrue: Instant?
    /// What people did about it; `nil` of outcomes from before that was kept.
    public var work: OutcomeWork?

    /// The line of an outcome.
    public init(_ outcome: OutcomeRecord, family: Int64) {
        exception = outcome.exception
        self.family = family
        code = outcome.fingerprint.subject.code
        discriminator = outcome.fingerprint.discriminator
        verdict = outcome.verdict
        rootCause = outcome.rootCause
        isVerified = outcome.isVerified
        onset = outcome.onset
        detected = outcome.detected
        claimed = outcome.claimed
        ended = outcome.ended
        verified = outcome.verified
        predicted = outcome.predicted
        cameTrue = outcome.cameTrue
        work = outcome.work
    }

    /// A line as a store reads it.
    public init(
        exception: ExceptionID, family: Int64, code: String, discriminator: String, verdict: Verdict,
        rootCause: String?, isVerified: Bool?, onset: Instant, detected: Instant, claimed: Instant?, ended: Instant,
        verified: Instant?, predicted: Instant?, cameTrue: Instant?, work: OutcomeWork?
    ) {
        self.exception = exception
        self.family = family
        self.code = code
        self.discriminator = discriminator
        self.verdict = verdict
        self.rootCause = rootCause
        self.isVerified = isVerified
        self.onset = onset
        self.detected = detected
        self.claimed = claimed
        self.ended = ended
        self.verified = verified
        self.predicted = predicted
        self.cameTrue = cameTrue
        self.work = work
    }
}

/// What fingerprints of one kind on one marketplace have in common: all but the subject's code and the discriminator.
public struct FingerprintFamily: Hashable, Sendable {
    /// The id of the workflow.
    public let workflow: String
    /// The id of the kind of finding.
    public let kind: String
    /// What it is about.
    public let subject: Subject.Kind
    /// The account.
    public let account: String
    /// The marketplace.
    public let marketplace: String

    /// A family.
    public init(workflow: String, kind: String, subject: Subject.Kind, account: String, marketplace: String) {
        self.workflow = workflow
        self.kind = kind
        self.subject = subject
        self.account = account
        self.marketplace = marketplace
    }

    /// The family of a fingerprint.
    public init(_ fingerprint: Fingerprint) {
        self.init(
            workflow: fingerprint.workflow, kind: fingerprint.kind, subject: fingerprint.subject.kind,
            account: fingerprint.subject.account, marketplace: fingerprint.subject.marketplace)
    }

    /// The fingerprint of a member.
    public func fingerprint(code: String, discriminator: String) -> Fingerprint {
        Fingerprint(
            workflow: workflow, kind: kind,
            subject: Subject(subject, account: account, marketplace: marketplace, code: code),
            discriminator: discriminator)
    }
}
