import Cases
public import Conversations
public import FlywheelKit
public import FlywheelStore

/// Makes cases of conversations, and keeps apart what people wrote.
///
/// The same conversation twice is one case, and the same message twice is one message. What an export says again changes
/// nothing; what it leaves out stays as it was. What the desk did stands, whatever a source says later: see
/// ``Cases/CaseField``.
///
/// Conversations are gathered and handed to the store many at once, in the order they came.
public struct CaseIntake {
    /// What came of conversations.
    public struct Outcome: Hashable, Sendable {
        /// Conversations, or pieces of them, that were handed in.
        public var conversations = 0
        /// Cases that are new.
        public var added: Set<CaseKey> = []
        /// Cases of which something is new.
        public var changed: Set<CaseKey> = []
        /// Cases that are as they were.
        public var same: Set<CaseKey> = []
        /// Cases of which the source says something else than the desk.
        public var conflicts: Set<CaseKey> = []
        /// Cases of no known marketplace.
        public var unplaced: Set<CaseKey> = []
        /// Words that no table knows, and how often they came.
        public var unknownWords: [String: Int] = [:]
    }

    /// Conversations that are handed to the store at once.
    private static let batch = 500

    let store: any CaseStore
    let rules: DeskRules
    let book: LinkBook
    let actor: Actor
    let now: Instant
    let account: String
    let marketplace: String
    /// When what has no time was written, at the latest.
    let otherwise: Instant
    /// What came of the conversations that were kept so far.
    public private(set) var outcome = Outcome()

    private var waiting: [Conversation] = []
    private var reading: ConversationReading
    private let key: [UInt8]

    /// An intake of one account's conversations.
    ///
    /// - Parameters:
    ///   - book: what links are confirmed by.
    ///   - marketplace: the marketplace of those that name none; empty where that is not known.
    ///   - otherwise: when what has no time of its own was written, at the latest: when its file was true.
    public init(
        _ store: any CaseStore, rules: DeskRules, book: LinkBook = LinkBook(), account: String, marketplace: String,
        otherwise: Instant, actor: Actor, now: Instant
    ) throws(StoreError) {
        self.store = store
        self.rules = rules
        self.book = book
        self.account = account
        self.marketplace = marketplace
        self.otherwise = otherwise
        self.actor = actor
        self.now = now
        reading = ConversationReading(rules.words)
        key = try store.identityKey()
    }

    /// Takes a conversation, or a piece of one.
    public mutating func add(_ conversation: Conversation) throws {
        outcome.conversations += 1
        waiting.append(conversation)
        if waiting.count >= Self.batch { try finish() }
    }

    /// Keeps what was taken so far.
    public mutating func finish() throws {
        var pieces = waiting
        waiting = []
        // Another hand may change a case between reading and writing: what it changed is read again.
        while !pieces.isEmpty {
            let late = try keep(pieces)
            pieces.removeAll { !late.contains(caseKey(of: $0)) }
        }
        outcome.unknownWords = reading.unknown
    }

    private func caseKey(of conversation: Conversation) -> CaseKey {
        CaseKey(source: conversation.source, account: account, code: conversation.code)
    }

    /// - Returns: the names of cases that another hand changed meanwhile.
    private mutating func keep(_ pieces: [Conversation]) throws -> Set<CaseKey> {
        var order: [CaseKey] = []
        let grouped = Dictionary(grouping: pieces, by: caseKey)
        for piece in pieces where order.last != caseKey(of: piece) { order.append(caseKey(of: piece)) }
        var seen: Set<CaseKey> = []
        order.removeAll { !seen.insert($0).inserted }
        let known = try store.caseRecords(keyed: order)
        var numbers = try IntakeNumbers(
            store, pieces: pieces, of: account, known: known.values.map(\.id), key: key)
        var drafts: [CaseIntakeDraft] = []
        var freshCases = try Fresh<CaseRecord>(store, count: order.count { known[$0] == nil })
        for name in order {
            let record = known[name]
            var draft = CaseIntakeDraft(
                record?.id ?? freshCases.next(), name, over: record,
                try record?.contents() ?? Case(source: name.source, code: name.code, account: account))
            let pieces = grouped[name] ?? []
            draft.place(on: pieces.lazy.compactMap(\.marketplace).first.map(book.marketplace(called:)) ?? marketplace)
            for piece in pieces {
                draft.take(piece, with: &reading, numbers: &numbers, otherwise: otherwise, at: now)
            }
            drafts.append(draft)
        }
        let acts = try finished(drafts, of: grouped)
        let late = Set(try store.take(acts.map(\.act), by: actor, at: now))
        for (index, act) in acts.enumerated() where !late.contains(index) {
            if act.isNew { outcome.added.insert(act.key) } else { outcome.changed.insert(act.key) }
            if act.isConflicting { outcome.conflicts.insert(act.key) }
        }
        return Set(late.map { acts[$0].key })
    }

    /// What is to be kept of drafts of which something is new, worked out on all cores: telling a language and writing a case
    /// down take the most time, and each case does by itself.
    private mutating func finished(
        _ drafts: [CaseIntakeDraft], of pieces: [CaseKey: [Conversation]]
    ) throws -> [(key: CaseKey, act: CaseAct, isNew: Bool, isConflicting: Bool)] {
        let (rules, book, now) = (rules, book, now)
        let finished = concurrentMap(drafts.count, run: 16) { index in
            var draft = drafts[index]
            return Result {
                let act = try draft.finish(pieces[draft.key] ?? [], rules: rules, book: book, at: now)
                return (draft, act: act)
            }
        }
        return try finished.compactMap { result in
            let (draft, act) = try result.get()
            if draft.contents.marketplace.isEmpty {
                outcome.unplaced.insert(draft.key)
            } else {
                outcome.unplaced.remove(draft.key)
            }
            guard let act else {
                outcome.same.insert(draft.key)
                return nil
            }
            return (draft.key, act, draft.record == nil, !draft.contents.conflicts.isEmpty)
        }
    }
}

/// Ids that were set aside in one go, handed out one by one.
struct Fresh<Kind: CaseRecordKind> {
    private var number: Int64
    private let end: Int64

    init(_ store: any CaseStore, count: Int) throws(StoreError) {
        number = count == 0 ? 0 : try store.reserve(count, of: Kind.self).number
        end = number + Int64(count)
    }

    mutating func next() -> RecordID<Kind> {
        precondition(number < end, "more ids are asked for than were set aside")
        defer { number += 1 }
        return RecordID(number)
    }
}
