public import FlywheelKit

/// What a pending dispute means for the desk's side.
public struct DisputeExposure: Hashable, Sendable {
    /// What the desk's side may still lose, or not get: the sum asked for, where a ruling stands against a respondent what it
    /// gives, without what the claimant has had already; `nil` where it is not known.
    public let atStake: Money?
    /// What is held of it.
    public let held: Money?
    /// When the stage ends; `nil` where nothing says so.
    public let deadline: Instant?
    /// What happens then by itself.
    public let atDeadline: DisputeStageRules.Expiry
    /// Whether that goes against the desk's side.
    public let isAgainstDesk: Bool
}

extension Dispute {
    /// What the dispute means for the desk's side at `now`; `nil` where it is over, where the ruling that stands leaves nothing
    /// to lose, or the desk's side only decides.
    public func exposure(at now: Instant) -> DisputeExposure? {
        let dispute = standing(at: now)
        guard dispute.stage != .closed, let part = [DisputeParty.claimant, .respondent].first(where: isDesk),
            !dispute.isSettled(for: part)
        else { return nil }
        return DisputeExposure(
            atStake: dispute.left(to: part), held: dispute.held, deadline: dispute.deadline,
            atDeadline: dispute.expiry, isAgainstDesk: dispute.isLostAtDeadline(by: part))
    }

    /// What of the sum asked for is decided at `now` and no longer at stake: paid, or refused; `nil` where nobody knows.
    public func settled(at now: Instant) -> Money? {
        let dispute = standing(at: now)
        guard let amount = dispute.amount, dispute.exposure(at: now) != nil else { return dispute.amount }
        let part: DisputeParty = dispute.isDesk(.claimant) ? .claimant : .respondent
        return dispute.left(to: part).map { Money(minorUnits: amount.minorUnits - $0.minorUnits, amount.currency) }
    }

    /// What a party may still lose, or not get. A claimant may still be denied all that was not paid, whatever was awarded; of a
    /// respondent nobody may take more than the ruling that stands gives, until it is appealed.
    private func left(to party: DisputeParty) -> Money? {
        (party == .respondent && ruling != nil ? award : amount).map {
            Money(minorUnits: max(0, $0.minorUnits - (paid?.minorUnits ?? 0)), $0.currency)
        }
    }

    /// Whether a ruling stands that takes nothing more from a party.
    private func isSettled(for party: DisputeParty) -> Bool {
        guard let ruling, party == .respondent else { return false }
        return switch ruling.outcome {
        case .denied, .withdrawn: true
        case .upheld, .partly: left(to: party)?.minorUnits == 0
        }
    }

    /// Whether what happens at the deadline costs a party something that it could still get or keep.
    private func isLostAtDeadline(by party: DisputeParty) -> Bool {
        guard expiry != .stands else { return rulings.last?.isAgainst(party) ?? false }
        guard let outcome = outcomeAtDeadline else { return false }
        return outcome.isAgainst(party) || party == .claimant && outcome == .withdrawn
    }

    /// The ruling that stands if nobody does anything before the deadline; `nil` where it is still open then.
    public var outcomeAtDeadline: Ruling.Outcome? {
        switch expiry {
        case .nothing, .review: nil
        case .upheld: .upheld
        case .denied: .denied
        case .withdrawn: .withdrawn
        case .stands: rulings.last?.outcome
        }
    }

    /// The kinds of evidence a party brought, each once.
    public func evidence(by party: DisputeParty) -> Set<Evidence.Kind> {
        Set(exhibits.map(\.evidence).filter { $0.by == party }.map(\.kind))
    }

    /// Who won: the claimant where all was given, the respondent where nothing was; `nil` for a part of it, a dispute
    /// that was let go, and one that is pending, which ``ruling`` tells apart.
    public var winner: DisputeParty? {
        switch ruling?.outcome {
        case .upheld: .claimant
        case .denied: .respondent
        case .partly, .withdrawn, nil: nil
        }
    }
}
