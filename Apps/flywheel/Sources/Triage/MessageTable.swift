import Imports

/// A CSV of messages or of what became of them: columns by name, rows of text.
struct MessageTable {
    /// What is wrong with it: line and column from 1; column 0 for the row as a whole.
    struct Fault: Error {
        let line: Int
        let column: Int
        let sentence: String
    }

    /// A row, with the line it begins at.
    struct Row: Sendable {
        let line: Int
        let cells: [String]
    }

    /// The names of the columns, as they stand there.
    let headings: [String]
    private let file: String
    private var reader: RowReader

    /// Opens a file, `-` for standard input. Throws a ``Diagnostic``.
    init(_ file: String, in surroundings: Surroundings) throws {
        self.file = file == "-" ? "standard input" : file
        do throws(ReadError) {
            reader = try RowReader(Self.source(file, surroundings))
        } catch {
            throw Diagnostic(
                "file", error.description, place: self.file, help: "check the path and its permissions", exit: .failed)
        }
        guard reader.head.rowCount > 0 else {
            throw Diagnostic(Fault(line: 1, column: 0, sentence: "there is no row of headings"), in: self.file)
        }
        let head = reader.head
        let headings = head.cells(ofRow: 0).map { head.text(of: $0).text }
        self.headings = headings
        for (place, heading) in headings.enumerated() where headings[..<place].map(Self.key).contains(Self.key(heading))
        {
            throw Diagnostic(
                Fault(line: 1, column: place + 1, sentence: "the column \"\(heading)\" is there twice"), in: self.file)
        }
    }

    private static func source(_ file: String, _ surroundings: Surroundings) throws(ReadError) -> ByteSource {
        guard file == "-" else { return try .open(path: file) }
        var bytes: [UInt8] = []
        do {
            while let piece = try surroundings.inputBytes(), !piece.isEmpty { bytes += piece }
        } catch {
            throw .unreadable(path: "standard input", reason: "\(error)")
        }
        return try .of(bytes)
    }

    /// A heading without regard to case, spaces and signs.
    private static func key(_ heading: String) -> String { heading.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The place of a column; `nil` where there is none.
    func column(_ name: String) -> Int? { headings.firstIndex { Self.key($0) == Self.key(name) } }

    /// The place of a column that has to be there.
    func required(_ name: String) throws -> Int {
        guard let column = column(name) else {
            let found = headings.map { "\"\($0)\"" }.joined(separator: ", ")
            throw Diagnostic(
                Fault(line: 1, column: 0, sentence: "there is no column \"\(name)\"; found \(found)"), in: file)
        }
        return column
    }

    /// What each row becomes, worked out on all cores and handed over in the order of the file.
    ///
    /// Throws a ``Diagnostic`` that names the first row that cannot be read, and what `deliver` throws.
    mutating func forEach<Value: Sendable>(
        _ convert: @escaping @Sendable ([Row]) throws(Fault) -> [Value], deliver: ([Value]) throws -> Void
    ) throws {
        let (width, first) = (headings.count, reader.head.line(ofRow: 0))
        do {
            try reader.forEachBatch { batch -> Result<[Value], Fault> in
                Result { () throws(Fault) in
                    try convert(Self.rows(of: batch, width: width, behind: first))
                }
            } deliver: {
                try deliver($0.get())
            }
        } catch let fault as Fault {
            throw Diagnostic(fault, in: file)
        } catch let error as ReadError {
            throw Diagnostic(
                "file", error.description, place: file, help: "fetch it again, or cut it", exit: .failed)
        }
    }

    private static func rows(of batch: RowBatch, width: Int, behind first: Int) throws(Fault) -> [Row] {
        var rows: [Row] = []
        for row in 0..<batch.rowCount where batch.line(ofRow: row) > first {
            let (line, cells) = (batch.line(ofRow: row), batch.cells(ofRow: row))
            guard cells.count == width else {
                let sentence = "the row has \(cells.count) cells, expected \(width) as in the headings"
                throw Fault(line: line, column: min(cells.count, width), sentence: sentence)
            }
            var texts: [String] = []
            for (column, cell) in cells.enumerated() {
                let text = batch.text(of: cell)
                guard text.badByte == nil else {
                    throw Fault(line: line, column: column + 1, sentence: "a byte is no text in the file's encoding")
                }
                texts.append(text.text)
            }
            rows.append(Row(line: line, cells: texts))
        }
        return rows
    }
}

extension Diagnostic {
    /// What is wrong with a table of messages.
    init(_ fault: MessageTable.Fault, in file: String) {
        self.init(
            "triage", fault.sentence, place: "\(file):\(fault.line):\(max(1, fault.column))",
            help: "columns and examples: flywheel triage --help", exit: .failed)
    }
}
