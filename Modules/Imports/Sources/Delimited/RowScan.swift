/// The rows found in a run of bytes, as offsets into it.
struct RowScan: Sendable {
    /// A row: its cells go from `firstCell` to the next row's.
    struct Row: Hashable, Sendable {
        let firstCell: Int
        /// Where its first byte is.
        let start: UInt32
        /// The lines before it in these bytes.
        let lines: UInt32
    }

    private(set) var cells: [Cell] = []
    private(set) var rows: [Row] = []
    /// How many line ends there are up to `end`.
    private(set) var lines = 0
    /// Where the last whole row ends; what follows belongs to the next run of bytes.
    private(set) var end = 0
    /// Where the row being read has its first cell.
    private var firstCell = 0

    /// Room for the rows of `byteCount` bytes, judged by exports of every kind: 16 bytes to a cell, 128 to a row.
    init(byteCount: Int) {
        cells.reserveCapacity(byteCount / 16)
        rows.reserveCapacity(byteCount / 128)
    }

    mutating func appendCell(_ range: Range<Int>, _ form: Cell.Form = .plain) {
        cells.append(Cell(range, form))
    }

    /// Ends the row that spans `lineCount` lines and whose line end stops before `next`. A line without a single byte
    /// is no row: files end with them, and preambles are spaced by them.
    mutating func endRow(next: Int, lineCount: Int = 1) {
        if cells.count == firstCell + 1, cells[firstCell].isEmpty, cells[firstCell].form == .plain {
            cells.removeLast()
        } else {
            rows.append(Row(firstCell: firstCell, start: UInt32(end), lines: UInt32(lines)))
        }
        firstCell = cells.count
        lines += lineCount
        end = next
    }

    /// Forgets the cells of a row that is not all here yet.
    mutating func abandonRow() {
        cells.removeSubrange(firstCell...)
    }

    func cells(ofRow row: Int) -> Range<Int> {
        rows[row].firstCell..<(row + 1 < rows.count ? rows[row + 1].firstCell : cells.count)
    }
}
