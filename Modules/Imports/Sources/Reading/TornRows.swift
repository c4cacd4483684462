import FlywheelKit

/// Finds rows that a line break in a cell which is not quoted tore to pieces, each of which may look like a short row.
///
/// In a table whose rows have all their cells, short rows that follow one another and have the cells of one together are one.
/// Sources' own layouts are such tables; of one that anybody may have made its first rows tell.
struct TornRows: Sendable {
    /// How many lines a cell may have been torn to.
    private static let mostPieces = 200

    /// How many cells a whole row has.
    private let width: Int
    /// The columns that hold no words, of a table that anybody may have made: there a row may be short by itself, so its
    /// pieces must make sense as one.
    private let values: Set<Int>

    /// - Returns: nil where rows leave cells out, so that nothing tells a piece from a row.
    init?(_ binding: Binding, in head: RowBatch, below lastHeadingLine: Int) {
        width = binding.headings.texts.count
        guard !binding.format.isSourcesOwn else {
            values = []
            return
        }
        values = Set(binding.columns.filter(\.declaration.type.hasDigits).map(\.index))
        let first = (0..<head.rowCount).first { head.line(ofRow: $0) > lastHeadingLine } ?? head.rowCount
        let rows = first..<head.rowCount
        let torn = Set(runs(of: rows, in: head).joined())
        let isWhole = rows.allSatisfy { row in
            let cells = head.cellCount(ofRow: row)
            // Words under the table, and where the file breaks off, say nothing of its rows.
            return cells == 1 || cells >= width || torn.contains(row) || row == rows.last && !head.endsWithLineEnd
        }
        guard isWhole else { return nil }
    }

    /// The rows that are pieces, those of one row together.
    func runs(of rows: Range<Int>, in batch: RowBatch) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var row = rows.lowerBound
        while row < rows.upperBound {
            guard batch.cellCount(ofRow: row) < width else {
                row += 1
                continue
            }
            let last = min(row + Self.mostPieces, rows.upperBound)
            var (end, cells) = (row, 1)
            while cells < width, end < last, batch.cellCount(ofRow: end) < width {
                cells += batch.cellCount(ofRow: end) - 1
                end += 1
            }
            if cells == width, makeSense(row..<end, of: batch) {
                runs.append(row..<end)
                row = end
            } else {
                // Rows of one cell add none: who begins behind them finds the same.
                repeat { row += 1 } while row < end && batch.cellCount(ofRow: row - 1) == 1
            }
        }
        return runs
    }

    /// Whether pieces may be one row: it broke within words, and what is to be a number or a date has a digit.
    private func makeSense(_ pieces: Range<Int>, of batch: RowBatch) -> Bool {
        var column = 0
        return values.isEmpty
            || pieces.allSatisfy { piece in
                let cells = batch.cells(ofRow: piece)
                defer { column += cells.count - 1 }
                let broken = piece == pieces.lowerBound ? nil : column
                return zip(column..., cells).allSatisfy { column, cell in
                    guard values.contains(column) else { return true }
                    return column != broken && (cell.isEmpty || batch.bytes[cell.range].contains { $0.isDigit })
                }
            }
    }
}

extension ColumnType {
    fileprivate var hasDigits: Bool {
        switch self {
        case .integer, .real, .money, .instant, .day: true
        case .text, .flag: false
        }
    }
}
