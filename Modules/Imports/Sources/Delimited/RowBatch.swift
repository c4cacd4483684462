/// Whole rows of a file, in file order: their bytes, and where each cell lies in them.
///
/// A row may have fewer or more cells than the heading; what that means is for the reader of the rows to say.
///
/// Text in rows is cut into batches by ``RowReader``. Of another kind of document whoever reads it makes them: with the
/// text of each value somewhere in `bytes`, the cells in a ``RowScan``, and as a row's line the one it begins at.
package struct RowBatch: Sendable {
    /// The bytes of the rows as they are in the file (UTF-16 files: as UTF-8).
    package let bytes: [UInt8]
    /// How the bytes of a cell are read as text.
    package let decoder: TextDecoder
    let scan: RowScan
    private let firstLine: Int

    init(bytes: [UInt8], decoder: TextDecoder, scan: RowScan, firstLine: Int) {
        self.bytes = bytes
        self.decoder = decoder
        self.scan = scan
        self.firstLine = firstLine
    }

    /// Whether the last line is ended. That of a file may well not be, and that of a file that was cut off never is.
    package var endsWithLineEnd: Bool { [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes.last) }

    /// How many rows there are. Lines without a single byte are not rows.
    package var rowCount: Int { scan.rows.count }

    /// The line of the file the row starts at, from 1.
    package func line(ofRow row: Int) -> Int {
        firstLine + Int(scan.rows[row].lines)
    }

    /// How many cells the row has, at least one.
    package func cellCount(ofRow row: Int) -> Int {
        Int(scan.rows[row].cellCount)
    }

    /// The row's cell in `column`, from 0; nil if the row ends before.
    package func cell(_ column: Int, ofRow row: Int) -> Cell? {
        scan.cell(column, ofRow: row)
    }

    /// The row's cells from left to right.
    package func cells(ofRow row: Int) -> ArraySlice<Cell> {
        scan.cells[scan.cells(ofRow: row)]
    }

    /// The byte column the cell's content starts at, from 1, counted from the first byte of its row.
    package func byteColumn(of cell: Cell, inRow row: Int) -> Int {
        cell.range.lowerBound - Int(scan.rows[row].start) + 1
    }
}
