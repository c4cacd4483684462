/// What was noticed while the rows of a batch became columns.
struct RowNotes {
    /// The rows of the batch that are data.
    let rows: Range<Int>
    /// What is wrong with a row. Of several troubles the first found counts.
    private(set) var troubles: [Int: CellTrouble] = [:]
    private(set) var warnings: [(code: ImportWarning.Code, row: Int)] = []

    init(rows: Range<Int>) {
        self.rows = rows
    }

    /// Leaves a row out of the facts.
    mutating func reject(_ row: Int, _ trouble: CellTrouble) {
        if troubles[row] == nil { troubles[row] = trouble }
    }

    /// Notes that a cell of a row may surprise.
    mutating func warn(_ code: ImportWarning.Code, _ row: Int) {
        warnings.append((code, row))
    }

    /// The places, among all rows of data, of those without trouble; nil where that is all of them.
    var keptPlaces: [Int]? {
        troubles.isEmpty ? nil : rows.indices.filter { troubles[$0] == nil }.map { $0 - rows.lowerBound }
    }
}
