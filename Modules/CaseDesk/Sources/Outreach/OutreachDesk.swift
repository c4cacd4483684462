import Cases
public import FlywheelKit
public import FlywheelStore

/// Messages that the desk writes first: proposed by rules, decided by people unless a rule may by itself, and written to a
/// file for the tool that sends them. Nothing leaves from here.
public struct OutreachDesk {
    let store: any Store
    let rules: DeskRules
    let actor: Actor
    let now: Instant

    /// The outreach of a desk, for one person at one moment.
    public init(_ store: any Store, rules: DeskRules, actor: Actor, now: Instant) {
        self.store = store
        self.rules = rules
        self.actor = actor
        self.now = now
    }

    /// What a message is about, by which rule.
    private struct Topic: Hashable {
        let rule: String
        let matter: Subject?
    }

    /// What a message is written about as long as it lasts.
    private struct Lasting: Hashable {
        let occasion: String
        let matter: Subject?
    }

    /// Everything proposed, decided or written, by id.
    public func all() throws -> [Outreach] { try store.outreach(with: nil).map(Outreach.init) }

    /// Proposes what is due by the rules, and ends what is about nothing any more.
    ///
    /// - Returns: what is new.
    public func propose() throws -> [Outreach] {
        let known = try all()
        let occasions = try occasions(about: known)
        let byTopic = Dictionary(grouping: known) { Topic(rule: $0.note.rule, matter: $0.note.matter) }
        let byParty = Dictionary(
            grouping: known.filter { $0.state != .over && $0.state != .refused }, by: \.record.party)
        var act = try ended(known, occasions)
        var made: [OutreachRecord] = []
        var parties = OutreachParties(store: store)
        let isHeld = try isAutomationHeld()
        for rule in rules.settings.outreach {
            guard let template = rules.settings.templates.first(where: { $0.id == rule.template }) else { continue }
            let isFree = rule.sendsByItself && !(isHeld && rule.occasion == .decidedCase)
            for occasion in occasions where occasion.kind == rule.occasion && rule.isMeant(for: occasion.intents) {
                guard (occasion.chance ?? 1) >= rule.leastChance,
                    let language = template.language(for: occasion.language)
                else { continue }
                let party = try parties.id(of: occasion.party, at: now, act: &act)
                // What waits is not proposed twice, and what a person refused is not proposed again.
                let same = byTopic[Topic(rule: rule.id, matter: occasion.matter)] ?? []
                guard same.allSatisfy({ $0.state == .written || $0.state == .over }) else { continue }
                let others =
                    (byParty[party] ?? []).map { $0.note.written ?? $0.note.sendAfter }
                    + made.filter { $0.party == party }.map(\.at)
                guard
                    let due = rule.due(
                        after: same.compactMap(\.note.written) + occasion.written, others: others,
                        hours: rules.settings.sendingHours, now: now)
                else { continue }
                let note = OutreachNote(
                    rule: rule.id, occasion: rule.occasion.rawValue, about: occasion.about, account: occasion.account,
                    marketplace: occasion.marketplace, language: language, sendAfter: due,
                    promised: occasion.promised, chance: occasion.chance, because: occasion.because,
                    decidedBy: isFree ? "rule \(rule.id)" : nil)
                let state: OutreachNote.State = isFree ? .approved : .proposed
                let record = OutreachRecord(
                    id: try store.reserve(1, of: OutreachRecord.self), template: template.id, party: party,
                    case: occasion.caseID, at: now, state: state.rawValue, body: try note.body)
                made.append(record)
                act.events.append(
                    JournalEvent(.proposed, record.id.description, state: state.rawValue, detail: rule.id))
            }
        }
        act.outreach += made
        if !act.outreach.isEmpty { try store.perform(act, by: actor, at: now) }
        return try made.map(Outreach.init)
    }

