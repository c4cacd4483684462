public import FlywheelKit

/// One wish to move one knob, from its choice to its end.
public struct ThresholdProposal: Hashable, Sendable, Codable {
    /// One step of its history.
    public struct Step: Hashable, Sendable, Codable {
        /// Where it stood from then on.
        public var state: ProposalState
        /// When.
        public var at: Instant
        /// Who; the program where nobody did.
        public var by: String
        /// Why, as a code.
        public var reason: String
    }

    /// The workflow whose knob it is.
    public let workflow: String
    /// The knob.
    public let knob: String
    /// The value in force when it was proposed.
    public let from: Double
    /// The value it should have.
    public let to: Double
    /// What speaks for it; `nil` where it was refused before it could be tested.
    public var choice: ThresholdChoice?
    /// What its workflow says for it, where the wish is the workflow's own.
    public var wish: String?
    /// What it came to beside the value in force.
    public var shadow: ShadowTally?
    /// What the watched time came to.
    public var watch: WatchTally?
    /// The decision that applied it.
    public var decision: Int64?
    /// Its history, oldest first.
    public private(set) var steps: [Step]

    /// A proposal at its first step.
    public init(
        workflow: String, knob: String, from: Double, to: Double, choice: ThresholdChoice?, wish: String? = nil,
        at: Instant, by: String
    ) {
        self.workflow = workflow
        self.knob = knob
        self.from = from
        self.to = to
        self.choice = choice
        self.wish = wish
        steps = [Step(state: .proposed, at: at, by: by, reason: wish == nil ? "expected-value" : "workflow")]
    }

    /// How people name its knob.
    public var name: String { "\(workflow).\(knob)" }

    /// Where it stands.
    public var state: ProposalState { steps.last?.state ?? .proposed }

    /// When it came to stand where it does.
    public var since: Instant { steps.last?.at ?? Instant(seconds: 0) }

    /// Moves it on.
    public mutating func move(
        to next: ProposalState, at: Instant, by: String, reason: String = ""
    ) throws(ProposalStepError) {
        guard state.next.contains(next) else { throw ProposalStepError(from: state, to: next) }
        steps.append(Step(state: next, at: at, by: by, reason: reason))
    }
}

/// What a proposed value would have opened and ended beside the one in force, over the rotations of its shadow time.
public struct ShadowTally: Hashable, Sendable, Codable {
    /// Rotations that looked with both.
    public var rotations = 0
    /// Findings that only the proposed value reported in the last of them.
    public var wouldOpen = 0
    /// Findings that only the value in force reported.
    public var wouldEnd = 0
    /// Of those, the ones of tier one.
    public var wouldEndHeroes = 0

    /// Nothing seen yet.
    public init() {}
}
