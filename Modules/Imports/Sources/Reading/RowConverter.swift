import Calendars
import FlywheelKit

/// Makes facts of rows. It holds all that is needed and nothing that changes, so batches are converted on all cores.
struct RowConverter: Sendable {
    let binding: Binding
    let styles: CellStyles
    let lastHeadingLine: Int
    let marketplace: String
    let currency: Currency?
    /// The marketplace's; nil where it is not known.
    let zone: TimeZoneTable?

    /// The facts and the rejected rows of a batch, in file order.
    func convert(_ batch: RowBatch) -> ConvertedBatch {
        var converted = ConvertedBatch(columns: binding.columns.map(\.declaration), bytes: batch.bytes.count)
        var row = BatchRow(batch: batch, facts: FactRow(columns: binding.columns.map(\.declaration.name)))
        for index in 0..<batch.rowCount where batch.line(ofRow: index) > lastHeadingLine {
            row.index = index
            let warnings = row.warnings
            do throws(CellTrouble) {
                let code = try convert(&row)
                converted.keep(code, product: try product(&row), row.facts.values)
                if case .log(_, let newest, let at) = binding.format.feed.shape {
                    converted.coverage.observe(at: row.facts[at], newest: newest.map { row.facts[$0] } ?? .unknown)
                }
            } catch {
                row.warnings = warnings
                let isOneCell = error.code == .tooFewCells && error.column != nil
                let subject = isOneCell ? nil : try? code(row)
                converted.reject(
                    batch.rejected(index, error, binding.headings, subject: subject), isOneCell: isOneCell)
            }
        }
        converted.warnings = row.warnings
        converted.endsWithLineEnd = batch.endsWithLineEnd
        if !batch.endsWithLineEnd, batch.rowCount > 0 {
            let last = batch.rowCount - 1
            let isShort = batch.cellCount(ofRow: last) < binding.headings.texts.count
            converted.brokenOffAt = isShort ? batch.line(ofRow: last) : nil
        }
        return converted
    }

    /// Fills the row's facts and returns the code of its subject.
    private func convert(_ row: inout BatchRow) throws(CellTrouble) -> String {
        try checkCellCount(row)
        try checkMarketplace(&row)
        let code = try code(row)
        for (position, column) in binding.columns.enumerated() {
            row.facts.values[position] = try value(column.declaration, at: column.index, &row)
        }
        do throws(RuleTrouble) {
            try binding.format.rule?(&row.facts)
        } catch {
            throw CellTrouble(error, in: binding)
        }
        for (position, column) in binding.columns.enumerated()
        where column.declaration.isRequired && row.facts.values[position] == .unknown {
            throw CellTrouble(
                code: .missingValue, reason: "found nothing, expected \(column.declaration.name)", column: column.index)
        }
        return code
    }

    /// A row may leave out blank cells at its end, and may end in separators that enclose nothing.
    private func checkCellCount(_ row: BatchRow) throws(CellTrouble) {
        let expected = binding.headings.texts.count
        let cells = row.batch.cells(ofRow: row.index)
        func trouble(_ code: RejectedRow.Code, column: Int? = nil) -> CellTrouble {
            CellTrouble(code: code, reason: "found \(cells.count) cells, expected \(expected)", column: column)
        }
        if cells.count > expected, !cells.dropFirst(expected).allSatisfy(\.isEmpty) {
            throw trouble(.tooManyCells)
        }
        if cells.count == 1, expected > 2 {
            // Words under the table look like this; whether it ends here is known later.
            throw trouble(.tooFewCells, column: 0)
        }
        if cells.count <= binding.lastNeeded {
            throw trouble(.tooFewCells)
        }
    }
}

/// A row being converted, and what is kept from row to row.
struct BatchRow {
    let batch: RowBatch
    var index = 0
    var facts: FactRow
    /// Which names of marketplaces are the file's; a file repeats few of them millions of times.
    var marketplaces: [String: Bool] = [:]
    var warnings = WarningTally()

    init(batch: RowBatch, facts: FactRow) {
        self.batch = batch
        self.facts = facts
    }

    /// The cell of a column of the file; nil where the row ends before or nothing is in it.
    func cell(_ column: Int) -> Cell? {
        guard let cell = batch.cell(column, ofRow: index), !cell.isEmpty else { return nil }
        return cell
    }

    var line: Int { batch.line(ofRow: index) }
}
