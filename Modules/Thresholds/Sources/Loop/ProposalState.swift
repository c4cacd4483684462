/// Where a proposal to change a threshold stands. It goes one way, and nothing skips a step.
public enum ProposalState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Chosen; nothing has spoken for it yet.
    case proposed
    /// It held on weeks that had no part in the choice.
    case backTested
    /// It runs beside the value in force, and decides nothing.
    case shadow
    /// It has run beside for long enough; a person may approve of it.
    case awaitingApproval
    /// A person approved, and the knob has moved.
    case watched
    /// The watched time went well.
    case kept
    /// It was taken back, by itself or by a person.
    case rolledBack
    /// It goes no further.
    case refused

    /// Whether nothing will come of it any more.
    public var isFinal: Bool { self == .kept || self == .rolledBack || self == .refused }
    /// What may follow.
    public var next: Set<ProposalState> {
        switch self {
        case .proposed: [.backTested, .refused]
        case .backTested: [.shadow, .refused]
        case .shadow: [.awaitingApproval, .refused]
        case .awaitingApproval: [.watched, .refused]
        case .watched: [.kept, .rolledBack]
        // What was kept can still be taken back by hand.
        case .kept: [.rolledBack]
        case .rolledBack, .refused: []
        }
    }
}

/// A step that a proposal cannot take from where it stands.
public struct ProposalStepError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where it stands.
    public let from: ProposalState
    /// Where it was to go.
    public let to: ProposalState

    /// The refusal, in a sentence.
    public var description: String { "a proposal that is \(from.rawValue) cannot become \(to.rawValue)" }
}
