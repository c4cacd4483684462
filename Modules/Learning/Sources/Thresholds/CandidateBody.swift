public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// The body of a candidate's ``FlywheelStore/LoopRecord``: something a person is to judge so that detection can be tuned.
///
/// Either only a looser threshold finds it (the review lane), or somebody judged it and a second person is to judge it
/// without knowing how.
public struct CandidateBody: Hashable, Sendable, Codable {
    /// What somebody said of it.
    public struct Judged: Hashable, Sendable, Codable {
        /// What it is.
        public var verdict: Verdict
        /// Who said so.
        public var by: String
        /// When.
        public var at: Instant
    }

    /// What it is about.
    public var fingerprint: Fingerprint
    /// The knobs that find it a step looser; none of a second look.
    public var knobs: [String]
    /// The tier of what it is about.
    public var tier: Tier?
    /// How many it stands for.
    public var weight: Double
    /// What its stage saw, as JSON.
    public var evidence: String
    /// The exception that is looked at a second time.
    public var secondLookAt: ExceptionID?
    /// Who judged it first, and so cannot do it again.
    public var firstBy: String?
    /// What was said of it; `nil` as long as it waits.
    public var judged: Judged?

    /// Something that waits to be judged.
    public init(
        fingerprint: Fingerprint, knobs: [String] = [], tier: Tier?, weight: Double, evidence: String,
        secondLookAt: ExceptionID? = nil, firstBy: String? = nil
    ) {
        self.fingerprint = fingerprint
        self.knobs = knobs
        self.tier = tier
        self.weight = weight
        self.evidence = evidence
        self.secondLookAt = secondLookAt
        self.firstBy = firstBy
    }

    /// What a kept candidate says.
    public init(_ record: LoopRecord) throws { self = try CanonicalJSON.value(Self.self, from: record.body) }
}
