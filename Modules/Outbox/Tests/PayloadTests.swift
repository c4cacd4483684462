import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Foundation
import Testing

@testable import Outbox

@Suite("What is told of an event")
struct PayloadTests {
    private let store = MemoryStore()

    private func deliveries(
        _ kind: SubscriptionRecord.Kind = .webhook, _ filter: EventFilter = EventFilter(), to target: String = "",
        telling: EventTelling = EventTelling()
    ) throws -> [DeliveryRecord] {
        let subscription = SubscriptionRecord(
            id: SubscriptionID(7), kind: kind, target: target, filter: filter, at: noon, by: "ada")
        var deliveries = EventDeliveries(store: store, telling: telling)
        return try deliveries.make(try store.events(), for: subscription, now: noon)
    }

    @Test func anotherEventAtTheSamePlaceHasAnotherID() throws {
        // As a store has them that went on from a backup.
        let ids = try ["X1", "X2"].map { subject in
            let store = MemoryStore()
            try store.happen(.closed, to: subject)
            var deliveries = EventDeliveries(store: store, telling: EventTelling())
            let subscription = SubscriptionRecord(
                id: SubscriptionID(7), kind: .webhook, target: "", at: noon, by: "ada")
            return try deliveries.make(try store.events(), for: subscription, now: noon).map(\.id)
        }
        #expect(ids[0].map(\.place) == ids[1].map(\.place) && ids[0] != ids[1])
    }

    @Test func webhookHasTypeTimeAndData() throws {
        try store.open("K1", account: "north")
        try store.happen(.closed, to: "X1")
        let made = try deliveries()
        #expect(made.map(\.id.place) == ["W7-1-0", "W7-2-0"])
        #expect(
            made[1].body == """
                {"data":{"actor":"person","detail":"image","place":{"account":"north","marketplace":"ATVPDKIKX0DER",\
                "workflow":"suppressions"},"position":0,"sequence":2,"state":"verifying",\
                "subjects":[{"count":1,"first":"X1"}],"verb":"closed"},"timestamp":"2026-09-21T14:13:20Z",\
                "type":"exception.closed"}
                """)
        #expect(try deliveries() == made, "the same event is the same message")
    }

    @Test func channelsAndMailsGetALine() throws {
        try store.open("K1", account: "a<b>&c")
        #expect(try deliveries(.slack)[0].body == #"{"text":"X1 opened: active, suppressions, a&lt;b&gt;&amp;c"}"#)
        let mail = try JSONDecoder().decode(MailText.self, from: Data(try deliveries(.mail)[0].body.utf8))
        #expect(mail.subject == "Flywheel: X1 opened: active, suppressions, a<b>&c")
        #expect(mail.html == nil)
    }

    /// Of several records at once as well, of which some are theirs.
    @Test func aMailTellsOfNoAccountThatItsReaderMayNotKnowOf() throws {
        try store.open("K1", account: "north")
        try store.open("K2", "K3", account: "south")
        let people = [
            PersonRecord(name: "mia@example.com", displayName: "Mia", role: "lead", accounts: ["north"]),
            PersonRecord(name: "eve@example.com", displayName: "Eve", role: "lead"),
        ]
        for person in people {
            _ = try store.keep(person, change: nil, endsSignIns: false, needing: "lead", by: ada, at: noon)
        }
        func subjects(_ target: String, _ filter: EventFilter = EventFilter()) throws -> [String] {
            try deliveries(.mail, filter, to: target).map(\.subject)
        }
        #expect(try subjects("eve@example.com").count == 2)
        #expect(try subjects("mia@example.com") == ["X1"])
        #expect(try subjects("Mia@Example.com") == ["X1"], "an address is the same however it is written")
        #expect(try subjects("mia@example.com", EventFilter(accounts: ["south"])).isEmpty)
        #expect(try subjects("ops@example.com").count == 2, "nobody signs in by it")
    }

    @Test func aLineIsToldInTheWordsOfWhoReadsIt() throws {
        try store.open("K1", "K2", account: "north")
        var mia = PersonRecord(name: "mia@example.com", displayName: "Mia", role: "lead")
        (mia.locale, mia.figures) = ("ja-JP", "en-US")
        _ = try store.keep(mia, change: nil, endsSignIns: false, needing: "lead", by: ada, at: noon)
        let telling = EventTelling(language: "de") { line, words in
            words.language == "en"
                ? nil
                : "\(words.language) \(words.figures) \(line.verb) \(line.subject) \(line.count) \(line.account ?? "")"
        }
        func subject(_ target: String, _ telling: EventTelling) throws -> String {
            let body = try deliveries(.mail, to: target, telling: telling)[0].body
            let mail = try JSONDecoder().decode(MailText.self, from: Data(body.utf8))
            #expect(mail.subject == "Flywheel: \(mail.text.prefix { $0 != "\n" })")
            return mail.subject
        }
        #expect(try subject("ops@example.com", telling) == "Flywheel: de  opened X1 2 ", "the house's")
        #expect(try subject("mia@example.com", telling) == "Flywheel: ja-JP en-US opened X1 2 ", "her own")
        let english = EventTelling(language: "en") { _, _ in nil }
        #expect(try subject("ops@example.com", english) == "Flywheel: X1 and 1 more opened: active")
        #expect(try deliveries(.slack, telling: telling)[0].body.contains("de  opened X1 2"))
        #expect(try deliveries(.webhook, telling: telling) == deliveries(.webhook), "codes have no language")
    }

    @Test func filterTakesRunsOfRecordsApart() throws {
        try store.open("K1", "K2", account: "north")
        try store.open("K3", account: "south", workflow: "inventory")
        // An event of the first three and of one that is not there.
        try store.record(JournalEvent(.changed, "X1", count: 4), by: ada, at: noon)
        func told(_ filter: EventFilter) throws -> [String] {
            let messages = try deliveries(.webhook, filter).map {
                try JSONDecoder().decode(Told.self, from: Data($0.body.utf8))
            }
            return messages.map {
                "\($0.data.verb) \($0.data.subjects.map { "\($0.first)+\($0.count)" }.joined(separator: ","))"
            }
        }
        #expect(try told(EventFilter()) == ["opened X1+2", "opened X3+1", "changed X1+4"])
        #expect(try told(EventFilter(verbs: ["changed"])) == ["changed X1+4"])
        #expect(try told(EventFilter(verbs: [])).isEmpty)
        #expect(try told(EventFilter(accounts: ["north"])) == ["opened X1+2", "changed X1+2"])
        #expect(try told(EventFilter(accounts: ["south"])) == ["opened X3+1", "changed X3+1"])
        #expect(try told(EventFilter(workflows: ["inventory"], accounts: ["north"])).isEmpty)
        #expect(
            try told(EventFilter(workflows: ["suppressions", "inventory"])) == [
                "opened X1+2", "opened X3+1", "changed X1+3",
            ])
    }

    private struct Told: Decodable {
        struct Data: Decodable {
            let verb: String
            let subjects: [SubjectRun]
        }
        let data: Data
    }

    @Test func namesAndWordsOfPeopleStayInTheHouse() throws {
        try store.open("K1", account: "north")
        for verb: JournalEvent.Verb in [.assigned, .noted, .labelled, .audited, .disclosed, .erased, .recorded] {
            try store.record(JournalEvent(verb, "X1", detail: "Canary Smith"), by: Actor(.person, "Canary"), at: noon)
        }
        for kind in SubscriptionRecord.Kind.allCases {
            #expect(try deliveries(kind).count == 8)
            #expect(try !deliveries(kind).contains { $0.body.contains("Canary") || $0.body.contains("K1") })
        }
    }
}

