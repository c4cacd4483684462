import Testing

@testable import Cases

@Suite struct PhraseTests {
    private func words(_ phrases: String, _ text: String, lookalikes: String = "") -> [String] {
        PhraseBook([PhraseList(0, "en", phrases)], lookalikes: lookalikes).finds(in: text).map(\.words)
    }

    @Test func aStarSaysWhereAWordGoesOn() {
        #expect(words("pay", "payments pay repay") == ["pay"])
        #expect(words("pay*", "payments pay repay") == ["payments", "pay"])
        #expect(words("*pay*", "payments pay repay") == ["payments", "pay", "repay"])
    }

    @Test func aGapHoldsUpToThreeWords() {
        #expect(words("take _ to court", "take it to court") == ["take it to court"])
        #expect(words("take _ to court", "take to court") == ["take to court"])
        #expect(words("take _ to court", "take the three of you to court") == [])
        #expect(words("take to court", "take it to court") == [])
    }

    @Test func ofPhrasesAtOnePlaceTheLongestIsTold() {
        #expect(words("money, money back, back", "my money back now") == ["money back"])
    }

    @Test(
        arguments: [
            ("solicitor", true), ("solicitr", true), ("solicittor", true), ("solicjtor", true), ("soilcitor", true),
            ("solictiro", false), ("sollicitxr", true), ("olicitor", true), ("osolicitor", true), ("osliictor", false),
            ("solici", false),
        ])
    func oneTypingErrorIsLookedThrough(word: String, isFound: Bool) {
        #expect(words("solicitor", word).isEmpty != isFound)
    }

    @Test func shortWordsAndLookalikesAreTakenAsTheyAre() {
        #expect(words("court", "count") == [])
        #expect(words("charged", "changed", lookalikes: "changed") == [])
        #expect(words("charged", "chrged changed", lookalikes: "changed") == ["chrged"])
    }

    @Test func typingErrorsAreLookedThroughInTheLanguagesThatAreSpoken() {
        let book = PhraseBook([PhraseList(0, "es", "dinero"), PhraseList(1, nil, "dinero")])
        #expect(book.finds(in: "dinner", misspeltIn: ["en"]).map(\.subject) == [1])
        #expect(book.finds(in: "dinner", misspeltIn: ["es"]).count == 2)
        #expect(book.finds(in: "dinero", misspeltIn: ["en"]).count == 2)
    }

    @Test func umlautsMayBeWrittenOut() {
        #expect(words("gebühr", "Gebuehr Gebühr GEBÜHR gebuhr") == ["Gebuehr", "Gebühr", "GEBÜHR", "gebuhr"])
    }

    @Test func scriptsWithoutSpacesAreLookedThrough() {
        #expect(words("返金, カード", "早く返金して、カードへ") == ["返金", "カード"])
    }

    @Test(arguments: 0..<40) func aWordAmongRandomOnesIsFoundWhereItStands(seed: Int) {
        var random = SystemOf(seed)
        let letters = Array("bcdfghjk")
        func noise() -> String { String((0..<1 + random.next(8)).map { _ in letters[random.next(letters.count)] }) }
        var text = (0..<random.next(20)).map { _ in noise() }
        text.insert("Solicitors", at: random.next(text.count + 1))
        #expect(words("solicitor*", text.joined(separator: " ")) == ["Solicitors"])
    }

    /// A small congruential generator: the seed is the argument of the test.
    private struct SystemOf {
        private var state: UInt64
        init(_ seed: Int) { state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }
        mutating func next(_ bound: Int) -> Int {
            state = state &* 2_862_933_555_777_941_757 &+ 3_037_000_493
            return Int(state >> 33) % bound
        }
    }
}
