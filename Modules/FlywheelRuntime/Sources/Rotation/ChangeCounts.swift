import FlywheelKit
import FlywheelStore

/// What became of exceptions, by number.
struct ChangeCounts: Sendable {
    /// By workflow, in the order of their ids.
    private(set) var workflows: [RotationSummary.Workflow]
    private(set) var ends = EndCounts()

    /// Nothing yet.
    init(of plan: Plan) {
        workflows = plan.stages.map(\.manifest).sorted { $0.id < $1.id }.map {
            RotationSummary.Workflow(id: $0.id, title: $0.title, decided: false)
        }
    }

    mutating func add(_ change: Change) {
        let workflow = change.exception.fingerprint.workflow
        if let index = workflows.firstIndex(where: { $0.id == workflow }) { workflows[index].add(change) }
    }

    mutating func add(_ outcome: OutcomeRecord, in currency: Currency) { ends.add(outcome, in: currency) }

    mutating func add(_ other: ChangeCounts) {
        for (index, part) in zip(workflows.indices, other.workflows) { workflows[index].add(part) }
        ends.add(other.ends)
    }
}

extension Swept {
    /// What became of the exceptions of each account: what stands on a chunk's rows is of the chunk's account, and is
    /// counted chunk by chunk on all cores.
    ///
    /// - Parameter ended: what ended exceptions leave.
    func countChanges(of plan: Plan, ended: [OutcomeRecord], in currency: Currency) -> [String: ChangeCounts] {
        let empty = ChangeCounts(of: plan)
        let parts = concurrentMap(turns.count) { number in
            turns[number].changes.reduce(into: empty) { $0.add($1.change) }
        }
        var accounts: [String: ChangeCounts] = [:]
        for (turn, part) in zip(turns, parts) { accounts[turn.owner.account, default: empty].add(part) }
        for change in orphans + groups {
            accounts[change.exception.fingerprint.subject.account, default: empty].add(change)
        }
        for outcome in ended {
            accounts[outcome.fingerprint.subject.account, default: empty].add(outcome, in: currency)
        }
        return accounts
    }
}

extension RotationSummary.Workflow {
    fileprivate mutating func add(_ change: Change) {
        switch change.kind {
        case .opened: opened += 1
        case .kept: kept += 1
        case .changed(_, .notFixed): notFixed += 1
        case .changed where change.exception.state.isFinal: ended += 1
        case .changed: changed += 1
        }
    }
}
