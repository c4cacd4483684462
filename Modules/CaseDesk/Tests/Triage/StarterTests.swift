import Cases
import Testing
import Triage

@testable import CaseDesk

@Suite struct StarterTests {
    private static let starter = try? DeskTriage.starter()

    @Test func everyIntentIsThereInEveryLanguage() {
        let intents = StarterPhrases.messages.mapValues { Set($0.flatMap(\.labels)) }
        #expect(Set(intents.keys) == SensitiveTopicGuard.languages && Set(intents.values).count == 1)
        #expect(intents["en"]?.count == 20)
        for messages in StarterPhrases.messages.values {
            #expect(Set(messages.map(\.text)).count == messages.count, "a phrase stands there twice")
        }
    }

    @Test(
        arguments: [
            ("Can you tell me where my package is? The courier is late.", "where-is-my-order"),
            ("I would like to cancel the order I placed this morning", "cancel-order"),
            ("Meine Bestellung ist immer noch nicht angekommen, wo bleibt das Paket?", "where-is-my-order"),
            ("Suspendieron mi cuenta de vendedor sin explicación, quiero apelar", "account-suspended"),
            ("Le versement de mes ventes n'est pas arrivé, quand serai-je payé ?", "payout"),
        ])
    func itSuggestsWhatAPhraseMeans(text: String, intent: String) throws {
        var worker = TriageWorker(try #require(Self.starter))
        let message = worker.triage(text)
        #expect(message.labels.first == intent, "\(message)")
    }

    /// Phrases that were made up bear out nothing, however sure the model is.
    @Test func itNeverDecides() throws {
        var worker = TriageWorker(try #require(Self.starter))
        for message in StarterPhrases.messages.values.joined() {
            #expect(worker.triage(message.text, language: message.language).decision.kind != .auto)
        }
    }
}
