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

    @Test(arguments: ["Elbe", "elbe ", "el be", "ebe", "elbes", "ebel", "ELBE"])
    func aNameThatIsAllButAnotherIsASlipOfIt(text: String) {
        #expect(Nearest.slip(text, of: ["harbor", "elbe"]) == "elbe")
    }

    @Test(arguments: ["elbe", "kent", "elbe2", "weser", ""]) func aNameOfItsOwnIsNoSlip(text: String) {
        #expect(Nearest.slip(text, of: ["elbe", "Elbe", "ha", "elbe1"]) == nil)
    }

    @Test func ofTwoShortNamesNobodyKnows() {
        #expect(Nearest.slip("uk", of: ["us"]) == nil && Nearest.slip("UK", of: ["uk"]) == "uk")
    }

    @Test func nothingToChooseFromIsNothing() {
        #expect(Nearest.word(to: "zone", of: []) == nil)
    }
}
