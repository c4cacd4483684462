/// Gathers the rows of a file to records.
struct SheetReader: RecordReader {
    /// How the file was found to be laid out.
    struct Layout: Sendable {
        let rows: RowReader.Layout
        let headings: Headings
        let lastHeadingLine: Int
        let rowFaults: RowFaults
    }

    let frame: DocumentFrame
    private let kind: SheetKind
    private let layout: Layout
    private let keyColumn: Int?
    private let reader: RowReader
    /// Rows that were read, in the order in which they are gathered.
    private var ready: ArraySlice<Gathered> = []
    /// Where those of a key are, while nothing was given yet.
    private var places: [String: Int] = [:]
    private var isAtEnd = false
    /// Whether the row read last is words under the table.
    private var isUnderTable = false
    private(set) var end = FileEnd()

    private struct Gathered {
        let key: String?
        let line: Int
        var rows: [SheetRow]
    }

    init(_ reader: RowReader, _ kind: SheetKind, _ layout: Layout, frame: DocumentFrame) {
        self.reader = reader
        self.kind = kind
        self.layout = layout
        self.frame = frame
        keyColumn = layout.headings.column(of: kind.key)
    }

    mutating func next() throws(ReadError) -> Record? {
        // What was gathered last may go on in the next batch.
        while !isAtEnd, kind.isScattered || ready.count < 2 { try gather() }
        return ready.popFirst().map { Record(line: $0.line, contents: .rows($0.rows)) }
    }

    private mutating func gather() throws(ReadError) {
        guard let batch = try reader.nextBatch() else {
            isAtEnd = true
            places = [:]
            return
        }
        let first = (0..<batch.rowCount).first { batch.line(ofRow: $0) > layout.lastHeadingLine } ?? batch.rowCount
        let rows = first..<batch.rowCount
        let faults = layout.rowFaults.find(among: rows, of: batch, lastNeeded: layout.headings.texts.count - 1)
        for row in rows {
            let cells = batch.cells(ofRow: row).map { batch.text(of: $0).text.trimmed.withoutSpreadsheetMarks }
            let key = keyColumn.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
            let line = batch.line(ofRow: row)
            var fault = faults[row]
            let isCut = !batch.endsWithLineEnd && row == batch.rowCount - 1 && !isUnderTable
            if isCut { end = batch.end(under: layout.headings) }
            isUnderTable = fault?.code == .tooFewCells && cells.count <= SheetRow.cellsOfWords
            if isUnderTable, !isCut {
                fault = CellTrouble(code: .footer, reason: "found words under the table", column: nil)
            }
            let value = SheetRow(
                cells: layout.headings.cells(cells, keeping: kind.blanksThatTell), line: line, fault: fault)
            if let place = key.flatMap({ self.place(of: $0) }) {
                ready[place].rows.append(value)
            } else {
                if let key, kind.isScattered { places[key] = ready.endIndex }
                ready.append(Gathered(key: key, line: line, rows: [value]))
            }
        }
    }

    /// Where rows with this key are gathered.
    private func place(of key: String) -> Int? {
        if kind.isScattered { return places[key] }
        return ready.last?.key == key ? ready.endIndex - 1 : nil
    }
}

extension Headings {
    /// The cells of a row by heading, the first of those that repeat; blank ones are left out, but for those under `telling`.
    fileprivate func cells(_ cells: [String], keeping telling: Set<HeadingName>) -> JSONValue {
        var members: [JSONValue.Member] = []
        for (name, cell) in zip(names, cells) where !name.text.isEmpty && (!cell.isEmpty || telling.contains(name)) {
            if !members.contains(where: { $0.name == name.text }) {
                members.append(.init(name: name.text, value: cell.isEmpty ? .null : .text(cell)))
            }
        }
        return .object(members)
    }
}

extension String {
    /// A code as it was before a spreadsheet was kept from taking it for a number: `'0012` and `="0012"`.
    fileprivate var withoutSpreadsheetMarks: String {
        if hasPrefix("=\""), hasSuffix("\""), utf8.count > 2 { return String(dropFirst(2).dropLast()) }
        return hasPrefix("'") ? String(dropFirst()) : self
    }
}
