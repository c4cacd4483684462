/// What people and spreadsheets call the row under a table that adds up its columns.
struct WordsForSums: Sendable {
    static let all = WordsForSums([
        "total", "totals", "grand total", "subtotal", "sub-total", "sum",
        "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme", "insgesamt",
        "total général", "sous-total", "somme",
        "totale", "totale complessivo", "totale generale", "somma",
        "total general", "suma", "suma total",
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

    /// Whether a text that has these bytes at its ends may be one of them.
    @inline(__always)
    func mayBeOne(from first: UInt8, to last: UInt8, count: Int) -> Bool {
        count < 32 && (beginnings[Int(first)] & ends[Int(last)]) >> UInt32(count) & 1 == 1
    }

    /// Whether a text is one of them, whatever the case.
    func contain(_ text: String) -> Bool { words.contains(text.lowercased()) }
}
