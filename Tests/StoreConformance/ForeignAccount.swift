import FlywheelKit
import FlywheelStore
import Testing

/// A store with one of everything that belongs to the account `west`, and a reader who may know of `north` alone.
struct ForeignAccount {
    let store: any Store
    let reader: ScopedStore
    let `import`: ImportID
    let suspect: ImportID
    let staging: ImportID
    let chunk: ChunkPlace
    /// A group, and the one it stands for.
    let group: ExceptionID
    let member: ExceptionID
    let ended: ExceptionID
    let change: ChangeRecord
    let step: WorkStep
    let mail: CaseRecord
    let party: PartyID
    let message: MessageID
    let decision: DecisionID
    let contact: OutreachID
    let caseStep: CaseStep

    static let digest = [UInt8](repeating: 7, count: 32)
    static let look = Access(by: person, at: noon, purpose: "test")

    init(_ store: any Store) throws {
        self.store = store
        reader = ScopedStore(store, accounts: ["north"])
        var world = ScopeWorld(store, accounts: ["west"])
        `import` = try world.keepFile("west", 1)
        var draft = draft("suspect")
        draft.account = "west"
        suspect = try store.beginImport(draft, by: person)
        try store.finishImport(suspect, as: .quarantined, ImportSummary())
        draft.digest = "staging"
        staging = try store.beginImport(draft, by: person)
        chunk = try #require(try store.chunks(of: .listing).first)

        try world.rotate(["K1", "K2", "K3"].map { ScopeScript.fingerprint("west", $0) })
        (group, member, ended) = (ExceptionID(1), ExceptionID(2), ExceptionID(3))
        change = try Self.turn(store, group: group, member: member, ended: ended, chunk: chunk)
        var record = try #require(try store.exception(member))
        record.snooze = Snooze(until: noon.advanced(byDays: 1), reason: "wait", by: "ada", at: noon, worth: nil)
        try store.change(
            record, expecting: record.version,
            event: JournalEvent(.snoozed, member.description, state: record.state.rawValue), note: "zebra",
            by: person, at: noon)
        step = try #require(try store.lastStep(by: person.name, of: member))

        let mailID = try world.takeMail("west", 1, due: 1)
        let act = try Self.act(store, on: try #require(try store.caseRecords([mailID]).first))
        try store.perform(act, by: person, at: noon)
        (party, message) = (act.parties[0].id, act.messages[0].id)
        (decision, contact) = (act.decisions[0].id, act.outreach[0].id)
        mail = try #require(try store.caseRecords([mailID]).first)
        caseStep = try #require(try store.lastCaseStep(by: person.name, of: mailID))
        _ = try store.texts(.cases([mailID]), fields: [.message], for: Self.look)

        let kept = LoopRecord(
            .decision, number: try store.reserve(1, of: .decision), key: "west", state: "open", at: noon, by: "ada")
        try store.keep([kept], by: person, at: noon)
        try store.keep(ModelRecord(kind: "triage", at: noon, by: "ada", bytes: [1]), by: person)
    }

    /// A second rotation: a group and its member, one that ended, a proposal, tiers and what was learned.
    private static func turn(
        _ store: any Store, group: ExceptionID, member: ExceptionID, ended: ExceptionID, chunk: ChunkPlace
    ) throws -> ChangeRecord {
        let currency = try #require(Currency("USD"))
        let rotation = try store.beginRotation(asOf: noon, currency: currency)
        var turn = Turn(RotationRecord(id: rotation, asOf: noon, currency: currency, summary: "{\"open\":2}"))
        turn.rotation.accounts = ["north": "{\"open\":0}", "west": "{\"open\":2}"]
        var record = try #require(try store.exception(member))
        record.parent = group
        turn.changes = [(record, record.version)]
        turn.change(try #require(try store.exception(ended)), to: .dismissed, .dismissed)
        var outcome = outcome(of: ended)
        outcome.fingerprint = ScopeScript.fingerprint("west", "K3")
        outcome.work = OutcomeWork(source: .stage, isOnsetKnown: true)
        turn.outcomes = [outcome]
        turn.tiers = [TierColumn(chunk: chunk.id, tiers: Values(["A"]), since: Values([Day(epochDays: 3)]))]
        turn.learned = [StageState(workflow: "suppressions", model: "{}", record: "{\"closes\":1}")]
        let change = ChangeRecord(
            id: try store.reserveChanges(1), exception: group, fingerprint: ScopeScript.fingerprint("west", "K1"),
            proposal: .attributes([AttributeChange("brand", to: "W")]), proposed: noon, rotation: rotation,
            mode: .test)
        turn.proposals = [change]
        turn.events.append(JournalEvent(.proposed, change.id.description, state: change.state.rawValue))
        let rows = [group, member].enumerated().map { place, id in
            QueueRow(exception: id, lane: .active, position: place + 1, atRisk: 9, tier: .a, terms: nil)
        }
        try store.stage(rows, for: rotation)
        try store.publish(turn)
        return change
    }

    /// Everything that one act can bring to a case.
    private static func act(_ store: any Store, on mail: CaseRecord) throws -> CaseAct {
        var record = mail
        let party = try store.reserve(1, of: PartyRecord.self)
        record.party = party
        var act = CaseAct([record], expecting: record.version, .drafted)
        act.isUndoable = true
        act.parties = [PartyRecord(id: party, side: "buyer", since: noon)]
        act.identities = [PartyIdentity(digest, of: party)]
        var message = MessageRecord(
            id: try store.reserve(1, of: MessageRecord.self), case: mail.id, at: noon, state: .draft)
        message.source = digest
        act.messages = [message]
        let decision = DecisionRecord(
            id: try store.reserve(1, of: DecisionRecord.self), case: mail.id, at: noon, by: "ada", role: "lead",
            kind: "refund")
        act.decisions = [decision]
        act.outreach = [
            OutreachRecord(
                id: try store.reserve(1, of: OutreachRecord.self), template: "delay", party: party, case: mail.id,
                at: noon, state: "proposed")
        ]
        act.texts = [
            PersonalText(.name, party.number, case: nil, party: party, at: noon, "Jane Roe"),
            PersonalText(.message, message.id.number, case: mail.id, party: party, at: noon, "zebra"),
            PersonalText(.rationale, decision.id.number, case: mail.id, party: party, at: noon, "zebra"),
        ]
        return act
    }

    // MARK: Expectations

    /// The store says that there is no such thing, in the words for what never was.
    func expectUnknown(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
        guard case .unknown? = refusal(of: body, sourceLocation) else {
            Issue.record("expected that there is no such thing", sourceLocation: sourceLocation)
            return
        }
    }

    /// The store says that it concerns all accounts.
    func expectRefused(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
        guard case .refused? = refusal(of: body, sourceLocation) else {
            Issue.record("expected that it is refused", sourceLocation: sourceLocation)
            return
        }
    }

    /// Why the store refuses something. Nothing is written then, or the journal would say so.
    private func refusal(of body: () throws -> Void, _ sourceLocation: SourceLocation) -> StoreError? {
        let length = try? store.journalLength()
        let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation, performing: body)
        #expect((try? store.journalLength()) == length, sourceLocation: sourceLocation)
        return error
    }
}
