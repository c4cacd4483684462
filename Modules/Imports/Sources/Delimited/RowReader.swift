/// Reads the rows of a delimited text file in order, block by block, on all cores; memory does not grow with the file.
///
///     var reader = try RowReader(.open(path: "listings.txt"), regional: .windows1252)
///     try reader.forEachBatch { batch in
///         for row in 0..<batch.rowCount { … }
///     }
package struct RowReader {
    /// How the reader cuts the file and how much it holds.
    package struct Options: Hashable, Sendable {
        /// The bytes read at a time. Rows are cut from each block on its own.
        package var blockBytes: Int
        /// How many blocks are in memory, each worked on by its own core.
        package var blocksAtOnce: Int
        /// How much of the start is looked at to tell encoding and format, and kept as ``RowReader/head``.
        package var headBytes: Int

        /// Blocks that stay in the processor's cache between being read and being cut are read about twice as fast
        /// as those of a megabyte.
        package init(blockBytes: Int = 1 << 18, blocksAtOnce: Int = 8, headBytes: Int = 1 << 20) {
            self.blockBytes = blockBytes
            self.blocksAtOnce = blocksAtOnce
            self.headBytes = headBytes
        }
    }

    /// How cells are read as text.
    package let decoder: TextDecoder
    /// How the file is cut into rows and cells.
    package let format: DelimitedFormat
    /// The rows at the start of the file, for recognising it. They are part of what is read, too.
    package let head: RowBatch

    private let options: Options
    private let limits: ReadLimits
    private var blocks: BlockReader
    private var nextLine: Int

    /// Looks at the start of `source` to tell how to read it.
    ///
    /// - Parameters:
    ///   - declared: the encoding the sender named.
    ///   - regional: the encoding the region's exports use when they are not UTF-8.
    ///   - format: how to cut rows, nil to tell by looking.
    package init(
        _ source: ByteSource, declared: TextEncoding? = nil, regional: TextEncoding = .windows1252,
        format: DelimitedFormat? = nil, limits: ReadLimits = ReadLimits(), options: Options = Options()
    ) throws(ReadError) {
        let start = try source.peek(options.headBytes)
        let isWhole = start.count < options.headBytes
        decoder =
            source.byteOrderMark != nil
            ? TextDecoder(.utf8)
            : TextDecoder(detectedFrom: start, isWhole: isWhole, declared: declared, regional: regional)
        let directive = SeparatorDirective(start)
        let text = Array(start[(directive?.byteCount ?? 0)...])
        self.format =
            format
            ?? .sniffed(from: text, isWhole: isWhole, encoding: decoder.encoding, directive: directive?.separator)
        self.options = options
        self.limits = limits
        nextLine = directive == nil ? 1 : 2
        try source.skip(directive?.byteCount ?? 0)
        let scan = try RowScan(text, format: self.format, isLast: isWhole, firstLine: nextLine, limits: limits)
        head = RowBatch(bytes: text, decoder: decoder, scan: scan, firstLine: nextLine)
        blocks = BlockReader(source, blockBytes: options.blockBytes)
    }

    /// Calls `body` with the rows of the file, in file order. Throws ``ReadError`` and what `body` throws.
    package mutating func forEachBatch(_ body: (RowBatch) throws -> Void) throws {
        try forEachBatch(converting: { $0 }, deliver: body)
    }

    /// Calls `convert` with batches on all cores and `deliver` with what it made of them, in file order, on this one.
    /// Throws ``ReadError`` and what `deliver` throws.
    package mutating func forEachBatch<Output: Sendable>(
        converting convert: @Sendable (RowBatch) -> Output, deliver: (Output) throws -> Void
    ) throws {
        while let batches = try nextBatches() {
            for output in concurrentMap(batches, convert) { try deliver(output) }
        }
    }

    /// The next batches in file order, at most ``Options/blocksAtOnce``; nil at the end of the file.
    package mutating func nextBatches() throws(ReadError) -> [RowBatch]? {
        let scanned =
            switch format.quoting {
            case .none: try nextPlainBlocks()
            case .rfc4180: try nextQuotedBlocks()
            }
        return scanned.isEmpty ? nil : scanned
    }

    /// Without quoting every line end ends a row, so blocks can be cut at their last one and scanned at the same time.
    private mutating func nextPlainBlocks() throws(ReadError) -> [RowBatch] {
        var cut: [BlockReader.Block] = []
        while cut.count < options.blocksAtOnce, var block = try blocks.next() {
            if !block.isLast {
                let lastLineEnd = block.bytes.lastIndex(of: format.lineEnd.rawValue)
                let rest = blocks.putBack(&block, from: lastLineEnd.map { $0 + 1 } ?? 0)
                if rest > limits.rowBytes {
                    let lines = (cut + [block]).reduce(0) { $0 + $1.bytes.count { $0 == format.lineEnd.rawValue } }
                    throw .rowTooLong(line: nextLine + lines, limit: limits.rowBytes)
                }
                if lastLineEnd == nil { continue }
            }
            cut.append(block)
        }
        let scans = concurrentMap(cut) { [format] in RowScan.plain($0.bytes, format: format, isLast: $0.isLast) }
        return zip(cut, scans).map { batch($0.bytes, $1) }
    }

    /// Inside a quotation a line end is data, so where a block's last row ends is known only when it has been scanned.
    private mutating func nextQuotedBlocks() throws(ReadError) -> [RowBatch] {
        var batches: [RowBatch] = []
        while batches.count < options.blocksAtOnce, var block = try blocks.next() {
            let scan = try RowScan(
                block.bytes, format: format, isLast: block.isLast, firstLine: nextLine, limits: limits)
            let rest = blocks.putBack(&block, from: scan.end)
            if rest > limits.rowBytes {
                throw .rowTooLong(line: nextLine + scan.lines, limit: limits.rowBytes)
            }
            if !block.bytes.isEmpty { batches.append(batch(block.bytes, scan)) }
        }
        return batches
    }

    private mutating func batch(_ bytes: [UInt8], _ scan: RowScan) -> RowBatch {
        defer { nextLine += scan.lines }
        return RowBatch(bytes: bytes, decoder: decoder, scan: scan, firstLine: nextLine)
    }
}
