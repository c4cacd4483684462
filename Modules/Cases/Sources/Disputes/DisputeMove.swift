public import FlywheelKit

/// Something that happens to a dispute. ``Case/dispute(_:at:by:)`` says whether it may.
public enum DisputeMove: Hashable, Sendable, Codable {
    /// It is opened.
    case opened(DisputeTerms)
    /// The sum asked for is stated, or corrected, before a ruling.
    case amount(Money)
    /// Evidence is brought.
    case evidence(Evidence)
    /// A party moves it to a stage, with the deadline that was stated for that stage, if one was.
    case moved(to: DisputeStage, by: DisputeParty, deadline: Instant?)
    /// It is decided.
    case decided(Ruling.Outcome, by: DisputeParty, authority: Authority)
    /// A ruling is appealed by whom it went against.
    case appealed(by: DisputeParty, deadline: Instant?)
    /// The claimant lets it go; under appeal, whoever appealed takes the appeal back.
    case withdrawn
    /// Money is held.
    case held(EscrowHold)
    /// Held money goes to one of the two.
    case released(EscrowRelease)
    /// The respondent pays the claimant, in the payment's number.
    case paid(Money, reference: String)
    /// Somebody wrote down what times running out had brought about. It changes nothing: those things are true without it.
    case lapsesNoted
}

extension DisputeMove {
    /// The same move by another authority; a move that takes none as it is.
    public func authorized(by authority: Authority) -> DisputeMove {
        switch self {
        case .decided(let outcome, let party, _): .decided(outcome, by: party, authority: authority)
        case .held(let hold):
            .held(
                EscrowHold(
                    hold.amount, rule: hold.rule, reason: hold.reason, until: hold.until, then: hold.then,
                    authority: authority))
        case .released(let release):
            .released(EscrowRelease(of: release.hold, release.amount, to: release.to, authority: authority))
        default: self
        }
    }

    /// Who is to entitle to it; `nil` for a move that takes no authority.
    public var authority: Authority? {
        switch self {
        case .decided(_, _, let authority): authority
        case .held(let hold): hold.authority
        case .released(let release): release.authority
        default: nil
        }
    }
}

/// Money that is held until it is released, at the latest at a stated moment.
public struct EscrowHold: Hashable, Sendable, Codable {
    /// How much.
    public let amount: Money
    /// The rule that calls for it, by its code.
    public let rule: String
    /// What happened that the rule speaks of, as a code.
    public let reason: String
    /// When it ends by itself.
    public let until: Instant
    /// Who gets the money then, where no ruling stands.
    public let then: DisputeParty
    /// By what authority.
    public let authority: Authority

    /// A hold.
    public init(
        _ amount: Money, rule: String, reason: String, until: Instant, then: DisputeParty = .respondent,
        authority: Authority
    ) {
        self.amount = amount
        self.rule = rule
        self.reason = reason
        self.until = until
        self.then = then
        self.authority = authority
    }
}

/// Held money that goes to one of the two.
public struct EscrowRelease: Hashable, Sendable, Codable {
    /// The hold, counted from 1 within the dispute.
    public let hold: Int
    /// How much of it.
    public let amount: Money
    /// To whom.
    public let to: DisputeParty
    /// By what authority.
    public let authority: Authority

    /// A release.
    public init(of hold: Int, _ amount: Money, to party: DisputeParty, authority: Authority) {
        self.hold = hold
        self.amount = amount
        to = party
        self.authority = authority
    }
}
