import CaseDesk
import Cases
import Conversations
import FlywheelKit
import FlywheelMemory
import FlywheelStore

/// A desk in memory, and conversations to put on it.
struct DeskSample {
    let store: any Store
    var rules = DeskRules()

    init(_ store: any Store = MemoryStore()) { self.store = store }

    static func hour(_ hour: Int64) -> Instant { Instant(seconds: 1_795_000_000 + hour * 3_600) }

    func bench(_ name: String, at hour: Int64 = 100) -> CaseWorkbench {
        CaseWorkbench(store, rules: rules, actor: Actor(.person, name), now: Self.hour(hour))
    }

    /// Takes conversations in, and says what came of them.
    @discardableResult
    func taken(
        _ conversations: [Conversation], account: String = "northwind", marketplace: String = "US",
        book: LinkBook = LinkBook(), at hour: Int64 = 99
    ) throws -> CaseIntake.Outcome {
        var intake = try CaseIntake(
            store, rules: rules, book: book, account: account, marketplace: marketplace, otherwise: Self.hour(0),
            actor: Actor(.person, "ann"), now: Self.hour(hour))
        for conversation in conversations { try intake.add(conversation) }
        try intake.finish()
        return intake.outcome
    }

    /// The case of a ticket.
    func record(_ code: String, of source: String = "zendesk") throws -> CaseRecord? {
        let key = CaseKey(source: source, account: "northwind", code: code)
        return try store.caseRecords(keyed: [key])[key]
    }

    /// One new case.
    @discardableResult
    func opened(_ code: String = "7", at hour: Int64 = 99) throws -> CaseID {
        try taken([.ticket(code)], at: hour)
        guard let record = try record(code) else { throw StoreError.unknown("ticket \(code)") }
        return record.id
    }
}

extension Conversation {
    /// A ticket with the question that opened it.
    static func ticket(
        _ code: String, status: String = "open", updated: Int64 = 2, _ text: String = "Where is it?"
    ) -> Conversation {
        var ticket = Conversation(source: "zendesk", code: code)
        ticket.subject = "About \(code)"
        ticket.opened = DeskSample.hour(1)
        ticket.updated = DeskSample.hour(updated)
        ticket.status = status
        ticket.side = "buyer"
        ticket.requester = Correspondent(code: "u\(code)", name: "Jo Doe", address: "jo\(code)@mail.example")
        ticket.messages = [
            CorrespondenceMessage(code: "m\(code)-1", at: DeskSample.hour(1), author: .requester, text: text)
        ]
        return ticket
    }
}
