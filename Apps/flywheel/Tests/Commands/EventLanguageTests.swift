import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import Outbox
import Testing
import WebPages

@testable import flywheel

/// Mails about events are in the language of who reads them.
@Suite struct EventLanguageTests {
    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func everyEventHasItsWord(locale: PageLocale) {
        let (phrases, english) = (Phrases(locale), Phrases(.enUS))
        for verb in JournalEvent.Verb.allCases {
            let (key, word) = ("event.\(verb.rawValue)", phrases.text("event.\(verb.rawValue)"))
            #expect(word != key && word != english.text(key), "\(locale.tag) \(verb)")
        }
    }

    @Test func aMailIsInTheLanguageOfItsReader() throws {
        let desk = try Desk.rotated()
        let store = try PageDoor(desk).house.host.store
        var mia = PersonRecord(name: "mia@example.com", displayName: "Mia", role: "lead")
        mia.locale = "de-DE"
        _ = try store.keep(
            mia, change: nil, endsSignIns: false, needing: "lead", by: Actor(.person, "ada"), at: Scene.asOf)
        for address in ["mia@example.com", "ops@example.com"] {
            #expect(desk.run("webhooks", "add", "mail", address, "--verb", "opened").exit == .done)
        }
        for (subscription, words) in [("W1", "geöffnet"), ("W2", "opened")] {
            let run = desk.run("webhooks", "replay", subscription, "--from", "1")
            #expect(run.exit == .done, "\(run.errors)")
            let id = try #require(SubscriptionID(text: subscription))
            let waiting = try store.waitingDeliveries(of: id, limit: 9)
            let mails = try waiting.map { try JSONDecoder().decode(MailText.self, from: Data($0.body.utf8)) }
            #expect(!mails.isEmpty && mails.allSatisfy { $0.subject.contains(words) }, "\(mails.map(\.subject))")
        }
    }
}
