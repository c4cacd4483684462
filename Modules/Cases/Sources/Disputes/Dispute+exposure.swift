public import FlywheelKit

/// What a pending dispute means for the desk's side.
public struct DisputeExposure: Hashable, Sendable {
    /// What the desk's side may still lose, or not get: the sum asked for without what the claimant has had already;
    /// `nil` where it is not known.
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
    /// What the dispute means for the desk's side at `now`; `nil` where it is over, or the desk's side only decides.
    public func exposure(at now: Instant) -> DisputeExposure? {
        let dispute = standing(at: now)
        guard dispute.stage != .closed, let part = [DisputeParty.claimant, .respondent].first(where: isDesk) else {
            return nil
        }
        let left = dispute.amount.map {
            Money(minorUnits: $0.minorUnits - (dispute.paid?.minorUnits ?? 0), $0.currency)
        }
        return DisputeExposure(
            atStake: left, held: dispute.held, deadline: dispute.deadline, atDeadline: dispute.expiry,
            isAgainstDesk: dispute.isLostAtDeadline(by: part))
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
