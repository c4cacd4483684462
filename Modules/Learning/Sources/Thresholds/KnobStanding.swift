public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore
public import Thresholds

/// One knob as it stands: its value, and what was proposed of it.
public struct KnobStanding: Hashable, Sendable {
    /// The knob.
    public let knob: InstalledKnob
    /// Its value.
    public let value: Double
    /// What was proposed of it, oldest first.
    public let proposals: [KeptProposal]

    /// How people name it.
    public var name: String { "\(knob.workflow).\(knob.name)" }
    /// The proposal that is under way.
    public var current: KeptProposal? { proposals.last { !$0.proposal.state.isFinal } }
}

/// A proposal with its record.
public struct KeptProposal: Hashable, Sendable {
    /// The record; its body is the proposal.
    public var record: LoopRecord
    /// What it says.
    public var proposal: ThresholdProposal

    /// What a kept proposal says.
    public init(_ record: LoopRecord) throws {
        self.record = record
        proposal = try CanonicalJSON.value(ThresholdProposal.self, from: record.body)
    }

    /// The record as it is to be kept.
    func recorded(at now: Instant) throws -> LoopRecord {
        var next = record
        next.state = proposal.state.rawValue
        next.at = now
        next.body = try CanonicalJSON.text(proposal)
        return next
    }
}

/// What came of asking for a proposal of one knob.
public struct KnobFinding: Hashable, Sendable {
    /// The knob.
    public let knob: InstalledKnob
    /// Its value.
    public let value: Double
    /// What would be chosen; `nil` where it was refused.
    public var choice: ThresholdChoice?
    /// What the workflow says for the chosen value, where it wished for the same.
    public var wish: String?
    /// Why not.
    public var refusal: ThresholdRefusal?
    /// Its number, where it was kept.
    public var kept: KeptProposal?
}

/// Why the loop refused.
public enum LoopError: Error, Hashable, Sendable {
    /// There is no such knob.
    case unknownKnob(String)
    /// There is no such record.
    case unknown(String)
    /// It does not stand where that could be done.
    case notNow(String, ProposalState)
    /// Another threshold changed within the week.
    case tooSoon(String, next: Instant)
    /// The knob was moved since.
    case outOfDate(String, now: Double)
    /// A person sets the knob, and nothing that was learned moves it.
    case isSet(String, String)
    /// Who judged first cannot judge again.
    case sameJudge(String, String)
    /// It was judged already.
    case judged(String, by: String)
    /// The measure of a decision cannot be computed.
    case unknownMetric(String)
}
