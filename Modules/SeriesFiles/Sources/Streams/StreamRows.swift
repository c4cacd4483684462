/// The rows of a file of `timestamp,value`, one after the other.
struct StreamRows {
    struct Row {
        /// Both cells as they are written.
        let text: UnsafeBufferPointer<UInt8>
        let timestamp: UnsafeBufferPointer<UInt8>
        /// `nil` where it is unknown.
        let value: Double?
        let time: Timestamp
    }

    /// The longest row: nothing with a moment and a number is longer.
    private static let mostBytes = 1_000

    private var pending: [UInt8] = []
    private var line = 0
    private var last: Timestamp?

    /// Takes the next bytes and hands over the rows that end in them.
    mutating func add(_ bytes: [UInt8], _ body: (Row) throws -> Void) throws {
        let whole = bytes.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        if whole > 0 {
            try rows(of: pending + bytes[..<whole], body)
            pending = Array(bytes[whole...])
        } else {
            pending += bytes
        }
        guard pending.count <= Self.mostBytes else {
            if line == 0 { try heading(pending) }
            throw tooLong(line + 1)
        }
    }

    /// Hands over the last row, where nothing ended it.
    mutating func end(_ body: (Row) throws -> Void) throws {
        if line == 0 || !pending.isEmpty { try rows(of: pending + [.lineFeed], body) }
    }

    private mutating func rows(of bytes: [UInt8], _ body: (Row) throws -> Void) throws {
        try bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let end = bytes[start...].firstIndex(of: .lineFeed) {
                let isReturned = end > start && bytes[end - 1] == .carriageReturn
                let row = UnsafeBufferPointer(rebasing: bytes[start..<(isReturned ? end - 1 : end)])
                line += 1
                start = end + 1
                guard line > 1 else {
                    try heading(row)
                    continue
                }
                guard row.count <= Self.mostBytes else { throw tooLong(line) }
                if !row.isEmpty { try body(self.row(row)) }
            }
        }
    }

    private func heading(_ line: some Collection<UInt8>) throws(SeriesFault) {
        try Heading.check(line.prefix(Heading.mostBytes), says: "timestamp,value")
    }

    private mutating func row(_ row: UnsafeBufferPointer<UInt8>) throws(SeriesFault) -> Row {
        guard let comma = row.firstIndex(of: .comma) else {
            throw fault(1, Self.cell(row), "expected two cells: timestamp,value")
        }
        let timestamp = UnsafeBufferPointer(rebasing: row[..<comma].withoutQuotes)
        let number = UnsafeBufferPointer(rebasing: row[(comma + 1)...].withoutQuotes)
        guard let time = Timestamp(timestamp) else {
            throw fault(1, "timestamp is " + Self.cell(timestamp), "expected one such as 2026-11-20 14:05:00")
        }
        if let last {
            guard time.hasOffset == last.hasOffset else {
                throw fault(
                    1, "timestamp is " + Self.cell(timestamp),
                    "expected \(last.hasOffset ? "an" : "no") offset to UTC, as the rows before have \(last.hasOffset ? "one" : "none")"
                )
            }
            guard !time.isBefore(last) else {
                throw fault(1, "timestamp is " + Self.cell(timestamp), "expected none before that of the row before it")
            }
        }
        last = time
        guard !number.isEmpty else { return Row(text: row, timestamp: timestamp, value: nil, time: time) }
        guard let value = DecimalText.value(number) else {
            throw fault(
                2, "value is " + Self.cell(number), "expected a number such as 12.5, or nothing where it is unknown")
        }
        return Row(text: row, timestamp: timestamp, value: value, time: time)
    }

    private func tooLong(_ line: Int) -> SeriesFault {
        SeriesFault(
            line: line, column: 1, "the row is longer than \(Self.mostBytes) bytes, expected timestamp,value")
    }

    private func fault(_ column: Int, _ found: String, _ expected: String) -> SeriesFault {
        SeriesFault(line: line, column: column, "\(found), \(expected)")
    }

    private static func cell(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        "\"\(String(decoding: bytes.prefix(80), as: UTF8.self))\""
    }
}