    /// Lets proposed messages be written, or refuses them for good: what a person refused is not proposed again.
    ///
    /// - Returns: those that were decided on, in one act, and why others could not be: these keep nobody from the rest.
    public func decide(
        _ ids: [OutreachID], approve: Bool
    ) throws -> (decided: [Outreach], refusals: [OutreachError]) {
        let known = Dictionary(try all().map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
        var wanted: [Outreach] = []
        var refusals: [OutreachError] = []
        var seen: Set<OutreachID> = []
        for id in ids where seen.insert(id).inserted {
            guard let outreach = known[id] else {
                refusals.append(.unknown(id))
                continue
            }
            if outreach.canBeDecided(approve: approve) {
                wanted.append(outreach)
            } else {
                refusals.append(.cannotDecide(id, outreach.record.state))
            }
        }
        let decided = try change(wanted, to: approve ? .approved : .refused, approve ? .approved : .refused) {
            $0.decidedBy = actor.name
        }
        return (decided, refusals)
    }

    /// The messages that may go out now, with their texts, once those are ended that are about nothing any more; and those that
    /// are due and without a text: their template is gone, or asks for what is not known.
    public func due() throws -> (messages: [OutreachMessage], withoutText: [Outreach]) {
        let known = try all()
        let over = try ended(known, occasions(about: known))
        if !over.outreach.isEmpty { try store.perform(over, by: actor, at: now) }
        let gone = Set(over.outreach.map(\.id))
        let isHeld = try isAutomationHeld()
        let due = known.filter {
            $0.state == .approved && $0.note.sendAfter <= now && !gone.contains($0.record.id)
                && !(isHeld && $0.note.isAutomatic)
        }
        let keys = Dictionary(
            try store.caseRecords(due.compactMap(\.record.case)).map { ($0.id, $0.key) }, uniquingKeysWith: { $1 })
        let messages = due.compactMap { outreach in
            OutreachMessage(outreach, about: outreach.record.case.flatMap { keys[$0] }, rules: rules)
        }
        let withText = Set(messages.map(\.id))
        return (messages, due.filter { !withText.contains($0.record.id) })
    }

    /// What a message says as things are; `nil` where its template is gone, or asks for what is not known.
    public func text(of outreach: Outreach) throws -> String? {
        let key = try outreach.record.case.flatMap { try store.caseRecords([$0]).first?.key }
        return OutreachMessage(outreach, about: key, rules: rules)?.text
    }

    /// Says that messages were written to `path`, all of them or none. Each is written once: by whoever was first.
    ///
    /// - Parameter digest: the SHA-256 of the file's bytes, in hexadecimal.
    public func written(_ messages: [OutreachMessage], to path: String, digest: String) throws {
        let known = Dictionary(try all().map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
        let waiting = try messages.map { message in
            guard let outreach = known[message.id] else { throw OutreachError.unknown(message.id) }
            guard outreach.state == .approved else {
                throw OutreachError.cannotWrite(message.id, outreach.record.state)
            }
            return outreach
        }
        let file = ChangeRecord.File(path: path, digest: digest, at: now, by: actor.name)
        _ = try change(waiting, to: .written, .written) { ($0.written, $0.file) = (now, file) }
    }

    /// The files that messages were written to.
    public func writtenFiles() throws -> [ChangeRecord.File] { try all().compactMap(\.note.file) }

    /// Whether the watch over triage found something wrong: until it no longer does, no rule answers what triage decided about.
    private func isAutomationHeld() throws -> Bool {
        guard rules.settings.outreach.contains(where: { $0.occasion == .decidedCase }) else { return false }
        return try !KeptTriage(in: store).breaches.isEmpty
    }

    /// What there is to write about by the rules, or by what waits.
    private func occasions(about known: [Outreach]) throws -> [OutreachOccasion] {
        let waiting = known.filter { $0.state == .proposed || $0.state == .approved }
        let kinds =
            rules.settings.outreach.map(\.occasion)
            + waiting.compactMap { OutreachRule.Occasion(rawValue: $0.note.occasion) }
        return try OutreachOccasions(store: store, now: now, kinds: Set(kinds)).all()
    }

    /// What waits although its occasion is over.
    private func ended(_ known: [Outreach], _ occasions: [OutreachOccasion]) throws -> CaseAct {
        let lasting = Set(occasions.map { Lasting(occasion: $0.kind.rawValue, matter: $0.matter) })
        var act = CaseAct()
        for outreach in known where outreach.state == .proposed || outreach.state == .approved {
            let topic = Lasting(occasion: outreach.note.occasion, matter: outreach.note.matter)
            guard !lasting.contains(topic) else { continue }
            var record = outreach.record
            record.state = OutreachNote.State.over.rawValue
            act.outreach.append(record)
            act.events.append(JournalEvent(.superseded, record.id.description, state: record.state, detail: ""))
        }
        return act
    }

    /// Brings messages into a state, all in one act.
    private func change(
        _ messages: [Outreach], to state: OutreachNote.State, _ verb: JournalEvent.Verb,
        _ change: (inout OutreachNote) -> Void
    ) throws -> [Outreach] {
        var act = CaseAct()
        for message in messages {
            var (record, note) = (message.record, message.note)
            change(&note)
            record.state = state.rawValue
            record.body = try note.body
            act.outreach.append(record)
            act.events.append(JournalEvent(verb, record.id.description, state: record.state, detail: note.rule))
        }
        if !act.outreach.isEmpty { try store.perform(act, by: actor, at: now) }
        return try act.outreach.map(Outreach.init)
    }
}

/// Why a message cannot be decided on.
public enum OutreachError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is none of that id.
    case unknown(OutreachID)
    /// It stands where there is nothing to decide.
    case cannotDecide(OutreachID, String)
    /// It stands where there is nothing to write.
    case cannotWrite(OutreachID, String)

    /// What was found, in a sentence.
    public var description: String {
        switch self {
        case .unknown(let id): "there is no message \(id)"
        case .cannotDecide(let id, let state): "\(id) is \(state), expected one that is proposed"
        case .cannotWrite(let id, let state): "\(id) is \(state), expected one that is approved"
        }
    }
}
