import Settings
import Testing

@Suite struct NearestTests {
    @Test func aSlipOfTheFingerFindsItsWord() {
        #expect(Nearest.word(to: "curency", of: ["currency", "calendar"]) == "currency")
    }

    @Test func aStrangeWordFindsNone() {
        #expect(Nearest.word(to: "xylophone", of: ["currency", "calendar"]) == nil)
    }

    @Test func caseDoesNotCountAndAnExactWordWins() {
        #expect(Nearest.word(to: "ZONE", of: ["zones", "zone"]) == "zone")
    }

    @Test func ofWordsEquallyNearTheFirstByItsLettersIsMeant() {
        #expect(Nearest.word(to: "cat", of: ["hat", "bat"]) == "bat")
        #expect(Nearest.word(to: "cat", of: ["bat", "hat"]) == "bat")
    }

    @Test func nothingToChooseFromIsNothing() {
        #expect(Nearest.word(to: "zone", of: []) == nil)
    }
}
