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
        try DigestPost([schedule], zone: .utc) { name, words in
            made.add("\(name) \(words.language) \(words.figures)")
            return Digest(mail: MailText(subject: words.language, text: ""), json: "{}")
        }.put(for: mails, in: store, now: noon)
        #expect(made.all == ["morning de ", "morning ja-JP en-US"])
        let bodies = try mails.map { try store.delivery("\($0.id)-morning-\(noon.utcDay)")?.body ?? "" }
        #expect(bodies.map { $0.contains("\"de\"") } == [true, false, true] && bodies[1].contains("ja-JP"))
    }
}
