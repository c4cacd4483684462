import FlywheelKit
import FlywheelStore

/// Writes down what exceptions leave that a rotation ends.
struct OutcomeWriter {
    let store: any Store
    let plan: Plan
    let states: [StageState]
    let ledger: FeedLedger
    let zones: Zones
    /// Outcomes of the two years before, of which these may be a return.
    let earlier: [OutcomeRecord]

    /// The records of these exceptions, each with the tier of what it is about.
    func outcomes(of ended: [(exception: ExceptionRecord, tier: Tier?)]) throws -> [OutcomeRecord] {
        guard !ended.isEmpty else { return [] }
        let decisions = try store.loopRecords(.decision, workflow: nil, state: nil)
        let merges = try CauseMerges(decisions, until: ledger.asOf)
        let precedents = Precedents(earlier, on: Set(ended.map(\.exception.fingerprint.subject)), merges: merges)
        let preventions = try Preventions(decisions, merges: merges)
        var histories: [ExceptionID: [WorkEvent]] = [:]
        var changes: [ChangeRecord] = []
        for batch in ended.map(\.exception.id).batches(of: Chunk.capacity) {
            histories.merge(try store.histories(of: batch)) { first, _ in first }
            changes += try store.listingChanges(of: batch)
        }
        // What people did about a proposed change they did about its problem.
        for change in changes {
            histories[change.exception, default: []] += try store.history(of: change.id.description).map {
                WorkEvent(at: $0.at, by: $0.actor, $0.event)
            }
        }
        let mends = try Mends(changes, store: store, plan: plan, ledger: ledger, zones: zones)
        return try ended.map { exception, tier in
            let history = histories[exception.id, default: []]
            let place = try store.place(of: exception.id)
            return OutcomeRecord(
                ending: exception, asOf: ledger.asOf, history: history, lastTerms: place?.terms ?? [],
                tier: tier ?? place?.row.tier, steps: steps(of: exception, history), precedents: precedents,
                preventions: preventions, mended: mends.file(ending: exception))
        }
    }

    /// How many steps its playbook has. What a workflow cannot read of its own evidence has none, and what nobody touched
    /// followed none.
    private func steps(of exception: ExceptionRecord, _ history: [WorkEvent]) -> Int {
        guard history.contains(where: { $0.actor.kind == .person }) else { return 0 }
        return (try? plan.resolution(of: exception, states: states))?.playbook?.steps.count ?? 0
    }
}

extension Swept {
    /// The exceptions that ended and leave an outcome, each with the tier of what it is about, chunk by chunk; groups last.
    func ended(_ tiers: SweptTiers) -> [(exception: ExceptionRecord, tier: Tier?)] {
        func hasEnded(_ change: Change) -> Bool {
            change.verb != nil && change.exception.state.isFinal && change.exception.state != .withdrawn
        }
        let inTurns = turns.enumerated().flatMap { number, turn in
            turn.changes.filter { hasEnded($0.change) }.map { row, change in
                (change.exception, tiers.tier((number, row)))
            }
        }
        return inTurns + orphans.filter(hasEnded).map { ($0.exception, nil) }
            + groups.filter(hasEnded).map { ($0.exception, groupTiers[$0.exception.fingerprint]) }
    }
}
