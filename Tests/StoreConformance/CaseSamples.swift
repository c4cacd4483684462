import FlywheelKit
import FlywheelStore
import Testing

extension CaseAct {
    /// An act that brings or changes cases, with an event for each.
    init(_ cases: [CaseRecord], expecting version: Int = 0, _ verb: JournalEvent.Verb = .taken) {
        self.init()
        self.cases = cases.map { ($0, version) }
        events = cases.map { JournalEvent(verb, $0.id.description, state: $0.state) }
    }
}

extension Bench {
    var look: Access { Access(by: person, at: noon, purpose: "case") }

    /// A case that nobody keeps yet.
    func newCase(_ code: String, state: String = "open") throws -> CaseRecord {
        CaseRecord(
            id: try store.reserve(1, of: CaseRecord.self),
            key: CaseKey(source: "zendesk", account: "north", code: code), state: state, body: "{\"code\":\"\(code)\"}")
    }

    /// Keeps a case of a new party who wrote one message in it.
    func take(
        _ code: String, from name: String = "Jane Roe", saying text: String = "Where is my parcel?", at: Instant = noon
    ) throws -> (case: CaseID, party: PartyID, message: MessageID) {
        var record = try newCase(code)
        let party = try store.reserve(1, of: PartyRecord.self)
        record.party = party
        let message = try store.reserve(1, of: MessageRecord.self)
        var act = CaseAct([record])
        act.parties = [PartyRecord(id: party, side: "buyer", since: noon)]
        act.messages = [MessageRecord(id: message, case: record.id, at: at, state: .received)]
        act.texts = [
            PersonalText(.name, party.number, case: nil, party: party, at: at, name),
            PersonalText(.subject, record.id.number, case: record.id, party: party, at: at, "Parcel \(code)"),
            PersonalText(.message, message.number, case: record.id, party: party, at: at, text),
        ]
        try store.perform(act, by: person, at: noon)
        return (record.id, party, message)
    }

    func caseRecord(_ id: CaseID) throws -> CaseRecord { try #require(try store.caseRecords([id]).first) }

    func texts(_ scope: TextScope, _ fields: PersonalText.Field...) throws -> [String] {
        let fields = fields.isEmpty ? Set(PersonalText.Field.allCases) : Set(fields)
        return try store.texts(scope, fields: fields, for: Access(by: .flywheel, at: noon, purpose: "test")).map(\.text)
    }
}
