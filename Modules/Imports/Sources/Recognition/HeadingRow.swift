/// The row of headings in the first rows of a file, behind a title, a date or other words some programs put in front.
struct HeadingRow {
    /// How many rows are looked at.
    private static let searchedRows = 30
    /// How many known headings make a row of them. A file with fewer columns has them all.
    private static let knownHeadings = 3

    let headings: Headings
    /// The last line of headings. Some exports repeat them in a second language.
    let lastLine: Int

    /// Finds it in the first rows of a file; the row with the most known headings where none is beyond doubt. Nil
    /// without any rows.
    init?(in head: RowBatch, known: Set<HeadingName>) {
        let rows = (0..<min(head.rowCount, Self.searchedRows)).map { Self.headings(in: head, row: $0) }
        let counts = rows.map { $0.count(in: known) }
        let certain = rows.indices.first { row in
            counts[row] >= Self.knownHeadings || counts[row] >= 2 && counts[row] == rows[row].namedCount
        }
        guard let most = counts.max(), let row = certain ?? counts.firstIndex(of: most) else { return nil }
        headings = rows[row]
        let hasSecond = row + 1 < rows.count && counts[row + 1] >= 2 && counts[row + 1] == rows[row + 1].namedCount
        lastLine = head.line(ofRow: hasSecond ? row + 1 : row)
    }

    private static func headings(in head: RowBatch, row: Int) -> Headings {
        Headings(head.cells(ofRow: row).map { head.text(of: $0).text })
    }
}
