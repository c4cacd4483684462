import FlywheelKit

extension RowConverter {
    /// What people call the row under a table that adds up its columns.
    private static let wordsForSums: Set<String> = [
        "total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme",
        "totale",
        "somma", "suma",
    ]
    /// The bytes they begin with, in either case: few codes do, so few are looked at as texts.
    private static let firstBytes = Set("tgszTGSZ".utf8)

    /// Rows of sums that a spreadsheet was saved with: read as listings they would lead the queue. Reports of marketplaces have none.
    func checkSums(_ codes: Texts, _ notes: inout RowNotes) {
        guard !binding.format.isSourcesOwn, !binding.format.isCompanion, binding.format.feed.subject == .listing else {
            return
        }
        for place in codes.indices {
            let range = codes.range(place)
            guard 3...13 ~= range.count, Self.firstBytes.contains(codes.bytes[range.lowerBound]),
                Self.wordsForSums.contains(codes[place].lowercased())
            else { continue }
            notes.reject(
                place + notes.rows.lowerBound,
                CellTrouble(
                    code: .footer, reason: "found \"\(codes[place])\", a row of sums, expected a listing",
                    column: binding.subject))
        }
    }
}
