/// What people and spreadsheets call the row under a table that adds up its columns: a word for it, behind which a colon and a
/// currency may stand.
struct WordsForSums: Sendable {
    static let all = WordsForSums([
        "total", "totals", "grand total", "grand totals", "subtotal", "sub-total", "sum",
        "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme", "insgesamt",
        "total général", "totaux", "sous-total", "somme",
        "totale", "totali", "totale complessivo", "totale generale", "somma", "somma totale",
        "total general", "totales", "suma", "suma total", "totais",
        "totaal", "eindtotaal", "totalsumma", "summa", "suma końcowa", "razem", "total geral", "toplam", "genel toplam",
        "合計", "総計", "小計", "合计", "总计", "小计",
    ])

    private let words: Set<String>
    /// The lengths in bytes of the words that begin with a byte, and of those that end with one, in either case: a bit for
    /// each. Few codes are like a word at both ends, so few are looked at as texts.
    private let beginnings: [UInt32]
    private let ends: [UInt32]

    private init(_ words: Set<String>) {
        func lengths(_ byte: (String.UTF8View) -> UInt8?) -> [UInt32] {
            words.flatMap { [$0, $0.uppercased()] }.reduce(into: [UInt32](repeating: 0, count: 256)) { lengths, word in
                if let byte = byte(word.utf8) { lengths[Int(byte)] |= 1 << UInt32(word.utf8.count) }
            }
        }
        self.words = words
        beginnings = lengths { $0.first }
        ends = lengths { $0.last }
    }

    /// Whether a text of these bytes may be one of them. Few codes end like a word with something behind it, so those are looked
    /// at as texts too.
    @inline(__always)
    func mayBeOne(_ text: Span<UInt8>) -> Bool {
        let count = text.count
        guard count > 0, count < 32 else { return false }
        let (first, last) = (Int(text[0]), text[count - 1])
        // A colon, the last byte of a wide one, a parenthesis, a word of three letters.
        let isFollowed = last == 0x3A || last == 0x9A || last == 0x29 || count > 4 && text[count - 4] == 0x20
        return isFollowed ? beginnings[first] != 0 : (beginnings[first] & ends[Int(last)]) >> UInt32(count) & 1 == 1
    }

    /// Whether a text is one of them, whatever the case.
    func contain(_ text: String) -> Bool {
        var word = text.withoutColon
        if let blank = word.lastIndex(of: " "), CurrencyMark.isCodeInUse(word[blank...].filter(\.isLetter)) {
            word = word[..<blank].withoutColon
        }
        return words.contains(word.lowercased())
    }
}

extension StringProtocol {
    /// The text without the colon that it ends with, and without blanks there.
    fileprivate var withoutColon: SubSequence {
        self[..<(lastIndex { $0 != ":" && $0 != "：" && !$0.isWhitespace }.map(index(after:)) ?? startIndex)]
    }
}
