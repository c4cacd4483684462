public import Assessment
public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// The body of a decision's ``FlywheelStore/LoopRecord``: what it changes, when it is looked at again, and what came of it.
public struct DecisionBody: Hashable, Sendable, Codable {
    /// What it changes.
    public var kind: Decision.Kind
    /// What exactly: a knob, a rule, a root cause, a handoff.
    public var subject: String
    /// When it took effect.
    public var effective: Instant
    /// When its effect is to be looked at.
    public var review: Instant
    /// Records it rests on, `X12` and the like.
    public var evidence: [String]
    /// What the review found; `nil` until there was one.
    public var effect: Decision.Effect?
    /// When it was taken back.
    public var rolledBack: Instant?
    /// What it is to move; `nil` where nobody said.
    public var metric: DecisionMetric?
    /// The number it changes, before and after; `nil` where it changes something else.
    public var change: Change?
    /// What its review measured; `nil` until there was one.
    public var measured: MeasuredEffect?

    /// A number that was changed.
    public struct Change: Hashable, Sendable, Codable {
        /// What it was.
        public var from: Double
        /// What it is.
        public var to: Double
    }

    /// A decision that nobody has reviewed.
    public init(
        kind: Decision.Kind, subject: String, effective: Instant, review: Instant, evidence: [String] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.effective = effective
        self.review = review
        self.evidence = evidence
    }

    /// What a kept decision says.
    public init(_ record: LoopRecord) throws { self = try CanonicalJSON.value(Self.self, from: record.body) }

    /// It as canonical JSON.
    public var json: String { get throws { try CanonicalJSON.text(self) } }

    /// Whether it holds at a moment.
    public func isInForce(at moment: Instant) -> Bool { moment.lies(from: effective, until: rolledBack) }

    /// The decision as far as the wheel is judged by it.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - workflow: the place of its workflow in ``Assessment/WorkHistory/workflows``; `nil` where it is about all.
    public func decision(_ number: Int64, workflow: Int?) -> Decision {
        var decision = Decision(
            id: number, kind: kind, workflow: workflow, subject: subject, at: effective, review: review,
            evidence: evidence)
        decision.effect = effect
        decision.rolledBack = rolledBack
        return decision
    }
}
