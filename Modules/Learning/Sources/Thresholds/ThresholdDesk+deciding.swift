import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Thresholds

/// What people decide about proposals.
extension ThresholdDesk {
    /// Moves the knob, with a decision whose effect is looked at later, in one transaction; from now on it is watched.
    @discardableResult
    public func approve(_ number: Int64) throws -> KeptProposal {
        var kept = try proposal(number)
        guard kept.proposal.state == .awaitingApproval else {
            throw LoopError.notNow("T\(number)", kept.proposal.state)
        }
        guard !isSet(kept.proposal) else { throw LoopError.isSet("T\(number)", kept.proposal.name) }
        let accepted = try store.loopRecords(.proposal).map(KeptProposal.init).compactMap { other in
            other.proposal.steps.first { $0.state == .watched }?.at
        }
        let next = ChangePace(accepted: accepted, rules: settings.rules).next(after: now)
        guard next <= now else { throw LoopError.tooSoon("T\(number)", next: next) }
        let record = try DecisionDesk(store, actor: actor, now: now, reviewDays: settings.reviewDays).draft(
            .threshold, kept.proposal.name, workflow: kept.proposal.workflow,
            metric: .precision, change: .init(from: kept.proposal.from, to: kept.proposal.to),
            evidence: ["T\(number)"], key: "threshold T\(number)")
        kept.proposal.decision = record.number
        try kept.proposal.move(to: .watched, at: now, by: actor.name)
        try move(kept, from: kept.proposal.from, to: kept.proposal.to, with: [record])
        return try proposal(number)
    }

    /// Ends a proposal that nobody approved of yet.
    @discardableResult
    public func refuse(_ number: Int64, reason: String) throws -> KeptProposal {
        var kept = try proposal(number)
        guard kept.proposal.state.next.contains(.refused) else {
            throw LoopError.notNow("T\(number)", kept.proposal.state)
        }
        try kept.proposal.move(to: .refused, at: now, by: actor.name, reason: reason)
        try store.keep([kept.recorded(at: now)], by: actor, at: now)
        return try proposal(number)
    }

    /// Moves the knob back, and ends the decision that moved it.
    @discardableResult
    public func rollBack(_ number: Int64, reason: String) throws -> KeptProposal {
        var kept = try proposal(number)
        guard kept.proposal.state.next.contains(.rolledBack) else {
            throw LoopError.notNow("T\(number)", kept.proposal.state)
        }
        try kept.proposal.move(to: .rolledBack, at: now, by: actor.name, reason: reason)
        try move(kept, from: kept.proposal.to, to: kept.proposal.from, with: [])
        return try proposal(number)
    }

    /// Keeps a proposal whose knob moves, ends its decision where it goes back, and the knobs with them.
    func move(_ kept: KeptProposal, from: Double, to: Double, with records: [LoopRecord]) throws {
        let proposal = kept.proposal
        guard let stage = plan.stages.first(where: { $0.manifest.id == proposal.workflow }) else {
            throw LoopError.unknownKnob(proposal.name)
        }
        let json = try store.stageStates().first { $0.workflow == proposal.workflow }?.knobs ?? ""
        // What a person sets since stands above it, and is not what moves.
        let value = try stage.keptKnobValues(json)[proposal.knob]
        guard value == from else { throw LoopError.outOfDate(kept.record.id, now: value ?? .nan) }
        var records = records
        if proposal.state == .rolledBack, let number = proposal.decision,
            var decision = try store.loopRecord(.decision, number)
        {
            var body = try DecisionBody(decision)
            body.rolledBack = now
            decision.state = DecisionState.rolledBack.rawValue
            decision.body = try body.json
            records.append(decision)
        }
        try store.keep(
            [try kept.recorded(at: now)] + records,
            knobs: (proposal.workflow, try stage.knobs(json, setting: proposal.knob, to: to)), events: [], by: actor,
            at: now)
    }
}
