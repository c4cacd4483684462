/// The row of headings in the first rows of a file, behind a title, a date or other words some programs put in front.
package struct HeadingRow {
    /// How many rows are looked at.
    package static let searchedRows = 30
    /// How many known headings make a row of them. A file with fewer columns has them all.
    private static let knownHeadings = 3

    let headings: Headings
    /// Which of the rows it is.
    let row: Int
    /// The last line of headings. Some exports repeat them in a second language.
    let lastLine: Int

    /// Finds it in the first rows of a file; the row with the most known headings where none is beyond doubt. Nil
    /// without any rows.
    init?(in head: RowBatch, known: Set<HeadingName>) {
        let searched = min(head.rowCount, Self.searchedRows)
        var best: (row: Int, headings: Headings, count: Int)?
        for row in 0..<searched {
            let headings = Self.headings(in: head, row: row)
            let count = headings.count(in: known)
            let isCertain = count >= Self.knownHeadings || count >= 2 && count == headings.namedCount
            if isCertain || count > best?.count ?? -1 { best = (row, headings, count) }
            if isCertain { break }
        }
        guard let best else { return nil }
        headings = best.headings
        row = best.row
        let next = best.row + 1
        lastLine = head.line(ofRow: next < searched && Self.isAllKnown(head, next, known) ? next : best.row)
    }

    private static func isAllKnown(_ head: RowBatch, _ row: Int, _ known: Set<HeadingName>) -> Bool {
        let headings = headings(in: head, row: row)
        let count = headings.count(in: known)
        return count >= 2 && count == headings.namedCount
    }

    private static func headings(in head: RowBatch, row: Int) -> Headings {
        Headings(head.cells(ofRow: row).map { head.text(of: $0).text })
    }
}
