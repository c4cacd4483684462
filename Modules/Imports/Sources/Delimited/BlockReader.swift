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
    private var nextLine: Int
    /// What was read but belongs to a row that was not whole.
    private var rest: [UInt8] = []
    /// Whether all bytes have been read.
    private(set) var isAtEnd = false

    init(_ source: any ByteStream, format: DelimitedFormat, firstLine: Int, limits: ReadLimits, blockBytes: Int) {
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
        return true
    }

    private func endOfRows(in bytes: [UInt8]) -> Int {
        isAtEnd ? bytes.count : bytes.lastIndex(of: format.lineEnd.rawValue).map { $0 + 1 } ?? 0
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
