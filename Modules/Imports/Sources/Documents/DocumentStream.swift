/// A table of a document as the bytes of a tab-separated file: headings first, then a line for each row.
final class DocumentStream: ByteStream {
    /// How it is cut into rows again: no cell holds a tab or a line end.
    static let format = DelimitedFormat(separator: .tab, quoting: .none)

    /// The line of the document each row comes from.
    let lines = SourceLines()
    private let table: DocumentTable
    private let headings: [String]
    private var reader: DocumentReader
    private var ready: [UInt8]
    private var given = 0

    init(_ reader: DocumentReader, _ table: DocumentTable) {
        self.reader = reader
        self.table = table
        headings = table.headings
        ready = Self.line(headings)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while given == ready.count {
            guard let record = try reader.next() else { return 0 }
            ready.removeAll(keepingCapacity: true)
            given = 0
            let rows = table.rows(record.value, reader.frame)
            for row in rows { ready += Self.line(headings.map { row[$0] ?? "" }) }
            lines.append(record.line, count: rows.count)
        }
        let count = min(buffer.count, ready.count - given)
        buffer.copyBytes(from: ready[given..<given + count])
        given += count
        return count
    }

    private static func line(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (column, cell) in cells.enumerated() {
            if column > 0 { line.append(UInt8(ascii: "\t")) }
            line.append(contentsOf: cell.utf8.lazy.map { 0x09...0x0D ~= $0 || $0 == 0 ? 0x20 : $0 })
        }
        return line + [UInt8(ascii: "\n")]
    }
}
