public import Cases
public import FlywheelStore

/// Why the desk did nothing in a dispute.
public enum DisputeRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The dispute's rules refuse it.
    case move(DisputeError)
    /// The rights of who acts refuse it.
    case decision(DecisionRefusal)
    /// No rules are there for that kind of dispute.
    case noRules(DisputeKind)
    /// There is no such proposal.
    case noProposal(DecisionID)
    /// The proposal was decided on already, by that decision.
    case reviewed(DecisionID, by: DecisionID)
    /// The dispute or the rights are not what they were when it was proposed.
    case outdated(DecisionID)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .move(let error): error.description
        case .decision(let refusal): refusal.description
        case .noRules(let kind): "there are no rules for \(kind.rawValue)"
        case .noProposal(let id): "\(id) is no proposal that waits for a review"
        case .reviewed(let id, let other): "\(id) was reviewed already: \(other)"
        case .outdated(let id): "\(id) was proposed under other circumstances: propose it again"
        }
    }
}
