public import Cases
public import FlywheelKit
public import FlywheelStore

/// Cases in the order in which somebody should look at them, a page at a time.
public struct Inbox: Sendable {
    /// One case of a page.
    public struct Row: Sendable {
        /// As it is kept.
        public let record: CaseRecord
        /// As it stands now.
        public let contents: Case
        /// What it is headed, as far as who asks may see it.
        public let subject: String?
        /// Of who asked, and not of the desk, the messages that nobody answered.
        public let unanswered: Int
    }

    /// The cases of this page.
    public let rows: [Row]
    /// How many are asked for, those of other pages too; more than ``most`` are not counted.
    public let matching: Int
    /// How many of them are late.
    public let late: Int
    /// How many of them nobody has.
    public let unowned: Int
    /// Where the next page begins; nothing after the last.
    public let next: CaseCursor?

    /// Cases that are counted at most.
    public static let most = 10_000
    /// Cases that are looked through for what no index knows, in one go.
    private static let step = 500

    /// The page of a filter that begins behind `cursor`.
    ///
    /// - Parameters:
    ///   - actor: who asks; what they see is logged.
    ///   - among: only these, where words were searched for.
    public init(
        _ filter: InboxFilter, in store: any Store, rules: DeskRules, actor: Actor, now: Instant,
        after cursor: CaseCursor? = nil, among: Set<CaseID>? = nil, limit: Int
    ) throws {
        var query = filter.query(for: actor.name, at: now)
        query.after = cursor
        var found: [(record: CaseRecord, contents: Case)] = []
        var last: CaseCursor?
        // What no index knows is looked for page by page.
        let isScanned = filter.isConflicting || among != nil
        while found.count <= limit {
            let wanted = isScanned ? Self.step : limit + 1
            let page = try store.caseRecords(query, limit: wanted)
            for record in page where among?.contains(record.id) ?? true {
                let contents = try record.contents().woken(at: now)
                guard !filter.isConflicting || !contents.conflicts.isEmpty else { continue }
                found.append((record, contents))
                if found.count > limit { break }
            }
            guard isScanned, page.count == wanted, let end = page.last else { break }
            query.after = CaseCursor(of: end, in: filter.order)
        }
        if found.count > limit {
            found = Array(found.prefix(limit))
            last = found.last.map { CaseCursor(of: $0.record, in: filter.order) }
        }
        next = last
        let subjects = try Self.subjects(of: found.map(\.record.id), store, rules, actor, now)
        rows = found.map { record, contents in
            Row(
                record: record, contents: contents, subject: subjects[record.id],
                unanswered: contents.unanswered)
        }
        var counted = filter.query(for: actor.name, at: now)
        matching = try isScanned ? found.count : store.countCases(counted, limit: Self.most)
        counted.isOwned = counted.isOwned ?? false
        unowned = try filter.isOwned == true ? 0 : store.countCases(counted, limit: Self.most)
        counted = filter.query(for: actor.name, at: now)
        counted.dueBefore = min(counted.dueBefore ?? now, now)
        late = try store.countCases(counted, limit: Self.most)
    }

    private static func subjects(
        of ids: [CaseID], _ store: any Store, _ rules: DeskRules, _ actor: Actor, _ now: Instant
    ) throws(StoreError) -> [CaseID: String] {
        guard !ids.isEmpty else { return [:] }
        let texts = try PersonalTexts(store, settings: rules.settings, actor: actor, now: now).read(
            .cases(ids), fields: [.subject], for: "inbox")
        return Dictionary(texts.compactMap { text in text.case.map { ($0, text.text) } }) { first, _ in first }
    }
}

extension Case {
    /// Messages of who asked since the desk last wrote to them.
    public var unanswered: Int {
        var count = 0
        for (_, message) in messages where !message.isInternal {
            switch message.author {
            case .party: count += 1
            case .agent: count = 0
            case .automation: continue
            }
        }
        return count
    }
}
