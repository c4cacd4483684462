import FlywheelKit
import FlywheelStore

/// The desk's cases in memory, and apart from them what people wrote and who they are.
struct MemoryCases: Sendable {
    /// Where a text stands.
    private struct Place: Hashable {
        let field: PersonalText.Field
        let number: Int64
    }

    /// What an act replaced.
    private struct Step {
        let step: CaseStep
        let actor: String
        /// The cases before it, and the version that it left each in.
        var parts: [(before: CaseRecord, version: Int)]
        let messages: [MessageID]
        let decisions: [DecisionID]
    }

    private(set) var records: [CaseID: CaseRecord] = [:]
    private(set) var messages: [MessageID: MessageRecord] = [:]
    private(set) var parties: [PartyID: PartyRecord] = [:]
    private(set) var identities: [[UInt8]: PartyID] = [:]
    private(set) var decisions: [DecisionID: DecisionRecord] = [:]
    private(set) var outreach: [OutreachID: OutreachRecord] = [:]
    private(set) var accesses: [AccessRecord] = []
    var views: [SavedView] = []
    private(set) var models: [ModelRecord] = []
    let key = IdentityDigest.key()
    private var keys: [CaseKey: CaseID] = [:]
    private var texts: [Place: PersonalText] = [:]
    private var steps: [Step] = []
    private var lastStep: Int64 = 0
    private var reserved: [String: Int64] = [:]

    mutating func reserve(_ count: Int, _ letter: String) -> Int64 {
        defer { reserved[letter, default: 0] += Int64(count) }
        return reserved[letter, default: 0] + 1
    }

    func record(_ key: CaseKey) -> CaseRecord? { keys[key].flatMap { records[$0] } }

    // MARK: Acts

    /// The cases of an act that another hand changed or brought meanwhile. A party that somebody else made of the same
    /// identity makes all of the act's cases late.
    func outdated(_ act: CaseAct) throws(StoreError) -> [CaseID] {
        var outdated: [CaseID] = []
        for (record, expecting) in act.cases {
            let standing = records[record.id]
            if expecting == 0 {
                if standing != nil || keys[record.key] != nil { outdated.append(record.id) }
            } else {
                guard let standing else { throw .unknown("case \(record.id)") }
                if standing.version != expecting { outdated.append(record.id) }
            }
        }
        let isTaken = act.identities.contains { identities[$0.digest] ?? $0.party != $0.party }
        return isTaken ? act.cases.map(\.record.id) : outdated
    }

    /// Does an act whose cases stand as it expects them, and says what the journal is to hold of it.
    mutating func write(_ act: CaseAct) -> [JournalEvent] {
        for var party in act.parties {
            party.erased = parties[party.id]?.erased
            parties[party.id] = party
        }
        for identity in act.identities { identities[identity.digest] = identity.party }
        for (record, expecting) in act.cases { replace(record, version: expecting + 1) }
        for message in act.messages { messages[message.id] = message }
        for decision in act.decisions { decisions[decision.id] = decision }
        for contact in act.outreach { outreach[contact.id] = contact }
        return act.events + act.texts.compactMap { keep($0) }
    }

    private mutating func replace(_ record: CaseRecord, version: Int) {
        var record = record
        record.version = version
        record.erased = records[record.id]?.erased
        records[record.id] = record
        keys[record.key] = record.id
    }

    /// Keeps a text, unless it is of a time that was erased, and says what seals it where it is to be sealed.
    private mutating func keep(_ text: PersonalText) -> JournalEvent? {
        let erased = [text.party.flatMap { parties[$0]?.erased }, text.case.flatMap { records[$0]?.erased }]
        guard erased.allSatisfy({ $0.map { $0 < text.at } ?? true }) else { return nil }
        texts[Place(field: text.field, number: text.number)] = text
        guard text.field == .rationale, let place = text.case else { return nil }
        let detail = NoteDigest.detail(of: DecisionID(text.number), text.text, key: NoteDigest.key())
        return JournalEvent(.noted, place.description, detail: detail)
    }

    // MARK: The way back

    /// How many acts on a case can be taken back, one after the other.
    private static let depth = 20

    /// Remembers what an act is about to replace.
    mutating func remember(_ act: CaseAct, by actor: Actor, at: Instant) {
        guard act.isUndoable, actor.kind == .person, let verb = act.events.first?.verb else { return }
        lastStep += 1
        let parts = act.cases.compactMap { record, version in records[record.id].map { ($0, version + 1) } }
        steps.append(
            Step(
                step: CaseStep(id: lastStep, verb: verb, at: at, cases: parts.map(\.0.id).sorted()),
                actor: actor.name, parts: parts, messages: act.messages.map(\.id), decisions: act.decisions.map(\.id)))
        for id in parts.map(\.0.id) {
            let own = steps.filter { $0.step.cases.contains(id) }.map(\.step.id)
            let over = Set(own.dropLast(Self.depth))
            if !over.isEmpty { steps.removeAll { over.contains($0.step.id) } }
        }
    }

    func lastStep(by name: String, of id: CaseID?) -> CaseStep? {
        steps.last { $0.actor == name && (id.map($0.step.cases.contains) ?? true) }?.step
    }

