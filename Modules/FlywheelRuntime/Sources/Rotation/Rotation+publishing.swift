import FlywheelKit
import FlywheelStore

extension Rotation {
    /// Makes all of a turn visible at once.
    func publish(
        _ swept: consuming Swept, _ queue: BuiltQueue, _ counted: CountedTurn, _ decided: DecidedTurn,
        _ begun: BegunTurn
    ) throws -> RotationSummary {
        for batch in queue.rows.batches(of: Chunk.capacity) {
            try store.stage(batch.withoutTerms(of: decided.opened), for: begun.id)
        }
        var turn = Turn(RotationRecord(id: begun.id, asOf: begun.asOf, currency: begun.currency, summary: ""))
        turn.rotation.accounts = try counted.accounts.mapValues(CanonicalJSON.text)
        turn.tiers = decided.tiers.columns
        turn.proposals = counted.proposed.proposals
        turn.superseded = counted.proposed.superseded
        turn.events = swept.events(cause: begun.id) + counted.woken + counted.proposed.events
        turn.returned = decided.returned.sorted()
        turn.outcomes = decided.ended
        turn.changes = swept.changes { $0.verb != nil }.replacements
        turn.over = swept.turns.flatMap(\.over)
        swept.forgetTurns()
        return try publish(turn, counted.summary, begun)
    }

    /// Publishes, giving way to people: what one of them changed meanwhile is left as it is for the next rotation, and
    /// teaches nothing before that.
    private func publish(_ turn: Turn, _ summary: RotationSummary, _ begun: BegunTurn) throws -> RotationSummary {
        var turn = turn
        var summary = summary
        while true {
            turn.rotation.summary = try CanonicalJSON.text(summary)
            turn.learned = try learned(from: turn, states: begun.states)
            guard let ids = try conflicts(publishing: turn) else { return summary }
            turn.leaveOut(ids)
            summary.skipped += ids.count
            // What is left as it is may be a mistake that is yet to be judged.
            summary.discards = begun.discards
        }
    }

    private func conflicts(publishing turn: Turn) throws -> Set<ExceptionID>? {
        do {
            try store.publish(turn)
            return nil
        } catch {
            // A refusal that names nothing of this turn would come again for ever.
            guard case .changedMeanwhile(let ids) = error, turn.decides(ids) else { throw error }
            return Set(ids)
        }
    }

    /// What the stages know once they have learned from the outcomes of a turn.
    private func learned(from turn: Turn, states: [String: StageState]) throws -> [StageState] {
        let stages = Dictionary(plan.stages.map { ($0.manifest.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ended = turn.changes.map(\.exception).filter { $0.state.isFinal && $0.isSeenByStage && !$0.isGroup }
        let evidence = Dictionary(
            try ended.map { ($0.id, try $0.evidence.text()) }, uniquingKeysWith: { first, _ in first })
        var states = states
        for id in turn.returned {
            guard let outcome = try store.outcomes(of: nil, after: ExceptionID(id.number - 1), limit: 1).first,
                outcome.exception == id, let stage = stages[outcome.fingerprint.workflow],
                let left = try store.exception(id), left.isSeenByStage, !left.isGroup,
                var state = states[outcome.fingerprint.workflow]
            else { continue }
            state.record = try stage.unlearn(outcome, left.evidence.text(), state)
            states[state.workflow] = state
        }
        for outcome in turn.outcomes {
            let workflow = outcome.fingerprint.workflow
            guard let stage = stages[workflow], let evidence = evidence[outcome.exception] else { continue }
            var state = states[workflow] ?? StageState(workflow: workflow)
            state.record = try stage.learn(outcome, evidence, state)
            states[workflow] = state
        }
        return states.values.sorted { $0.workflow < $1.workflow }
    }
}
