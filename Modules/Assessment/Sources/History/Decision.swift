public import FlywheelKit

/// Something that was decided about how to work, why, and what came of it.
public struct Decision: Hashable, Sendable {
    /// What a decision changes.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A number that steers detection.
        case threshold
        /// Who owns what.
        case routing
        /// A rule of the work: due times, promises, what is done without asking.
        case rule
        /// A policy of the business.
        case policy
        /// What keeps a cause from coming back.
        case prevention
        /// A handoff between people or tools that was taken out.
        case handoff
    }

    /// What the review found.
    public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        /// The measure moved the way it was to move, by more than chance explains.
        case better
        /// It moved the other way, by more than chance explains.
        case worse
        /// It may be chance.
        case inconclusive
    }

    /// Its number, as in `D12`.
    public var id: Int64
    /// What it changes.
    public var kind: Kind
    /// The place of the workflow it is about in ``WorkHistory/workflows``; `nil` where it is about all.
    public var workflow: Int?
    /// What exactly: a knob, a rule, a root cause, a handoff.
    public var subject: String
    /// When it took effect.
    public var at: Instant
    /// When its effect is to be looked at.
    public var review: Instant
    /// Records it rests on, `X12` and the like.
    public var evidence: [String]
    /// What the review found; `nil` until there was one.
    public var effect: Effect?
    /// When it was taken back.
    public var rolledBack: Instant?

    /// Whether it holds at a moment.
    public func isInForce(at moment: Instant) -> Bool { moment.lies(from: at, until: rolledBack) }

    /// A decision that nobody has reviewed.
    public init(
        id: Int64, kind: Kind, workflow: Int?, subject: String, at: Instant, review: Instant, evidence: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.workflow = workflow
        self.subject = subject
        self.at = at
        self.review = review
        self.evidence = evidence
    }
}
