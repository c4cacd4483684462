import FlywheelKit

/// What the first rows of a file say of it.
struct FileStart {
    /// How many rows under the headings are looked at.
    private static let sampledRows = 2_000

    private(set) var binding: Binding
    let lastHeadingLine: Int
    let head: RowBatch
    /// How to read the file from its beginning.
    private(set) var source: FileSource

    /// The records of the file that nothing is read from, by what they are called.
    var unreadRecords: [String: Int] = [:]

    /// Looks at a file of rows.
    init(_ source: FileSource, _ recognition: Recognition) throws(ImportError) {
        let reader = try Self.reader(of: source)
        guard let row = HeadingRow(in: reader.head, known: recognition.knownNames) else { throw .empty }
        binding = try recognition.binding(of: row.headings)
        lastHeadingLine = row.lastLine
        head = reader.head
        self.source = source
        self.source.layout = reader.layout
    }

    /// Looks at a table that is made of the file.
    init(_ source: FileSource, _ document: FileSource.Document) throws(ImportError) {
        self.source = source.reading(document)
        let reader = try Self.reader(of: self.source)
        head = reader.head
        self.source.layout = reader.layout
        binding = Binding(document.table.format, to: Headings(document.table.headings))
        lastHeadingLine = 1
    }

    private static func reader(of source: FileSource) throws(ImportError) -> RowReader {
        do throws(ReadError) {
            return try source.rows().reader
        } catch {
            throw ImportError(error)
        }
    }

    /// What may surprise about the records of a document.
    var warnings: [ImportWarning] {
        var warnings: [ImportWarning] = []
        if !unreadRecords.isEmpty {
            let list = unreadRecords.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
            warnings.append(ImportWarning(.unused, "not used: \(list.joined(separator: ", "))"))
        }
        if let superseded = source.document?.part?.superseded, superseded > 0 {
            warnings.append(
                ImportWarning(
                    .superseded, "left out, since a later one of the same day says more of the same: \(superseded)"))
        }
        return warnings
    }

    /// The same start, of which other columns are read.
    func reading(_ binding: Binding) -> FileStart {
        var start = self
        start.binding = binding
        return start
    }

    /// The first rows under the headings.
    var rows: [Int] {
        Array((0..<head.rowCount).lazy.filter { head.line(ofRow: $0) > lastHeadingLine }.prefix(Self.sampledRows))
    }

    /// The marketplaces that the file's first rows name, the commonest first; the first named among equals.
    var marketplaces: [String] {
        MarketplaceTally(of: head, binding, below: lastHeadingLine).commonestFirst
    }

    /// The same of all its rows: a small marketplace may have its first order behind thousands of others.
    var marketplacesOfAllRows: [String] {
        guard binding.marketplace != nil else { return [] }
        let (binding, lastHeadingLine) = (binding, lastHeadingLine)
        var tally = MarketplaceTally()
        do {
            var reader = try source.rows().reader
            try reader.forEachBatch(converting: { MarketplaceTally(of: $0, binding, below: lastHeadingLine) }) {
                tally.merge($0)
            }
        } catch {
            // What is broken is told when it is read.
            return marketplaces
        }
        return tally.commonestFirst
    }
}
