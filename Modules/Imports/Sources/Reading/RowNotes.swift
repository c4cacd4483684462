/// What was noticed while the rows of a batch became columns.
struct RowNotes {
    /// The rows of the batch that are data.
    let rows: Range<Int>
    /// What is wrong with a row. Of several troubles the first found counts.
    private(set) var troubles: [Int: CellTrouble] = [:]
    private(set) var warnings: [(code: ImportWarning.Code, row: Int)] = []
    /// Amounts of which nothing says the currency, by the column they stand in.
    private(set) var openAmounts: [(column: Int, row: Int)] = []
    /// Of each row whether another table of the file reads it; empty where none does.
    private var isElsewhere: [Bool] = []

    init(rows: Range<Int>) {
        self.rows = rows
    }

    /// Leaves a row out of the facts.
    mutating func reject(_ row: Int, _ trouble: CellTrouble) {
        if troubles[row] == nil, !isElsewhere(row) { troubles[row] = trouble }
    }

    /// Leaves a row to another table of the file.
    mutating func leave(_ row: Int) {
        if isElsewhere.isEmpty { isElsewhere = [Bool](repeating: false, count: rows.count) }
        isElsewhere[row - rows.lowerBound] = true
    }

    private func isElsewhere(_ row: Int) -> Bool { !isElsewhere.isEmpty && isElsewhere[row - rows.lowerBound] }

    /// Notes that a cell of a row may surprise.
    mutating func warn(_ code: ImportWarning.Code, _ row: Int) {
        if !isElsewhere(row) { warnings.append((code, row)) }
    }

    /// Notes that nothing says in which currency the amount in a cell is.
    mutating func leaveOpen(_ column: Int, _ row: Int) {
        guard !isElsewhere(row) else { return }
        warnings.append((.unknownCurrency, row))
        openAmounts.append((column, row))
    }

    /// The places of the rows that tell of which time the file knows, of whichever marketplace; nil where that is all of them.
    ///
    /// - Parameter elsewhere: whether those that other tables read are among them.
    func datedPlaces(_ elsewhere: Bool) -> [Int]? {
        guard elsewhere else { return keptPlaces }
        guard !troubles.isEmpty else { return nil }
        return rows.filter { row in troubles[row].map { $0.code == .otherMarketplace } ?? true }
            .map { $0 - rows.lowerBound }
    }

    /// The places, among all rows of data, of those that are this table's and without trouble; nil where that is all of them.
    var keptPlaces: [Int]? {
        guard !troubles.isEmpty || !isElsewhere.isEmpty else { return nil }
        return rows.indices.filter { troubles[$0] == nil && !isElsewhere($0) }.map { $0 - rows.lowerBound }
    }
}
