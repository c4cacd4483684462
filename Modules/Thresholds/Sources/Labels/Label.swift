public import FlywheelKit

/// What somebody, or the data, said about something that was found or would have been.
///
/// Labels exist only for what somebody could see: everything above a threshold, and of what lies below it the share that a
/// review lane sampled. Each therefore counts for as many as it stands for.
public struct Label: Hashable, Sendable, Codable {
    /// What it turned out to be.
    public var verdict: Verdict
    /// Who said so; `nil` where the data did.
    public var by: String?
    /// When.
    public var at: Instant
    /// How many it stands for: one over the probability with which it was seen; 1 for what stood in the queue.
    public var weight: Double
    /// Whether the data confirmed a close: a recovery that nobody needs to be believed about.
    public var isConfirmed: Bool
    /// What a second person said about the same, without knowing of the first.
    public var audit: Verdict?

    /// A label.
    ///
    /// - Precondition: `weight` is finite and at least 1.
    public init(
        _ verdict: Verdict, by: String?, at: Instant, weight: Double = 1, isConfirmed: Bool = false,
        audit: Verdict? = nil
    ) {
        precondition(weight.isFinite && weight >= 1, "a label stands for at least itself, found \(weight)")
        self.verdict = verdict
        self.by = by
        self.at = at
        self.weight = weight
        self.isConfirmed = isConfirmed
        self.audit = audit
    }

    /// The verdict that counts: the second person's, where there is one, unless the data confirmed a recovery.
    public var counted: Verdict { isConfirmed ? verdict : audit ?? verdict }

    /// Whether it is one person's word alone that nothing was to be done.
    public var isUncheckedDismissal: Bool { by != nil && audit == nil && !isConfirmed && verdict.isDismissal }
}

extension Verdict {
    /// Whether it says that there was nothing to do, and a person has to say so: the words with which a queue can be cleared
    /// without work.
    public var isDismissal: Bool { self == .noise || self == .known || self == .duplicate }
}
