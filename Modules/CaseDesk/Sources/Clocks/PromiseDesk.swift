public import Cases
public import FlywheelKit
public import FlywheelStore

/// Looks at all cases by what settings promise, and gives open cases what is meant for them now.
public struct PromiseDesk: Sendable {
    private let store: any CaseStore
    private let rules: DeskRules
    private let actor: Actor
    private let now: Instant

    /// The promises of a desk, as somebody looks at them at one moment.
    public init(_ store: any CaseStore, rules: DeskRules, actor: Actor, now: Instant) {
        self.store = store
        self.rules = rules
        self.actor = actor
        self.now = now
    }

    private var promises: Promises { rules.promises }

    /// What settings would mean for the cases there are; nothing is changed.
    public func preview() throws -> PromisePreview {
        var preview = PromisePreview(promises)
        for isDone in [false, true] {
            var query = CaseQuery()
            query.isDone = isDone
            try each(query) { _, contents in preview.count(contents.woken(at: now), by: promises, at: now) }
        }
        return preview
    }

    /// Gives every open case the promise that is meant for it now, where its log has another. Clocks go on with what was
    /// used and paused so far.
    ///
    /// - Returns: how many were given one, and how many somebody changed meanwhile, which saving again gives theirs.
    public func save() throws -> (saved: Int, late: Int) {
        var query = CaseQuery()
        query.isDone = false
        var acts: [CaseAct] = []
        try each(query) { record, contents in
            guard let change = promises.change(of: contents, at: now), case .promise(let promise) = change.what else {
                return
            }
            var (next, contents) = (record, contents)
            contents.add(change)
            try next.hold(contents)
            next.due = rules.due(of: contents, at: now)
            var act = CaseAct()
            act.cases = [(next, record.version)]
            act.events = [
                JournalEvent(.promised, record.id.description, state: next.state, detail: promise?.id ?? "")
            ]
            acts.append(act)
        }
        let late = try store.take(acts, by: actor, at: now).count
        return (acts.count - late, late)
    }

    /// How promises were kept, by promise and clock: of cases that are open, and of those that ended since a moment. By the
    /// promises' names and within one in the order of the clocks.
    public func attainment(since: Instant) throws -> [AttainmentLine] {
        var lines: [AttainmentLine.Key: Attainment] = [:]
        var open = CaseQuery()
        open.isDone = false
        var ended = CaseQuery()
        ended.isDone = true
        ended.endedSince = since
        for query in [open, ended] {
            try each(query) { _, contents in
                for reading in promises.readings(of: contents, at: now) {
                    let key = AttainmentLine.Key(promise: reading.promise.id, clock: reading.kind)
                    lines[key, default: Attainment()].count(reading)
                }
            }
        }
        let promised = Set(lines.keys.map(\.promise)).sorted()
        return promised.flatMap { promise in
            ClockReading.Kind.allCases.compactMap { clock in
                let key = AttainmentLine.Key(promise: promise, clock: clock)
                return lines[key].map { AttainmentLine(key: key, attainment: $0) }
            }
        }
    }

    private func each(_ query: CaseQuery, _ body: (CaseRecord, Case) throws -> Void) throws {
        try store.forEachPage(of: query) { page in
            for (record, contents) in page { try body(record, contents) }
        }
    }
}

/// How often one clock of one promise was kept.
public struct AttainmentLine: Hashable, Sendable {
    /// Which clock of which promise.
    public struct Key: Hashable, Sendable {
        /// The promise's name.
        public let promise: String
        /// The clock.
        public let clock: ClockReading.Kind
    }

    /// Which clock of which promise.
    public let key: Key
    /// How often it was kept.
    public let attainment: Attainment
}
