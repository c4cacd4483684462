/// The rows found in a run of bytes, as offsets into it.
///
/// Whoever finds rows adds their cells with ``appendCell(_:_:)`` and ends each row with ``endRow(next:lineCount:)``.
struct RowScan: Sendable {
    /// A row.
    struct Row: Hashable, Sendable {
        let firstCell: UInt32
        let cellCount: UInt32
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

    /// Nothing found yet.
    init() {}

    /// Forgets all rows but keeps their memory, with room for the rows of `byteCount` bytes as exports have them: 16 bytes
    /// to a cell, 128 to a row.
    mutating func removeAll(expecting byteCount: Int) {
        cells.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        cells.reserveCapacity(byteCount / 16)
        rows.reserveCapacity(byteCount / 128)
        (lines, end, firstCell) = (0, 0, 0)
    }

    @inline(__always)
    mutating func appendCell(_ range: Range<Int>, _ form: Cell.Form = .plain) {
        cells.append(Cell(range, form))
    }

    /// Ends the row that spans `lineCount` lines and whose line end stops before `next`. A line without a single byte
    /// is no row: files end with them, and preambles are spaced by them.
    mutating func endRow(next: Int, lineCount: Int = 1) {
        if cells.count == firstCell + 1, cells[firstCell].isEmpty, cells[firstCell].form == .plain {
            cells.removeLast()
        } else {
            let row = Row(
                firstCell: UInt32(firstCell), cellCount: UInt32(cells.count - firstCell), start: UInt32(end),
                lines: UInt32(lines))
            rows.append(row)
        }
        firstCell = cells.count
        lines += lineCount
        end = next
    }

    /// Forgets the cells of a row that is not all here yet.
    mutating func abandonRow() {
        cells.removeSubrange(firstCell...)
    }

    /// Leaves the rows behind the last one that has `width` cells to the next run of bytes; all of them where none has.
    ///
    /// - Parameter most: in how many bytes there must be one; beyond that nothing is left.
    mutating func leaveShortRows(of width: Int, within most: Int) {
        var kept = rows.count
        while kept > 0, rows[kept - 1].cellCount < width {
            kept -= 1
            if end - Int(rows[kept].start) > most { return }
        }
        guard kept < rows.count else { return }
        (end, lines, firstCell) = (Int(rows[kept].start), Int(rows[kept].lines), Int(rows[kept].firstCell))
        cells.removeSubrange(firstCell...)
        rows.removeSubrange(kept...)
    }

    func cells(ofRow row: Int) -> Range<Int> {
        let row = rows[row]
        return Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)
    }

    /// The row's cell in `column`; nil if the row ends before.
    @inline(__always)
    func cell(_ column: Int, ofRow row: Int) -> Cell? {
        let row = rows[row]
        return column < Int(row.cellCount) ? cells[Int(row.firstCell) + column] : nil
    }
}
