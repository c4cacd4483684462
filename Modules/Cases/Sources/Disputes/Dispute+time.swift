public import FlywheelKit

/// Something that time running out brought about in a dispute.
public struct DisputeLapse: Hashable, Sendable {
    /// What it was.
    public enum What: Hashable, Sendable {
        /// A stage's time ran out and this happened.
        case stage(DisputeStage, DisputeStageRules.Expiry)
        /// The time to appeal ran out; the ruling is final.
        case appealWindow
        /// The hold of that number ended, and what was left of it went to a party.
        case hold(Int, Money, to: DisputeParty)
    }

    /// When.
    public let at: Instant
    /// What it was.
    public let what: What
}

extension Dispute {
    /// The dispute as it stands at `now` if nobody does anything before.
    public func standing(at now: Instant) -> Dispute {
        var dispute = self
        _ = dispute.lapse(until: now)
        return dispute
    }

    /// What time brings about until `now`, earliest first, and not yet in this value.
    public func lapses(until now: Instant) -> [DisputeLapse] {
        var dispute = self
        return dispute.lapse(until: now)
    }

    /// The next moment at which time alone changes something; `nil` where it never does.
    public var nextLapse: Instant? {
        let holds = escrows.filter { $0.held.minorUnits > 0 }.map(\.hold.until)
        return ([expiry == .nothing ? nil : deadline].compactMap(\.self) + holds).min()
    }

    /// Lets happen, in its order, all that time brings about until `now`; what is due at `now` happens.
    mutating func lapse(until now: Instant) -> [DisputeLapse] {
        var lapses: [DisputeLapse] = []
        while let at = nextLapse, at <= now {
            lapses += lapseHolds(at: at)
            if deadline == at, let lapse = lapseStage(at: at) { lapses.append(lapse) }
        }
        return lapses
    }

    /// What happens at the deadline of the stage, where it has one.
    public var expiry: DisputeStageRules.Expiry {
        switch stage {
        case .decided: .stands
        case .closed: .nothing
        default: terms.rules.rules(of: stage)?.atDeadline ?? .nothing
        }
    }

    private mutating func lapseStage(at: Instant) -> DisputeLapse? {
        let (stage, expiry) = (stage, expiry)
        switch expiry {
        case .nothing: return nil
        case .upheld: rule(Ruling(.upheld, by: nil, authority: .deadline, at: at))
        case .denied: rule(Ruling(.denied, by: nil, authority: .deadline, at: at))
        case .withdrawn: rule(Ruling(.withdrawn, by: nil, authority: .deadline, at: at))
        case .review: enter(.review, at: at)
        case .stands: endAppeal(at: at)
        }
        return DisputeLapse(at: at, what: stage == .decided ? .appealWindow : .stage(stage, expiry))
    }

    private mutating func lapseHolds(at: Instant) -> [DisputeLapse] {
        var lapses: [DisputeLapse] = []
        for index in escrows.indices where escrows[index].hold.until == at && escrows[index].held.minorUnits > 0 {
            for (party, share) in shares(of: escrows[index]) where share.minorUnits > 0 {
                escrows[index].releases.append(.init(at: at, amount: share, to: party, authority: .deadline))
                lapses.append(DisputeLapse(at: at, what: .hold(index + 1, share, to: party)))
            }
        }
        return lapses
    }

    /// Who gets what at the end of a hold: a claimant no more than is left to have, the respondent the rest. What a ruling gives
    /// goes before whom the hold names: that was said while nobody had decided.
    private func shares(of escrow: Escrow) -> [(DisputeParty, Money)] {
        let left = escrow.held
        let named = escrow.hold.then == .claimant ? amount ?? left : .zero(left.currency)
        let due = max(0, (award ?? named).minorUnits - (paid?.minorUnits ?? 0))
        let claimants = min(left.minorUnits, due)
        return [
            (.claimant, Money(minorUnits: claimants, left.currency)),
            (.respondent, Money(minorUnits: left.minorUnits - claimants, left.currency)),
        ]
    }
}
