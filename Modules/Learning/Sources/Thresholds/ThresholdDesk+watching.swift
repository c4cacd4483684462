import FlywheelKit
public import FlywheelRuntime
import FlywheelStore
import Thresholds

/// What a rotation brings about.
extension ThresholdDesk {
    /// The knobs that rotations are to look with as well: those of proposals in their shadow time, and of those about to
    /// begin it.
    public func shadows() throws -> [ShadowTrial] {
        try store.loopRecords(.proposal).map(KeptProposal.init).compactMap { kept in
            let proposal = kept.proposal
            guard proposal.state == .backTested || proposal.state == .shadow,
                let stage = plan.stages.first(where: { $0.manifest.id == proposal.workflow })
            else { return nil }
            let json = try store.stageStates().first { $0.workflow == proposal.workflow }?.knobs ?? ""
            return ShadowTrial(
                id: kept.record.id, workflow: proposal.workflow,
                knobs: try stage.knobs(json, setting: proposal.knob, to: proposal.to))
        }
    }

    /// Moves proposals on after a rotation: into shadow, on to approval, and what is watched to its end. What breaks a
    /// floor in its watched time goes back by itself. What is under way of a knob that a person set meanwhile ends: the value
    /// is chosen, and what was learned is tried anew once it is not.
    ///
    /// - Parameter seen: what the rotation saw of the shadows, by the proposal's id.
    /// - Returns: what moved.
    @discardableResult
    public func advance(_ seen: [String: ShadowCount]) throws -> [KeptProposal] {
        try store.loopRecords(.proposal).map(KeptProposal.init).compactMap { kept in
            switch kept.proposal.state {
            case let state where !state.isFinal && isSet(kept.proposal): try end(kept)
            case .backTested, .shadow: try shadow(kept, seen[kept.record.id])
            case .watched: try watch(kept)
            default: nil
            }
        }
    }

    /// Whether a person sets what a proposal would move.
    func isSet(_ proposal: ThresholdProposal) -> Bool {
        plan.stages.contains { $0.manifest.id == proposal.workflow && $0.setKnobs[proposal.knob] != nil }
    }

    private func end(_ kept: KeptProposal) throws -> KeptProposal {
        let reason = "set-in-flywheel-yaml"
        return kept.proposal.state == .watched
            ? try rollBack(kept.record.number, reason: reason) : try refuse(kept.record.number, reason: reason)
    }

    private func shadow(_ kept: KeptProposal, _ seen: ShadowCount?) throws -> KeptProposal? {
        var kept = kept
        if kept.proposal.state == .backTested { try kept.proposal.move(to: .shadow, at: now, by: actor.name) }
        if let seen {
            var tally = kept.proposal.shadow ?? ShadowTally()
            tally.rotations += 1
            tally.wouldOpen = seen.wouldOpen
            tally.wouldEnd = seen.wouldEnd
            tally.wouldEndHeroes = seen.wouldEndHeroes
            kept.proposal.shadow = tally
        }
        let hasRun = now.days(since: kept.proposal.since) >= settings.rules.shadowDays
        if hasRun, kept.proposal.shadow != nil {
            try kept.proposal.move(to: .awaitingApproval, at: now, by: actor.name)
        }
        try store.keep([kept.recorded(at: now)], by: actor, at: now)
        return try proposal(kept.record.number)
    }

    /// Judges a watched change; `nil` where it is watched for longer.
    private func watch(_ kept: KeptProposal) throws -> KeptProposal? {
        var kept = kept
        let proposal = kept.proposal
        let days = now.days(since: proposal.since)
        guard days >= 1, let stage = plan.stages.first(where: { $0.manifest.id == proposal.workflow }) else {
            return nil
        }
        let labels = try LabelReader(store, workflow: proposal.workflow, from: proposal.since, until: now)
        let all = try LabelReader(store, workflow: proposal.workflow, from: since, until: now)
        let json = try store.stageStates().first { $0.workflow == proposal.workflow }?.knobs ?? ""
        let pair = [proposal.from, proposal.to].sorted()
        let place = pair.firstIndex(of: proposal.to) ?? 0
        let trials = try KnobTrials(
            stage, json: json,
            grids: stage.knobs.map { $0.name == proposal.knob ? (pair, place) : nil },
            weeks: max(1, Int((days / 7).rounded(.up))), until: try trial.newestDecided(stage.manifest.id, until: now),
            trial: trial, labels: labels, settings: settings,
            operatorDays: try operatorDays)
        guard let knob = stage.knobs.firstIndex(where: { $0.name == proposal.knob }), let past = trials.trial(of: knob)
        else { return nil }
        let tally = WatchTally(
            past, new: place, old: 1 - place, audit: LabelAudit(all.labels.values), rules: settings.rules)
        guard let verdict = tally.verdict(days: days, mends: proposal.choice?.mends, rules: settings.rules) else {
            return nil
        }
        kept.proposal.watch = tally
        try kept.proposal.move(to: verdict.state, at: now, by: actor.name, reason: verdict.reason)
        if verdict.state == .rolledBack {
            try move(kept, from: proposal.to, to: proposal.from, with: [])
        } else {
            try store.keep([kept.recorded(at: now)], by: actor, at: now)
        }
        return try self.proposal(kept.record.number)
    }
}
