/// Cuts bytes into rows of three cells (RFC 4180). A quoted cell ends on its line, so that lines can be told apart without
/// reading all that comes before them.
struct RowScanner {
    /// A cell's bytes, without its quotes.
    struct Cell {
        let bytes: UnsafeBufferPointer<UInt8>
        /// Whether a quote in it stands twice.
        let isEscaped: Bool

        /// What it says.
        var content: [UInt8] {
            guard isEscaped else { return Array(bytes) }
            var content: [UInt8] = []
            var index = 0
            while index < bytes.count {
                content.append(bytes[index])
                index += bytes[index] == .quote ? 2 : 1
            }
            return content
        }

        /// What it says, with anything that is not UTF-8 replaced.
        var text: String { String(decoding: content, as: UTF8.self) }

        func says(_ other: [UInt8]) -> Bool { isEscaped ? content == other : bytes.elementsEqual(other) }
    }

    struct Row {
        let series: Cell
        let period: Cell
        let value: Cell
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// The line of the row that was read last, from 1.
    private(set) var line = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next row that holds anything; `nil` at the end.
    mutating func next() throws(SeriesFault) -> Row? {
        while index < bytes.count {
            line += 1
            if bytes[index] == .lineFeed {
                index += 1
                continue
            }
            if bytes[index] == .carriageReturn, index + 1 == bytes.count || bytes[index + 1] == .lineFeed {
                index = min(bytes.count, index + 2)
                continue
            }
            let series = try cell(1, endsRow: false)
            let period = try cell(2, endsRow: false)
            let value = try cell(3, endsRow: true)
            return Row(series: series, period: period, value: value)
        }
        return nil
    }

    /// The first cell of the row at the start of some bytes.
    static func firstCell(of row: UnsafeBufferPointer<UInt8>) -> Cell? {
        var scanner = RowScanner(row)
        return try? scanner.cell(1, endsRow: false)
    }

    /// Reads a cell and what ends it: a comma, or after the last one the end of the line.
    private mutating func cell(_ column: Int, endsRow: Bool) throws(SeriesFault) -> Cell {
        let (range, isEscaped) = try index < bytes.count && bytes[index] == .quote ? quoted(column) : (plain(), false)
        let end = range.upperBound
        let isAtEnd = index == bytes.count || bytes[index] == .lineFeed || bytes[index] == .carriageReturn
        guard isAtEnd == endsRow else {
            let found = isAtEnd ? "the row ends after \(column == 1 ? "1 cell" : "\(column) cells")" : "the row goes on"
            throw fault(column, "\(found), expected three cells: series,period,value")
        }
        guard isAtEnd else {
            guard bytes[index] == .comma else {
                throw fault(column, "a quoted cell is followed by more text, expected a comma")
            }
            index += 1
            return Cell(bytes: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), isEscaped: isEscaped)
        }
        if index < bytes.count, bytes[index] == .carriageReturn { index += 1 }
        if index < bytes.count {
            guard bytes[index] == .lineFeed else {
                throw fault(column, "a line ends with CR alone, expected LF or CR LF")
            }
            index += 1
        }
        return Cell(bytes: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]), isEscaped: isEscaped)
    }

    private mutating func plain() -> Range<Int> {
        let start = index
        while index < bytes.count, bytes[index] != .comma, bytes[index] != .lineFeed, bytes[index] != .carriageReturn {
            index += 1
        }
        return start..<index
    }

    private mutating func quoted(_ column: Int) throws(SeriesFault) -> (Range<Int>, isEscaped: Bool) {
        index += 1
        let start = index
        var isEscaped = false
        while index < bytes.count, bytes[index] != .lineFeed {
            if bytes[index] == .quote {
                guard index + 1 < bytes.count, bytes[index + 1] == .quote else {
                    index += 1
                    return (start..<index - 1, isEscaped)
                }
                isEscaped = true
                index += 1
            }
            index += 1
        }
        throw fault(column, "a quote is not closed on its line")
    }

    private func fault(_ column: Int, _ sentence: String) -> SeriesFault {
        SeriesFault(line: line, column: column, sentence)
    }
}

extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