    /// Takes an act back, and says which cases stand how now.
    mutating func undo(_ wanted: CaseStep) throws(StoreError) -> [CaseRecord] {
        guard let step = steps.first(where: { $0.step.id == wanted.id }) else {
            throw .casesChangedMeanwhile(wanted.cases)
        }
        let outdated = step.parts.map(\.before.id).filter { id in
            step.parts.contains { $0.before.id == id && $0.version != records[id]?.version }
        }
        guard outdated.isEmpty else { throw .casesChangedMeanwhile(outdated.sorted()) }
        steps.removeAll { $0.step.id == wanted.id }
        for (before, version) in step.parts {
            replace(before, version: version + 1)
            // What stands now is what the act before this one made: that one can be taken back next.
            for index in steps.indices {
                for part in steps[index].parts.indices
                where steps[index].parts[part].before.id == before.id
                    && steps[index].parts[part].version == before.version
                {
                    steps[index].parts[part].version = version + 1
                }
            }
        }
        for id in step.messages {
            messages[id] = nil
            for field in [PersonalText.Field.message, .attachments, .reference] {
                texts[Place(field: field, number: id.number)] = nil
            }
        }
        for id in step.decisions {
            decisions[id] = nil
            texts[Place(field: .rationale, number: id.number)] = nil
        }
        return step.step.cases.compactMap { records[$0] }
    }

    // MARK: Personal text

    func texts(_ scope: TextScope, _ fields: Set<PersonalText.Field>) -> [PersonalText] {
        let found = texts.values.filter { text in
            guard fields.contains(text.field) else { return false }
            return switch scope {
            case .cases(let ids): text.case.map(ids.contains) ?? false
            case .identities(let ids): text.case == nil && (text.party.map(ids.contains) ?? false)
            case .party(let id): text.party == id
            }
        }
        return found.sorted {
            ($0.case?.number ?? 0, $0.field.rawValue, $0.number) < ($1.case?.number ?? 0, $1.field.rawValue, $1.number)
        }
    }

    mutating func log(_ access: Access, to texts: [PersonalText]) {
        guard access.by.kind == .person, !texts.isEmpty else { return }
        accesses.append(AccessRecord(id: Int64(accesses.count + 1), access: access, to: texts))
    }

    /// The places where all words stand. Without an index it knows no accents, and what is newest is what is dated so.
    func search(_ words: String, _ fields: Set<PersonalText.Field>) -> [TextPlace] {
        let wanted = Self.words(of: words)
        guard let last = wanted.last else { return [] }
        return texts.values.filter { text in
            guard fields.contains(text.field), text.field.isSearched else { return false }
            let words = Self.words(of: text.text)
            return wanted.dropLast().allSatisfy(words.contains) && words.contains { $0.hasPrefix(last) }
        }
        .sorted { ($1.at, $1.number) < ($0.at, $0.number) }
        .map { TextPlace($0.field, $0.number, case: $0.case) }
    }

    private static func words(of text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }

    /// Deletes what is kept of parties and in cases, replaces strings elsewhere, and says how much that was.
    mutating func erase(_ erasure: Erasure, at: Instant) -> ErasureReport {
        for id in erasure.parties { parties[id]?.erased = at }
        let owned = records.values.filter { $0.party.map(erasure.parties.contains) ?? false }.map(\.id)
        let cases = Set(erasure.cases + owned)
        for id in cases { records[id]?.erased = at }
        let before = texts.count
        texts = texts.filter { _, text in
            !(text.party.map(erasure.parties.contains) ?? false) && !(text.case.map(cases.contains) ?? false)
        }
        return ErasureReport(texts: before - texts.count, redacted: redact(Redaction(erasure.strings)))
    }

    /// Replaces strings wherever they stand, and says in how many texts.
    private mutating func redact(_ redaction: Redaction) -> Int {
        var count = 0
        func replaced(_ text: String) -> String? {
            guard let redacted = redaction.redacted(text) else { return nil }
            count += 1
            return redacted
        }
        for (place, text) in texts { if let text = replaced(text.text) { texts[place]?.text = text } }
        for (id, record) in records {
            guard let body = replaced(record.body) else { continue }
            records[id]?.body = body
            // Nobody is to write back what they read before.
            records[id]?.version += 1
        }
        for step in steps.indices {
            for part in steps[step].parts.indices {
                if let body = replaced(steps[step].parts[part].before.body) {
                    steps[step].parts[part].before.body = body
                }
            }
        }
        for (id, contact) in outreach { if let body = replaced(contact.body) { outreach[id]?.body = body } }
        for (id, decision) in decisions {
            if let body = replaced(decision.body) { decisions[id] = decision.with(body: body) }
        }
        views = views.map { view in
            replaced(view.query).map { SavedView(of: view.list, name: view.name, owner: view.owner, query: $0) } ?? view
        }
        return count
    }

    // MARK: Models

    /// Keeps a model, and says whether it is new.
    mutating func keep(_ model: ModelRecord) -> Bool {
        guard !models.contains(where: { $0.kind == model.kind && $0.digest == model.digest }) else { return false }
        models.append(model)
        return true
    }
}

extension DecisionRecord {
    /// The decision with another text of its module.
    fileprivate func with(body: String) -> DecisionRecord {
        DecisionRecord(
            id: id, case: `case`, at: at, by: by, role: role, kind: kind, amount: amount, replaces: replaces, body: body
        )
    }
}
