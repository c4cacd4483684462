import Cases
public import FlywheelKit
public import FlywheelStore

/// Writes down what time and settings brought about in cases that nobody touched: holds that ended, promises that are others
/// now, and when each case is due.
///
/// All of it is true without being written down; written, it is in what cases are found and sorted by.
public struct DeskUpkeep: Sendable {
    private let store: any CaseStore
    private let rules: DeskRules
    private let now: Instant

    /// The upkeep of a desk at one moment.
    public init(_ store: any CaseStore, rules: DeskRules, now: Instant) {
        self.store = store
        self.rules = rules
        self.now = now
    }

    /// Goes through all cases that are not over.
    ///
    /// - Returns: how many it changed. A case that another hand changes meanwhile is left to the next time.
    @discardableResult
    public func refresh() throws -> Int {
        var query = CaseQuery()
        query.isDone = false
        // By a key that upkeep does not change, so that no case is met twice or missed.
        query.order = .updated
        var changed = 0
        try store.forEachPage(of: query, count: 1_000) { page in
            let acts = try page.compactMap { try act(on: $0.record, holding: $0.contents) }
            let late = try store.take(acts, by: Actor(.rule, "upkeep"), at: now)
            changed += acts.count - late.count
        }
        return changed
    }

    private func act(on record: CaseRecord, holding before: Case) throws -> CaseAct? {
        var contents = before.woken(at: now)
        rules.promise(to: &contents, at: now)
        var next = record
        // Beside its text a case may be kept as an earlier version of the program read it.
        if contents != before || contents.opened != record.opened { try next.hold(contents) }
        next.due = rules.due(of: contents, at: now)
        guard next != record else { return nil }
        var act = CaseAct()
        act.cases = [(next, record.version)]
        if next.state != record.state {
            act.events = [JournalEvent(.moved, record.id.description, cause: "hold", state: next.state)]
        }
        return act
    }
}
