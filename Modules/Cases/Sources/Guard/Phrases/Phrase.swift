/// A phrase to look for: patterns of words in a row, `_` for up to three words of any kind; or letters of a script without
/// spaces.
///
///     lawyer*            money back            take _ to court            *gericht*            弁護士
struct Phrase: Hashable, Sendable {
    /// The words that may stand where `_` does.
    static let mostBetween = 3

    /// A word of the phrase, and how many of any kind may stand before it.
    struct Part: Hashable, Sendable {
        let word: WordPattern
        let mostBefore: Int
    }

    /// As it was written.
    let source: String
    let parts: [Part]
    /// The letters of a phrase in a script without spaces; empty for others.
    let unspaced: [UInt32]

    /// Reads a phrase; `nil` for one without a letter.
    init?(_ source: String) {
        self.source = source
        let folded = FoldedText(source)
        unspaced = folded.unspaced.map(\.letter)
        var (parts, mostBefore): ([Part], Int) = ([], 0)
        for piece in source.split(separator: " ") {
            if piece == "_" {
                mostBefore = Self.mostBetween
                continue
            }
            let place: WordPattern.Place = piece.hasPrefix("*") ? .anywhere : piece.hasSuffix("*") ? .beginning : .whole
            let words = FoldedText(String(piece.filter { $0 != "*" })).words
            for (number, word) in words.enumerated() {
                // An apostrophe makes two words of one; only the last of them may go on.
                let place = number == words.count - 1 ? place : .whole
                parts.append(Part(word: WordPattern(letters: word.letters, place: place), mostBefore: mostBefore))
                mostBefore = 0
            }
        }
        self.parts = parts
        if parts.isEmpty && unspaced.isEmpty { return nil }
    }

    /// The phrases of a list, separated by commas and line ends. One with umlauts is there a second time as it is written without
    /// them, `ae` for `ä`.
    static func list(_ text: String) -> [Phrase] {
        text.split { $0 == "," || $0.isNewline }.flatMap { piece -> [Phrase] in
            let source = piece.split(separator: " ").joined(separator: " ")
            let respelt = source.map { umlauts[$0] ?? String($0) }.joined()
            return [Phrase(source), respelt == source ? nil : Phrase(respelt)].compactMap(\.self)
        }
    }

    private static let umlauts: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue"]
}
