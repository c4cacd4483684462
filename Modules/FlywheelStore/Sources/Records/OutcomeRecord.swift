public import FlywheelKit

/// What an ended exception leaves: written once, never changed, and taken back where its end turns out to be a mistake.
public struct OutcomeRecord: Hashable, Sendable, Codable {
    /// The exception.
    public var exception: ExceptionID
    /// What made it the same problem every day.
    public var fingerprint: Fingerprint
    /// What its stage claimed when it ended.
    public var exposure: Exposure
    /// What it turned out to be.
    public var verdict: Verdict
    /// Why it happened.
    public var rootCause: String?
    /// Whether the data confirmed the end that somebody brought about; `nil` when none came in time, or nobody did.
    public var isVerified: Bool?
    /// When it began, or was first seen where nothing said so.
    public var onset: Instant
    /// When it was first seen.
    public var detected: Instant
    /// When it was last claimed.
    public var claimed: Instant?
    /// When it ended: closed by a person, or gone from the facts.
    public var ended: Instant
    /// When the data confirmed or refuted it.
    public var verified: Instant?
    /// The terms of its revenue at risk when it opened.
    public var termsAtOpen: [UInt8]
    /// The terms when it ended.
    public var termsAtEnd: [UInt8]
    /// When it was first predicted; `nil` where it was happening when it was first seen.
    public var predicted: Instant?
    /// When the data first showed that what was predicted happens.
    public var cameTrue: Instant?
    /// What people did about it and what it counted for; `nil` of outcomes from before that was kept.
    public var work: OutcomeWork?

    /// Whether what ended stood for others, of which each leaves its own.
    public var isGroup: Bool { work?.source == .group }

    /// An outcome.
    public init(
        exception: ExceptionID, fingerprint: Fingerprint, exposure: Exposure, verdict: Verdict, rootCause: String?,
        isVerified: Bool?, onset: Instant,
        detected: Instant, claimed: Instant?, ended: Instant, verified: Instant?, termsAtOpen: [UInt8],
        termsAtEnd: [UInt8], predicted: Instant? = nil, cameTrue: Instant? = nil, work: OutcomeWork? = nil
    ) {
        self.exception = exception
        self.fingerprint = fingerprint
        self.exposure = exposure
        self.verdict = verdict
        self.rootCause = rootCause
        self.isVerified = isVerified
        self.onset = onset
        self.detected = detected
        self.claimed = claimed
        self.ended = ended
        self.verified = verified
        self.termsAtOpen = termsAtOpen
        self.termsAtEnd = termsAtEnd
        self.predicted = predicted
        self.cameTrue = cameTrue
        self.work = work
    }
}
