/// What the exception turned out to be.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// A real problem that somebody acted on.
    case actionable
    /// Real, but known already or accepted.
    case known
    /// Nothing was wrong.
    case noise
    /// It ended without anyone's doing.
    case selfCleared
    /// A prediction that did not come true.
    case didNotHappen
    /// The same as another exception.
    case duplicate
}

/// What became of an exception: the immutable record it leaves, as its stage sees it.
public struct Outcome<Evidence: Sendable>: Sendable {
    /// The evidence when it was last seen.
    public let evidence: Evidence
    /// The id of its kind.
    public let kind: String
    /// What it turned out to be.
    public let verdict: Verdict
    /// Why it happened, as the person who closed it says; `nil` when nobody did.
    public let rootCause: String?
    /// Whether the data confirmed the end; `nil` when no complete snapshot came in time.
    public let isVerified: Bool?
    /// When the problem began, or was first seen where nothing said so.
    public let onset: Instant
    /// When it was first seen.
    public let detected: Instant
    /// When it ended.
    public let ended: Instant

    /// A record.
    public init(
        evidence: Evidence, kind: String, verdict: Verdict, rootCause: String?, isVerified: Bool?, onset: Instant,
        detected: Instant, ended: Instant
    ) {
        self.evidence = evidence
        self.kind = kind
        self.verdict = verdict
        self.rootCause = rootCause
        self.isVerified = isVerified
        self.onset = onset
        self.detected = detected
        self.ended = ended
    }
}
