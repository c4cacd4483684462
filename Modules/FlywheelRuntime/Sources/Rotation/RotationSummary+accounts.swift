import FlywheelKit
public import FlywheelStore

extension RotationSummary {
    /// What a rotation counted of each account alone, for people who may not know of the others: listings, workflows, what is
    /// open and for how much, how its business stands. Who works the queue is in none of them: people work for all.
    ///
    /// - Parameter business: how the business of an account stands.
    func ofAccounts(
        _ swept: Swept, _ queue: BuiltQueue, _ changes: [String: ChangeCounts],
        business: (String) -> BusinessMeasures
    ) -> [String: RotationSummary] {
        let empty = workflows.map { Workflow(id: $0.id, title: $0.title, decided: false) }
        var counted: [String: RotationSummary] = [:]
        func count(_ account: String, _ body: (inout RotationSummary) -> Void) {
            body(
                &counted[
                    account,
                    default: RotationSummary(
                        of: rotation, asOf: asOf, currency: currency, horizonDays: horizonDays, workflows: empty)])
        }
        for turn in swept.turns {
            count(turn.owner.account) { summary in
                if turn.kind == .listing { summary.listings += turn.codes.count }
                for index in summary.workflows.indices { summary.workflows[index].note(turn) }
            }
        }
        for (account, changes) in changes {
            count(account) { summary in
                for (index, part) in zip(summary.workflows.indices, changes.workflows) {
                    summary.workflows[index].add(part)
                }
                summary.note(changes.ends)
            }
        }
        for (account, totals) in queue.accounts { count(account) { $0.note(totals) } }
        for account in counted.keys { counted[account]?.business = business(account) }
        return counted
    }

    /// What a rotation counted: of all accounts, or of those alone that whoever reads may know of. `nil` where that was not
    /// kept yet.
    public init?(of record: RotationRecord) throws {
        guard record.summary.isEmpty else {
            self = try CanonicalJSON.value(RotationSummary.self, from: record.summary)
            return
        }
        try self.init(ofAccountsIn: record)
    }

    /// What a rotation counted of some accounts together; `nil` of rotations before that was kept.
    ///
    /// - Parameter record: the rotation, with what it counted of each of those accounts.
    public init?(ofAccountsIn record: RotationRecord) throws {
        let parts = try record.accounts.sorted { $0.key < $1.key }.map {
            try CanonicalJSON.value(RotationSummary.self, from: $0.value)
        }
        guard var sum = parts.first else { return nil }
        for part in parts.dropFirst() { sum.add(part) }
        self = sum
    }

    private mutating func add(_ other: RotationSummary) {
        listings += other.listings
        open += other.open
        groups = groups.flatMap { own in other.groups.map { own + $0 } }
        atRisk += other.atRisk
        stated += other.stated
        unpriced.merge(other.unpriced, uniquingKeysWith: +)
        // What was kept of one of them alone would be the sum of both.
        if let more = other.kinds { kinds?.add(more) } else { kinds = nil }
        verified += other.verified
        selfCleared += other.selfCleared
        dismissed = dismissed.flatMap { own in other.dismissed.map { own + $0 } }
        actedOn = actedOn.flatMap { own in other.actedOn.map { own + $0 } }
        lapsed = lapsed.flatMap { own in other.lapsed.map { own + $0 } }
        verifiedAtRisk = verifiedAtRisk.flatMap { own in other.verifiedAtRisk.map { own + $0 } }
        for (index, part) in zip(workflows.indices, other.workflows) { workflows[index].add(part) }
        business = business.flatMap { own in other.business.map { own + $0 } }
    }
}

extension RotationSummary.Workflow {
    /// Notes whether it could decide in a chunk.
    fileprivate mutating func note(_ turn: ChunkTurn) {
        note(turn.decided[id])
        withheld = withheld.joined(with: (turn.lacking[id] ?? []).map { $0.lacking(for: turn.owner) })
    }

    /// Notes rows about which it could decide.
    mutating func note(_ looked: LookedRows?) {
        guard let looked else { return }
        decided = true
        rows = (rows ?? 0) + looked.rows
        untold = (untold ?? 0) + looked.untold
    }

    /// Adds what another part counted of the same workflow.
    mutating func add(_ other: Self) {
        opened += other.opened
        kept += other.kept
        changed += other.changed
        ended += other.ended
        notFixed += other.notFixed
        withheld = withheld.joined(with: other.withheld)
        decided = decided || other.decided
        if let more = other.rows { rows = (rows ?? 0) + more }
        if let more = other.untold { untold = (untold ?? 0) + more }
    }
}
