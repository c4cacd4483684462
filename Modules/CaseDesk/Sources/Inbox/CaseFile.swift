public import Cases
public import FlywheelKit
public import FlywheelStore

/// Everything the desk knows of a case, with those that went into it: what was written by whom and when, drafts, clocks.
public struct CaseFile: Sendable {
    /// A message, a note or a draft, with what it says as far as who asks may see it.
    public struct Entry: Sendable {
        /// As it is kept.
        public let message: MessageRecord
        /// Who wrote; nothing for a draft, which its record names.
        public let author: CaseEvent.Message.Author?
        /// Whether only the desk sees it.
        public let isInternal: Bool
        /// What it says; nothing where that was erased.
        public let text: String?
        /// What came with it, a line each.
        public let attachments: [String]
    }

    /// As it is kept.
    public let record: CaseRecord
    /// As it stands now.
    public let contents: Case
    /// The cases that went into it.
    public let members: [CaseRecord]
    /// What it is headed.
    public let subject: String?
    /// Who asks: name and address as far as who looks may see them.
    public let requester: [PersonalText.Field: String]
    /// What was written, oldest first, in it and in those that went into it.
    public let thread: [Entry]
    /// What was promised, and how far that is.
    public let clocks: [ClockReading]
    /// The checklists it is worked through.
    public let checklists: [Checklist]
    /// What was decided.
    public let decisions: [DecisionRecord]
    /// What happened, as the journal tells it, oldest first.
    public let history: [(at: Instant, actor: Actor, event: JournalEvent)]

    /// The file of a case; nothing where there is none. Who looks, and at whose texts, is logged.
    public init?(_ id: CaseID, in store: any Store, rules: DeskRules, actor: Actor, now: Instant) throws {
        guard let record = try store.caseRecords([id]).first else { return nil }
        self.record = record
        let contents = try record.contents().woken(at: now)
        self.contents = contents
        members = try store.caseRecords(contents.members.compactMap(CaseID.init(text:)))
        let cases = [id] + members.map(\.id)
        let texts = PersonalTexts(store, rules: rules, actor: actor, now: now)
        let written = try texts.read(.cases(cases), fields: [.subject, .message, .attachments], for: "case")
        subject = written.first { $0.field == .subject && $0.case == id }?.text
        var requester: [PersonalText.Field: String] = [:]
        for text in try texts.requester(of: record, fields: [.name, .address, .contact], for: "case") {
            requester[text.field] = text.text
        }
        self.requester = requester
        thread = Self.thread(
            try store.messages(of: cases), written,
            said: try [contents] + members.map { try $0.contents() })
        clocks = rules.promises.readings(of: contents, at: now)
        checklists = rules.checklists(of: contents)
        decisions = try store.decisions(of: cases)
        history = try store.history(of: id.description)
    }

    private static func thread(_ messages: [MessageRecord], _ texts: [PersonalText], said: [Case]) -> [Entry] {
        func byNumber(_ field: PersonalText.Field) -> [Int64: String] {
            Dictionary(texts.filter { $0.field == field }.map { ($0.number, $0.text) }) { first, _ in first }
        }
        let (bodies, attachments) = (byNumber(.message), byNumber(.attachments))
        let events = Dictionary(said.flatMap(\.messages).map { ($0.message.number, $0.message) }) { _, last in last }
        return messages.filter { $0.state != .discarded }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map { message in
            let event = events[message.id.number]
            return Entry(
                message: message, author: event?.author, isInternal: event?.isInternal ?? (message.state == .note),
                text: bodies[message.id.number],
                attachments: attachments[message.id.number]?.split(separator: "\n").map(String.init) ?? [])
        }
    }
}
