import FlywheelKit

extension Dispute {
    /// Makes a move, after everything that time brought about before it.
    mutating func make(_ move: DisputeMove, at now: Instant) throws(DisputeError) {
        guard now >= touched else { throw .backwards(now, after: touched) }
        let lapsed = lapse(until: now)
        switch move {
        case .opened: throw .alreadyOpen(stage)
        case .amount(let amount): try state(amount)
        case .evidence(let evidence): try bring(evidence, at: now)
        case .moved(let stage, let party, let deadline): try go(to: stage, by: party, deadline: deadline, at: now)
        case .decided(let outcome, let party, let authority):
            try decide(outcome, by: party, authority: authority, move: move, at: now)
        case .appealed(let party, let deadline): try appeal(by: party, deadline: deadline, at: now)
        case .withdrawn: try withdraw(at: now)
        case .held(let hold): try self.hold(hold, move: move, at: now)
        case .released(let release): try self.release(release, move: move, at: now)
        case .paid(let amount, let reference): try pay(amount, reference: reference, at: now)
        case .lapsesNoted: if lapsed.isEmpty { throw .nothingLapsed }
        }
        touched = now
    }

    private mutating func state(_ amount: Money) throws(DisputeError) {
        guard rulings.isEmpty else { throw .tooLate("the amount is stated", stage) }
        guard amount.minorUnits > 0 else { throw .notPositive(amount) }
        if let known = self.amount, known.currency != amount.currency {
            throw .currency(amount, expected: known.currency)
        }
        if let held, amount.minorUnits < held.minorUnits { throw .exceeds(held, limit: amount, "the amount at stake") }
        if let paid, amount.minorUnits < paid.minorUnits { throw .exceeds(paid, limit: amount, "the amount at stake") }
        self.amount = amount
    }

    private mutating func bring(_ evidence: Evidence, at now: Instant) throws(DisputeError) {
        guard !evidence.reference.isEmpty else { throw .missing("the evidence's reference") }
        let takers: [DisputeParty] =
            if stage == .decided {
                terms.rules.appeal?.by.filter { rulings.last?.isAgainst($0) == true } ?? []
            } else { terms.rules.rules(of: stage)?.evidenceFrom ?? [] }
        guard takers.contains(evidence.by) else { throw .noEvidence(from: evidence.by, stage) }
        exhibits.append(Exhibit(at: now, evidence: evidence))
    }

    private mutating func go(
        to target: DisputeStage, by party: DisputeParty, deadline: Instant?, at now: Instant
    ) throws(DisputeError) {
        let moves = terms.rules.rules(of: stage)?.moves ?? []
        guard moves.contains(.init(to: target, by: party)) else {
            throw .illegal(from: stage, to: target, by: party, allowed: moves)
        }
        if let deadline, deadline <= now { throw .deadlinePassed(deadline) }
        enter(target, at: now, deadline: deadline)
    }

    private mutating func decide(
        _ outcome: Ruling.Outcome, by party: DisputeParty, authority: Authority, move: DisputeMove, at now: Instant
    ) throws(DisputeError) {
        let deciders = terms.rules.rules(of: stage)?.deciders ?? []
        guard deciders.contains(party) else { throw .mayNotDecide(party, stage, allowed: deciders) }
        switch outcome {
        case .upheld: break
        case .denied: guard party == .reviewer else { throw .onlyGivesIn(party) }
        case .withdrawn: throw .rulesWithdrawal
        case .partly(let award):
            guard let amount else { throw .unknownAmount }
            guard award.currency == amount.currency else { throw .currency(award, expected: amount.currency) }
            guard award.minorUnits > 0 else { throw .notPositive(award) }
            guard award.minorUnits < amount.minorUnits else { throw .notPart(award, of: amount) }
        }
        try check(authority, of: move, isDesks: isDesk(party))
        rule(Ruling(outcome, by: party, authority: authority, at: now))
    }

    private mutating func appeal(by party: DisputeParty, deadline: Instant?, at now: Instant) throws(DisputeError) {
        guard stage == .decided, let rules = terms.rules.appeal, let ruling = rulings.last else {
            throw .noAppeal(stage)
        }
        guard rules.by.contains(party), ruling.isAgainst(party) else { throw .notTheirs(party, ruling.outcome) }
        let isShown = exhibits.dropFirst(exhibitsRuledOn).contains { $0.evidence.by == party }
        guard isShown || !rules.needsEvidence else { throw .appealNeedsEvidence(party) }
        if let deadline, deadline <= now { throw .deadlinePassed(deadline) }
        appeals += 1
        appellant = party
        enter(.appeal, at: now, deadline: deadline)
    }

    private mutating func withdraw(at now: Instant) throws(DisputeError) {
        guard stage.isPending else { throw .tooLate("it is withdrawn", stage) }
        guard stage != .appeal else { return endAppeal(at: now) }
        rule(Ruling(.withdrawn, by: .claimant, authority: .claimant, at: now))
    }
}
