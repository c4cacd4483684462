import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import Outbox

@Suite("A digest speaks the language of who gets it")
struct DigestPostTests {
    @Test func aPersonsLanguageCountsBeforeTheSchedules() throws {
        let store = MemoryStore()
        var mia = PersonRecord(name: "mia@example.com", displayName: "Mia", role: "lead")
        (mia.locale, mia.figures) = ("ja-JP", "en-US")
        let ben = PersonRecord(name: "ben@example.com", displayName: "Ben", role: "lead")
        for person in [mia, ben] {
            _ = try store.keep(person, change: nil, endsSignIns: false, needing: "lead", by: ada, at: noon)
        }
        let mails = try ["ops@example.com", "mia@example.com", "ben@example.com"].map {
            try store.listen(.mail, at: $0, filter: EventFilter(verbs: []))
        }
        let schedule = DigestSchedule(
            name: "morning", second: 0, days: Set(Weekday.allCases), receivers: mails.map(\.id), language: "de")
        let made = Kept<String>()
        try DigestPost([schedule], zone: .utc) { name, reader in
            made.add("\(name) \(reader.words.language) \(reader.words.figures)")
            return Digest(mail: MailText(subject: reader.words.language, text: ""), json: "{}")
        }.put(for: mails, in: store, now: noon)
        #expect(made.all == ["morning de ", "morning ja-JP en-US"])
        let bodies = try mails.map { try store.delivery("\($0.id)-morning-\(noon.utcDay)")?.body ?? "" }
        #expect(bodies.map { $0.contains("\"de\"") } == [true, false, true] && bodies[1].contains("ja-JP"))
    }

    /// A filter of accounts, and the accounts of the person a mail goes to, hold for digests as they do for events.
    @Test func aDigestIsOverTheAccountsThatItsReaderMayKnowOf() throws {
        let store = MemoryStore()
        let people = [
            PersonRecord(name: "ben", displayName: "Ben", role: "viewer"),
            PersonRecord(name: "mia@example.com", displayName: "Mia", role: "viewer", accounts: ["harbor", "kent"]),
        ]
        for person in people {
            _ = try store.keep(person, change: nil, endsSignIns: false, needing: "viewer", by: ada, at: noon)
        }
        func listen(
            _ kind: SubscriptionRecord.Kind, at target: String, _ accounts: [String]?
        ) throws -> SubscriptionRecord {
            try store.listen(kind, at: target, filter: EventFilter(verbs: [], accounts: accounts))
        }
        let all = try [
            listen(.mail, at: "ops@example.com", nil), listen(.mail, at: "ops@example.com", ["harbor"]),
            listen(.mail, at: "mia@example.com", nil), listen(.mail, at: "mia@example.com", ["kent", "west"]),
        ]
        let schedule = DigestSchedule(
            name: "morning", second: 0, days: Set(Weekday.allCases), receivers: all.map(\.id))
        try DigestPost([schedule], zone: .utc) { _, reader in
            // Nothing was looked at yet of what that one is told of; the others are told all the same.
            guard reader.accounts != ["harbor"] else { return nil }
            let accounts = reader.accounts?.sorted().joined(separator: "+") ?? "all"
            return Digest(mail: MailText(subject: accounts, text: ""), json: "{}")
        }.put(for: all, in: store, now: noon)
        let bodies = try all.map { try store.delivery("\($0.id)-morning-\(noon.utcDay)")?.body }
        #expect(
            bodies
                == ["all", nil, "harbor+kent", "kent"].map { name in
                    name.map { #"{"subject":"\#($0)","text":""}"# }
                })
    }
}
