import Imports

/// A row of a table as text.
struct TableRow {
    /// The line of the file it begins at, from 1.
    let line: Int
    /// What each cell holds, without space around it, and the byte of the row it begins at.
    let cells: [(text: String, byte: Int)]

    /// How many cells hold something.
    var width: Int { cells.count { !$0.text.isEmpty } }

    /// What a column holds; nil where it is blank or there is no such column.
    func text(_ column: Int?) -> String? {
        guard let column, column < cells.count, !cells[column].text.isEmpty else { return nil }
        return cells[column].text
    }
}

/// The rows of a table, in order.
struct TableRows {
    private var reader: RowReader
    /// The rows at its start, for recognising it.
    let head: [TableRow]

    init(
        _ source: ByteSource, limits: ReadLimits, options: RowReader.Options = RowReader.Options()
    ) throws(ReadError) {
        reader = try RowReader(source, limits: limits, options: options)
        head = Self.rows(of: reader.head)
    }

    /// Calls `body` with every row behind a line. Throws ``ReadError`` and what `body` throws.
    mutating func forEach(after line: Int, _ body: (TableRow) throws -> Void) throws {
        try reader.forEachBatch(converting: { Self.rows(of: $0) }) { rows in
            for row in rows where row.line > line { try body(row) }
        }
    }

    private static func rows(of batch: RowBatch) -> [TableRow] {
        (0..<batch.rowCount).map { row in
            TableRow(
                line: batch.line(ofRow: row),
                cells: batch.cells(ofRow: row).map {
                    (batch.text(of: $0).text.trimmed, batch.byteColumn(of: $0, inRow: row))
                })
        }
    }
}
