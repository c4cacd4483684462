public import Cases
public import FlywheelStore

/// What the desk keeps of a decision in a dispute beside its record: what it is about, and what became of it.
public struct DisputeDecision: Hashable, Sendable, Codable {
    /// What became of it.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Somebody else has to agree; the record of their word takes its place.
        case proposed
        /// It was taken.
        case taken
        /// It was not agreed to.
        case refused
    }

    /// What became of it.
    public let state: State
    /// The kind of dispute.
    public let dispute: DisputeKind
    /// The platform whose rules it runs by; empty for any.
    public let platform: String
    /// What was asked for, by the source's code.
    public let reason: String
    /// What it entitles to.
    public let move: DisputeMove
    /// The roles one of which has to agree; empty where nobody had to.
    public let needs: [String]
    /// Who proposed it, where it stands for another's proposal.
    public let proposer: String?
}

extension DecisionRecord {
    /// What it says of a dispute; `nil` for a decision about something else.
    public var dispute: DisputeDecision? {
        try? CanonicalJSON.value(DisputeDecision.self, from: body)
    }
}

extension DisputeDecision {
    /// Canonical JSON: the same decision is always the same text.
    var body: String { get throws { try CanonicalJSON.text(self) } }
}
