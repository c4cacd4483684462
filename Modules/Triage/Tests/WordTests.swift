import Testing

@testable import Triage

@Suite struct WordTests {
    private func words(_ text: String) -> [String] {
        var words = MessageWords()
        words.read(text)
        return words.words.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) }
    }

    private func hashes(_ text: String) -> [UInt32] {
        var words = MessageWords()
        words.read(text)
        return words.words.map(\.hash)
    }

    @Test func wordsStandBetweenWhatIsNoLetter() {
        #expect(words("Hello, my order #123-45 is late!") == ["Hello", "my", "order", "123", "45", "is", "late", "!"])
        #expect(words("J’ai reçu un colis abîmé") == ["J’ai", "reçu", "un", "colis", "abîmé"])
        #expect(words("Größe falsch?") == ["Größe", "falsch", "?"])
        #expect(words("'quoted' words'") == ["quoted", "words"])
        #expect(words(" \t\n") == [])
    }

    @Test func signsOfScriptsWithoutSpacesAreWords() {
        #expect(words("返品したい") == ["返", "品", "し", "た", "い"])
        #expect(words("broken😡again") == ["broken", "😡", "again"])
    }

    @Test func caseDigitsAndApostrophesMakeNoOtherWord() {
        #expect(hashes("HASN'T") == hashes("hasnt"))
        #expect(hashes("hasn’t") == hashes("hasnt"))
        #expect(hashes("order 4711") == hashes("Order 9305"))
        #expect(hashes("ÉTÉ") == hashes("été"))
        #expect(hashes("refund") != hashes("refunds"))
    }

    @Test func aWordWithoutEndIsReadToItsFortiethLetter() {
        let long = String(repeating: "a", count: 100_000)
        #expect(words(long) == [long])
        #expect(hashes(long) == hashes(String(repeating: "a", count: 39)))
    }

    @Test func aMessageWithoutEndIsReadToItsThousandthWord() {
        #expect(words(String(repeating: "log line ", count: 100_000)).count == 1_000)
    }

    @Test func partsAreRunsOfTwoToFourLettersAndGaps() {
        var words = MessageWords()
        words.read("ab")
        var count = 0
        words.forEachPart(of: words.words[0]) { _ in count += 1 }
        // Of "_ab_" three of two, two of three and one of four.
        #expect(count == 6)
    }

    @Test func aFeatureIsFoundUnderItsNumber() {
        var vocabulary = Vocabulary()
        let hashes = (0..<5_000).map { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761) }
        for hash in hashes { _ = vocabulary.number(adding: hash) }
        #expect(hashes.indices.allSatisfy { vocabulary.number(of: hashes[$0]) == $0 })
        #expect(vocabulary.number(of: 77) == nil)
        #expect(Vocabulary(hashes) == vocabulary)
        #expect(Vocabulary([1, 2, 1]) == nil)
    }
}
