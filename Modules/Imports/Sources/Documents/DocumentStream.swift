/// A table of a document as the bytes of a tab-separated file: headings first, then a line for each row.
final class DocumentStream: ByteStream {
    /// How it is cut into rows again: no cell holds a tab or a line end.
    static let format = DelimitedFormat(separator: .tab, quoting: .none)

    /// The line of the document each row comes from.
    let lines = SourceLines()
    private let table: DocumentTable
    private var reader: any RecordReader
    private var ready: [UInt8]
    private var given = 0

    init(_ reader: any RecordReader, _ table: DocumentTable) {
        self.reader = reader
        self.table = table
        ready = table.headingLine
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while given == ready.count {
            guard let record = try reader.next() else {
                lines.end = reader.end
                return 0
            }
            ready.removeAll(keepingCapacity: true)
            given = 0
            let rows = table.rows(of: record, reader.frame)
            for row in rows {
                ready += table.line(row)
                lines.append(row[DocumentTable.Heading.line].flatMap { Int($0) } ?? record.line)
            }
        }
        let count = min(buffer.count, ready.count - given)
        buffer.copyBytes(from: ready[given..<given + count])
        given += count
        return count
    }
}
