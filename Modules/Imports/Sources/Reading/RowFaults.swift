/// What is wrong with rows before any of their cells is looked at, wherever these are: in a table, or in a sheet.
struct RowFaults: Sendable {
    /// How many cells a row has.
    let width: Int
    let repeatedHeadings: RepeatedHeadings?
    let tornRows: TornRows?

    /// The rows with which something is wrong, by their places in the batch.
    ///
    /// A row may end in separators that enclose nothing.
    ///
    /// - Parameter lastNeeded: the last column that no row may leave out.
    func find(among rows: Range<Int>, of batch: RowBatch, lastNeeded: Int) -> [Int: CellTrouble] {
        var faults: [Int: CellTrouble] = [:]
        func add(_ row: Int, _ code: RejectedRow.Code, _ reason: String, column: Int? = nil) {
            if faults[row] == nil { faults[row] = CellTrouble(code: code, reason: reason, column: column) }
        }
        if let repeatedHeadings {
            for row in rows where repeatedHeadings.contain(row, of: batch) {
                add(row, .repeatedHeadings, "found the headings again, expected a row: files were joined")
            }
        }
        guard let first = rows.first(where: { batch.cellCount(ofRow: $0) != width }) else { return faults }
        for pieces in tornRows?.runs(of: first..<rows.upperBound, in: batch) ?? [] {
            let reason = "found a line break in a cell, which makes \(pieces.count) rows of one"
            for row in pieces { add(row, .brokenLine, reason) }
        }
        for row in first..<rows.upperBound where batch.cellCount(ofRow: row) != width {
            let cells = batch.cells(ofRow: row)
            let reason = "found \(cells.count) cells, expected \(width)"
            if cells.count > width, !cells.dropFirst(width).allSatisfy(\.isEmpty) {
                add(row, .tooManyCells, reason)
            } else if cells.count == 1, width > 2 {
                // Words under the table look like this; whether it ends here is known later.
                add(row, .tooFewCells, reason, column: 0)
            } else if cells.count <= lastNeeded {
                add(row, .tooFewCells, reason)
            }
        }
        return faults
    }
}
