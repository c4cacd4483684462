import Conversations

/// Looks for what may not be said in public, before it is kept.
///
/// Whoever writes during an outage is in a hurry, and what was public once cannot be taken back.
struct PublicText {
    private static let longest = 2_000
    /// Names of more words are told by their first.
    private static let mostWords = 6

    /// Runs of words of the text as they are written and without capitals, and where they stand.
    private var written: [String: Range<Int>] = [:]
    private var folded: [String: Range<Int>] = [:]
    private let field: PublicTextRefusal.Field

    /// A text in which nothing is personal by its form.
    ///
    /// - Throws: a ``PublicTextRefusal`` where it is empty or too long, or holds an address of mail, a number of a
    ///   telephone or a card, or the id of an exception or a case.
    init(_ text: String, as field: PublicTextRefusal.Field) throws(PublicTextRefusal) {
        self.field = field
        let characters = Array(text)
        guard characters.contains(where: { !$0.isWhitespace }) else { throw PublicTextRefusal(field, .empty) }
        guard characters.count <= Self.longest else {
            throw PublicTextRefusal(field, .length(characters.count, most: Self.longest))
        }
        for kind in Redaction.Kind.allCases {
            let found = Redaction([kind]).redact(text)
            guard found.counts.isEmpty else {
                let place = zip(characters, found.text).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
                throw PublicTextRefusal(field, .personal(kind), at: place..<place + 1)
            }
        }
        let words = Self.words(of: characters)
        for word in words where Self.isRecordID(characters[word]) {
            throw PublicTextRefusal(field, .recordID, at: word)
        }
        for first in words.indices {
            for last in first..<min(first + Self.mostWords, words.count) {
                let run = words[first...last].map { String(characters[$0]) }
                let place = words[first].lowerBound..<words[last].upperBound
                written[run.joined(separator: " ")] = place
                folded[run.joined(separator: " ").lowercased()] = place
            }
        }
    }

    /// Why the text is refused where a name stands in it, also with its last word in front. A name of one word is a name only
    /// where it has the same capitals, since many are words of other meanings as well.
    func refusal(of name: String, for reason: PublicTextRefusal.Reason) -> PublicTextRefusal? {
        let characters = Array(name)
        let words = Self.words(of: characters).prefix(Self.mostWords).map { String(characters[$0]) }
        let places =
            words.count > 1
            ? [words, words.suffix(1) + words.dropLast()].map { folded[$0.joined(separator: " ").lowercased()] }
            : words.map { written[$0] }
        return places.lazy.compactMap(\.self).first.map { PublicTextRefusal(field, reason, at: $0) }
    }

    private static func words(of characters: [Character]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (index, character) in characters.enumerated() {
            let isPart = character.isLetter || character.isNumber
            if isPart, start == nil { start = index }
            if !isPart, let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        if let start { words.append(start..<characters.count) }
        return words
    }

    /// `X1042` or `C88`, whatever their capitals.
    private static func isRecordID(_ word: ArraySlice<Character>) -> Bool {
        guard let letter = word.first?.uppercased(), letter == "X" || letter == "C" else { return false }
        return word.count > 1 && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }
}
