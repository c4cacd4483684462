public import FlywheelKit

extension Dispute {
    /// What is held of it now; `nil` where nothing ever was.
    public var held: Money? { sum(escrows.map(\.held)) }

    /// What the claimant has had so far, out of what was held and otherwise; `nil` where nothing.
    public var paid: Money? {
        sum(payments.map(\.amount) + escrows.flatMap(\.releases).filter { $0.to == .claimant }.map(\.amount))
    }

    /// What the ruling that stands gives the claimant; `nil` where none stands or the sum is not known.
    public var award: Money? {
        guard let ruling, let amount else { return nil }
        switch ruling.outcome {
        case .upheld: return amount
        case .partly(let award): return award
        case .denied, .withdrawn: return .zero(amount.currency)
        }
    }

    /// What of the award the claimant has not had yet; `nil` where nothing, or where no ruling stands or the sum is not known.
    public var owed: Money? {
        guard let award, award.minorUnits > paid?.minorUnits ?? 0 else { return nil }
        return Money(minorUnits: award.minorUnits - (paid?.minorUnits ?? 0), award.currency)
    }

    /// What the claimant has had beyond what the ruling that stands gives, as after an appeal; `nil` where nothing.
    public var overpaid: Money? {
        guard let award, let paid, paid.minorUnits > award.minorUnits else { return nil }
        return Money(minorUnits: paid.minorUnits - award.minorUnits, paid.currency)
    }

    /// What a decision of the desk has to be about to entitle to a move; `nil` for moves that need none.
    ///
    /// A ruling of the reviewer weighs all that is at stake, whichever way it goes; giving in weighs what is given. A hold
    /// weighs with all that is held beside it, and a release with all that was released before, so that a limit is not
    /// passed in small steps.
    public func weight(of move: DisputeMove) -> (type: DecisionType, amount: Money?)? {
        switch move {
        case .decided(.partly(let award), by: .respondent, _): (terms.rules.kind.decision, award)
        case .decided: (terms.rules.kind.decision, amount)
        case .held(let hold): (.hold, held.map { $0.adding(hold.amount) } ?? hold.amount)
        case .released(let release): (.release, released.map { $0.adding(release.amount) } ?? release.amount)
        default: nil
        }
    }

    mutating func hold(_ hold: EscrowHold, move: DisputeMove, at now: Instant) throws(DisputeError) {
        guard stage != .closed else { throw .tooLate("money is held", stage) }
        guard !hold.rule.isEmpty else { throw .missing("the hold's rule") }
        guard !hold.reason.isEmpty else { throw .missing("the hold's reason") }
        guard hold.then != .reviewer else { throw .toReviewer }
        let longest = now.advanced(bySeconds: Int64(terms.rules.holdDays) * 86_400)
        guard hold.until > now, hold.until <= longest else { throw .holdUntil(hold.until, longest: longest) }
        try check(hold.amount, within: amount, taken: held, of: "the amount at stake")
        if case .outside = hold.authority, terms.desk == .platform { throw .needsDecision }
        try check(hold.authority, of: move, isDesks: hold.authority.isDesks)
        escrows.append(Escrow(hold: hold, since: now, releases: []))
    }

    mutating func release(_ release: EscrowRelease, move: DisputeMove, at now: Instant) throws(DisputeError) {
        guard escrows.indices.contains(release.hold - 1) else { throw .noHold(release.hold, of: escrows.count) }
        let escrow = escrows[release.hold - 1]
        guard release.to != .reviewer else { throw .toReviewer }
        try check(release.amount, within: escrow.held, taken: nil, of: "what is held")
        if release.to == .claimant {
            try check(release.amount, within: award ?? amount, taken: paid, of: "what is left for the claimant")
        }
        // Who holds lets go: a letter does not free what the desk holds, nor the desk what others do.
        try check(release.authority, of: move, isDesks: escrow.hold.authority.isDesks)
        escrows[release.hold - 1].releases.append(
            .init(at: now, amount: release.amount, to: release.to, authority: release.authority))
    }

    mutating func pay(_ amount: Money, reference: String, at now: Instant) throws(DisputeError) {
        guard !reference.isEmpty else { throw .missing("the payment's number") }
        guard ruling != nil else { throw .unruled(stage) }
        try check(amount, within: award, taken: paid, of: "what was awarded")
        payments.append(Payment(at: now, amount: amount, reference: reference))
    }

    /// Whether the authority is what a ruling, hold or release by the desk, or by somebody else, takes.
    func check(_ authority: Authority, of move: DisputeMove, isDesks: Bool) throws(DisputeError) {
        switch authority {
        case .proposed, .deadline, .claimant: throw .needsDecision
        case .outside(let reference):
            guard !isDesks else { throw .needsDecision }
            guard !reference.isEmpty else { throw .missing("the letter's number") }
        case .desk(let decision):
            guard isDesks else { throw .notTheDesks }
            guard !decisions.contains(decision.number) else { throw .usedDecision(decision.number) }
            guard let weight = weight(of: move), weight == (decision.type, decision.amount) else {
                throw .otherDecision(decision, weight(of: move)?.type, weight(of: move)?.amount)
            }
        }
    }

    /// The numbers of the desk's decisions that it rests on.
    public var decisions: Set<Int64> {
        let authorities =
            rulings.map(\.authority) + escrows.map(\.hold.authority)
            + escrows.flatMap(\.releases).map(\.authority)
        return Set(authorities.compactMap { if case .desk(let decision) = $0 { decision.number } else { nil } })
    }

    /// Whether a sum is a positive part of what is left of a limit.
    private func check(
        _ sum: Money, within limit: Money?, taken: Money?, of what: String
    ) throws(DisputeError) {
        guard sum.minorUnits > 0 else { throw .notPositive(sum) }
        guard let limit else { throw .unknownAmount }
        guard sum.currency == limit.currency else { throw .currency(sum, expected: limit.currency) }
        // Both lie between nothing and the amount at stake, so the difference stays within 64 bits.
        let left = Money(minorUnits: limit.minorUnits - (taken?.minorUnits ?? 0), limit.currency)
        guard sum.minorUnits <= left.minorUnits else { throw .exceeds(sum, limit: left, what) }
    }

    private var released: Money? {
        sum(escrows.flatMap(\.releases).filter(\.authority.isDesks).map(\.amount))
    }

    /// The sum of amounts in the dispute's one currency.
    private func sum(_ amounts: [Money]) -> Money? {
        amounts.first.map { first in
            Money(minorUnits: amounts.reduce(0) { $0 + $1.minorUnits }, first.currency)
        }
    }
}

extension Authority {
    /// Whether it is a decision of the desk.
    var isDesks: Bool { if case .desk = self { true } else { false } }
}
