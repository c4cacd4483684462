import Testing

@testable import Cases

@Suite struct StatedUrgencyTests {
    @Test(
        arguments: [
            ("Please answer ASAP", Urgency.urgent), ("Still waiting, this is the third time I write", .high),
            ("No rush, just wondering", .low), ("Es ist dringend", .urgent), ("Sigo esperando una respuesta", .high),
            ("Rien ne presse", .low), ("Rispondete subito", .urgent), ("至急お願いします", .urgent),
        ])
    func wordsSayHowSoon(text: String, urgency: Urgency) {
        #expect(StatedUrgency(of: text)?.urgency == urgency)
    }

    @Test func whoStatesNothingGetsNoSuggestion() {
        #expect(StatedUrgency(of: "Which colour is the lamp?") == nil && StatedUrgency(of: "") == nil)
    }

    @Test func theWordsOfTheStrongestAreTheReason() throws {
        let stated = try #require(StatedUrgency(of: "Still waiting. I need it by tomorrow, urgently!"))
        #expect(stated.urgency == .urgent && stated.words == ["by tomorrow", "urgently"])
    }

    @Test func dangerIsUrgent() throws {
        let text = "No rush, but the charger caught fire."
        let stated = try #require(StatedUrgency(of: text, mentions: SensitiveTopicGuard.standard.mentions(in: text)))
        #expect(stated.urgency == .urgent && stated.words == ["caught fire"])
    }
}
