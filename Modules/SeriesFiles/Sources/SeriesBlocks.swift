/// Cuts a file into runs of rows that begin and end between two series, so that each can be read by itself.
struct SeriesBlocks {
    /// A run of whole rows.
    struct Block {
        let bytes: [UInt8]
        /// The lines of the file before it.
        let linesBefore: Int
    }

    /// The bytes of a block, as far as series allow: enough for its own costs not to count.
    private static let size = 1 << 16

    private let read: () throws -> [UInt8]?
    private var pending: [UInt8] = []
    /// Where in `pending` the next block begins.
    private var start = 0
    private var isAtEnd = false
    private var lines = 0

    /// Reads the headings.
    ///
    /// - Parameter read: the next bytes; `nil` at the end.
    init(_ read: @escaping () throws -> [UInt8]?) throws {
        self.read = read
        while pending.count <= Heading.mostBytes, !pending.contains(.lineFeed), try fill() {}
        let end = pending.firstIndex(of: .lineFeed) ?? pending.endIndex
        try Heading.check(pending[..<end].prefix(Heading.mostBytes), says: "series,period,value")
        start = min(pending.count, end + 1)
        lines = 1
    }

    /// The next block; `nil` at the end.
    mutating func next() throws -> Block? {
        var size = Self.size
        while true {
            while pending.count - start < size, try fill() {}
            guard pending.count > start else { return nil }
            guard isAtEnd || pending[start..<start + Self.size].contains(.lineFeed) else {
                throw SeriesFault(
                    line: lines + 1, column: 1,
                    "the row is longer than \(Self.size) bytes, expected series,period,value")
            }
            let isWhole = isAtEnd && pending.count - start <= size
            if let end = isWhole ? pending.count : border(before: min(pending.count, start + size)) {
                let block = Block(bytes: Array(pending[start..<end]), linesBefore: lines)
                lines += block.bytes.reduce(into: 0) { $0 += $1 == .lineFeed ? 1 : 0 }
                start = end
                return block
            }
            size *= 2
        }
    }

    /// Reads more; false at the end.
    private mutating func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        guard let more = try read(), !more.isEmpty else {
            isAtEnd = true
            return false
        }
        pending.removeSubrange(..<start)
        start = 0
        pending += more
        return true
    }

    /// Where the last series that begins before a place does; `nil` where none but the first does.
    private func border(before place: Int) -> Int? {
        pending.withUnsafeBufferPointer { bytes in
            var name: RowScanner.Cell?
            // The row at the place may not be whole: what is compared lies before it.
            var end = bytes[start..<place].lastIndex(of: .lineFeed) ?? start
            while end > start {
                let first = bytes[start..<end].lastIndex(of: .lineFeed).map { $0 + 1 } ?? start
                let row = UnsafeBufferPointer(rebasing: bytes[first...end])
                let cell = RowScanner.firstCell(of: row)
                if let name, let cell, !cell.says(name.content) { return end + 1 }
                name = cell ?? name
                end = first - 1
            }
            return nil
        }
    }
}
