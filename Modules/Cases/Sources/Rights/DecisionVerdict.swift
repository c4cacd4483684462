public import FlywheelKit

/// Whether somebody may take a decision.
public enum DecisionVerdict: Hashable, Sendable {
    /// Why a decision is not somebody's alone.
    public enum Reason: Hashable, Sendable {
        /// The matrix gives this type of decision to nobody.
        case nobody(DecisionType)
        /// The matrix gives it to others.
        case noRight(String, DecisionType)
        /// It is more than their limit.
        case overLimit(Money, limit: Money)
        /// No limit is stated in that currency.
        case noLimit(Currency)
        /// The sum is not known, so no limit can be held against it.
        case unknownAmount
        /// A second person always has to agree.
        case secondPerson(role: String)
    }

    /// They may, by that role.
    case allowed(role: String)
    /// Somebody else with one of those roles has to agree.
    case needs(roles: [String], Reason)
    /// Nobody may.
    case refused(Reason)
}

extension DecisionVerdict.Reason: CustomStringConvertible {
    /// A clause that follows "because".
    public var description: String {
        switch self {
        case .nobody(let type): "no role has a right to decide on \(type.rawValue)"
        case .noRight(let name, let type): "\(name) has no right to decide on \(type.rawValue)"
        case .overLimit(let amount, let limit): "\(amount) is more than the limit of \(limit)"
        case .noLimit(let currency): "no limit is stated in \(currency)"
        case .unknownAmount: "the amount is not known"
        case .secondPerson(let role): "\(role) decides on it only with a second person"
        }
    }
}

/// Why a decision was not taken.
public enum DecisionRefusal: Error, Hashable, Sendable {
    /// Nobody may.
    case refused(DecisionVerdict.Reason)
    /// Somebody with one of those roles has to agree first.
    case needs(roles: [String], DecisionVerdict.Reason)
    /// Nobody reviews their own proposal.
    case ownProposal(String)
    /// Who was to agree has none of those roles.
    case reviewerMayNot(String, roles: [String])
    /// It was not said why.
    case noRationale
    /// A sum below nothing.
    case negative(Money)
}

extension DecisionRefusal: CustomStringConvertible {
    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .refused(let reason): "nobody may decide this: \(reason)"
        case .needs(let roles, let reason):
            "this needs the agreement of \(roles.joined(separator: " or ")): \(reason)"
        case .ownProposal(let name): "\(name) proposed it and cannot review it"
        case .reviewerMayNot(let name, let roles):
            "\(name) cannot review it, expected somebody who is \(roles.joined(separator: " or "))"
        case .noRationale: "a decision needs a rationale in words"
        case .negative(let amount): "a decision is about \(amount), expected nothing or more"
        }
    }
}
