import FlywheelKit

/// What became of the rows of one batch.
struct ConvertedBatch: Sendable {
    /// The kept rows as columns.
    let facts: FactRows
    let rejected: [RejectedRow]
    /// How many of the rows at the end were rejected for being a single cell: the words under the table, if it ends here.
    let lastOneCellRows: Int
    let rowCount: Int
    let bytes: Int
    let endsWithLineEnd: Bool
    /// See ``FileSummary/brokenOffAt``.
    let brokenOffAt: Int?
    let coverage: Coverage
    let warnings: WarningTally

    /// Leaves the rows in trouble out of `facts`, which has all rows of the batch, and lists them.
    init(_ facts: FactRows, of batch: RowBatch, _ notes: RowNotes, _ converter: RowConverter) {
        let binding = converter.binding
        let kept = notes.keptPlaces.map { facts.picked($0) } ?? facts
        self.facts = kept
        rejected = notes.troubles.sorted { $0.key < $1.key }.map { row, trouble in
            let subject = trouble.isOneCell ? nil : converter.code(ofRow: row, batch)
            return batch.rejected(row, trouble, binding.headings, subject: subject)
        }
        lastOneCellRows = notes.rows.reversed().prefix { notes.troubles[$0]?.isOneCell == true }.count
        rowCount = notes.rows.count
        bytes = batch.bytes.count
        endsWithLineEnd = batch.endsWithLineEnd
        if !batch.endsWithLineEnd, batch.rowCount > 0 {
            let last = batch.rowCount - 1
            let isShort = batch.cellCount(ofRow: last) < binding.headings.texts.count
            brokenOffAt = isShort ? batch.line(ofRow: last) : nil
        } else {
            brokenOffAt = nil
        }
        var coverage = Coverage()
        if case .log(_, let newest, let at) = binding.format.feed.shape {
            coverage.observe(at: kept.columns[at], newest: newest.flatMap { kept.columns[$0] })
        }
        self.coverage = coverage
        var warnings = WarningTally()
        for warning in notes.warnings where notes.troubles[warning.row] == nil {
            warnings.add(warning.code, line: batch.line(ofRow: warning.row))
        }
        self.warnings = warnings
    }
}

extension CellTrouble {
    /// Whether it is a row of one cell where several should be.
    fileprivate var isOneCell: Bool { code == .tooFewCells && column != nil }
}

extension FactRows {
    /// The rows at `places`, in that order.
    fileprivate func picked(_ places: [Int]) -> FactRows {
        FactRows(
            codes: codes.picked(places), products: products.picked(places),
            columns: columns.mapValues { $0.picked(places) })
    }
}