@Suite("What happened to one record arrives in its order")
struct DeliveryOrderTests {
    private func delivery(_ sequence: Int64, _ subject: String, count: Int = 1, due: Int64 = 0) -> DeliveryRecord {
        DeliveryRecord(
            id: "\(sequence)", subscription: SubscriptionID(1), sequence: sequence, position: 0, verb: "closed",
            subject: subject, count: count, body: "", made: noon, next: noon.advanced(bySeconds: due))
    }

    private func ready(_ waiting: DeliveryRecord...) -> [String] {
        DeliveryOrder.ready(waiting, at: noon).map(\.id)
    }

    @Test func laterWaitsForEarlierOfTheSameRecord() {
        #expect(ready(delivery(1, "X1"), delivery(2, "X2"), delivery(3, "X1"), delivery(4, "I1")) == ["1", "2", "4"])
        #expect(ready(delivery(1, "X1", due: 5), delivery(2, "X1"), delivery(3, "X2")) == ["3"])
    }

    @Test func runsOverlap() {
        #expect(
            ready(delivery(1, "X10", count: 5), delivery(2, "X14"), delivery(3, "X15"), delivery(4, "X9")) == [
                "1", "3", "4",
            ])
        #expect(ready(delivery(1, "X12"), delivery(2, "X10", count: 5), delivery(3, "X10")) == ["1"])
    }

    @Test func whatHasNoNumberHasItsName() {
        #expect(ready(delivery(1, "inventory"), delivery(2, "inventory"), delivery(3, "pricing")) == ["1", "3"])
    }
}
