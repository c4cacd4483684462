/// Reads a source in blocks of whole rows, each starting where the last one ended.
final class BlockReader {
    /// Whole rows of a file.
    struct Block {
        var memory: BatchMemory
        /// The line of the file its first row starts at, from 1.
        let firstLine: Int
        /// Whether bytes behind its last line end are a row too.
        let isLast: Bool
        /// Whether its rows were cut while they were read.
        let isCut: Bool
    }

    let format: DelimitedFormat
    let limits: ReadLimits
    private let source: any ByteStream
    private let blockBytes: Int
    /// How many cells a whole row has, where it is known.
    private let width: Int?
    private var nextLine: Int
    /// What was read but belongs to a row that was not whole.
    private var rest: [UInt8] = []
    /// Whether all bytes have been read.
    private(set) var isAtEnd = false

    init(
        _ source: any ByteStream, format: DelimitedFormat, firstLine: Int, limits: ReadLimits, blockBytes: Int,
        width: Int? = nil
    ) {
        self.width = width
        self.source = source
        self.format = format
        self.limits = limits
        self.blockBytes = blockBytes
        nextLine = firstLine
    }

    /// The next rows, in `memory`; nil when all have been given.
    func next(in memory: consuming BatchMemory) throws(ReadError) -> Block? {
        while true {
            try fill(&memory.bytes)
            if memory.bytes.isEmpty { return nil }
            let firstLine = nextLine
            let isCut = try cutWhereQuoted(&memory)
            let end = isCut ? memory.scan.end : endOfRows(in: memory.bytes)
            rest = Array(memory.bytes[end...])
            memory.bytes.removeSubrange(end...)
            nextLine += isCut ? memory.scan.lines : memory.bytes.span.count(of: format.lineEnd.rawValue)
            if rest.count > limits.rowBytes { throw .rowTooLong(line: nextLine, limit: limits.rowBytes) }
            if end > 0 { return Block(memory: memory, firstLine: firstLine, isLast: isAtEnd, isCut: isCut) }
        }
    }

    /// Replaces `bytes` by the rest of the last block and about `blockBytes` more; by nothing at the end.
    private func fill(_ bytes: inout [UInt8]) throws(ReadError) {
        // A row longer than a block is looked at again from its start: doubling keeps that linear in its length.
        let wanted = isAtEnd ? 0 : max(blockBytes, rest.count)
        bytes.removeAll(keepingCapacity: true)
        bytes += rest
        rest = []
        isAtEnd = try source.append(wanted, to: &bytes) < wanted || isAtEnd
    }

    /// Inside a quotation a line end is data, so where the last row ends is known only when the rows have been cut. That
    /// is no work for all cores at once, and left alone where there is no mark.
    private func cutWhereQuoted(_ memory: inout BatchMemory) throws(ReadError) -> Bool {
        guard format.quoting == .rfc4180, memory.bytes.span.count(of: QuotedPiece.mark) > 0 else { return false }
        let limit = limits.quotedCellBytes
        if let open = memory.cut(format, isLast: isAtEnd, limit: limit) {
            throw .unterminatedQuote(line: nextLine + open.lines, column: open.column, limit: limit)
        }
        if let width, !isAtEnd { memory.scan.leaveShortRows(of: width, within: Self.mostTornBytes) }
        return true
    }

    private func endOfRows(in bytes: [UInt8]) -> Int {
        if isAtEnd { return bytes.count }
        let end = bytes.lastIndex(of: format.lineEnd.rawValue).map { $0 + 1 } ?? 0
        return width.flatMap { endOfWholeRow(of: $0, in: bytes[..<end]) } ?? end
    }

    /// How long a row may be that was torn to lines.
    private static let mostTornBytes = 1 << 15

    /// Where the last row ends that has all its cells: those behind it may be the beginning of one that was torn, and
    /// whoever puts them together sees one block alone. At the beginning where none has, so that more is read; nil where it is
    /// too far to go.
    private func endOfWholeRow(of width: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        var end = bytes.endIndex
        while end > 0, bytes.endIndex - end <= Self.mostTornBytes {
            let start = bytes[..<(end - 1)].lastIndex(of: format.lineEnd.rawValue).map { $0 + 1 } ?? 0
            if bytes[start..<end].count(where: { $0 == format.separator.rawValue }) + 1 >= width { return end }
            end = start
        }
        return end == 0 ? 0 : nil
    }
}

extension BlockReader.Block {
    /// The rows with their cells.
    consuming func batch(_ format: DelimitedFormat, _ decoder: TextDecoder) -> RowBatch {
        var memory = memory
        // Without any mark no quotation can be open.
        if !isCut { _ = memory.cut(format, isLast: isLast, limit: 0) }
        return RowBatch(bytes: memory.bytes, decoder: decoder, scan: memory.scan, firstLine: firstLine)
    }
}
