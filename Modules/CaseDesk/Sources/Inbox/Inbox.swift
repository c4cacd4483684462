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
    /// Where the page before this one begins; nothing where that is the first, or this one is.
    public let previous: CaseCursor?

    /// Cases that are counted at most.
    public static let most = 10_000
    /// The page of a filter that begins behind `cursor`.
    ///
    /// - Parameters:
    ///   - actor: who asks; what they see is logged.
    ///   - among: only these, where words were searched for.
    public init(
        _ filter: InboxFilter, in store: any Store, rules: DeskRules, actor: Actor, now: Instant,
        after cursor: CaseCursor? = nil, among: Set<CaseID>? = nil, limit: Int
    ) throws {
        let query = filter.query(for: actor.name, at: now)
        // What no index knows is looked for in all of them, one after the other.
        let page =
            filter.isConflicting || among != nil
            ? try Page(scanning: query, filter, among, after: cursor, limit: limit, in: store, now: now)
            : try Page(of: query, after: cursor, limit: limit, in: store, now: now)
        (matching, late, unowned) = (page.counts.matching, page.counts.late, page.counts.unowned)
        next = page.next.map { CaseCursor(of: $0, in: filter.order) }
        previous = page.previous
        let subjects = try Self.subjects(of: page.cases.map(\.record.id), store, rules, actor, now)
        rows = page.cases.map { record, contents in
            Row(
                record: record, contents: contents, subject: subjects[record.id],
                unanswered: contents.unanswered(by: now).count)
        }
    }

    private static func subjects(
        of ids: [CaseID], _ store: any Store, _ rules: DeskRules, _ actor: Actor, _ now: Instant
    ) throws(StoreError) -> [CaseID: String] {
        guard !ids.isEmpty else { return [:] }
        let texts = try PersonalTexts(store, rules: rules, actor: actor, now: now).read(
            .cases(ids), fields: [.subject], for: "inbox")
        return Dictionary(texts.compactMap { text in text.case.map { ($0, text.text) } }) { first, _ in first }
    }
}
