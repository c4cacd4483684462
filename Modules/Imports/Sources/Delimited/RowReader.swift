import Foundation

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
        /// How many blocks are in memory at most, in work or waiting for their turn to be handed over.
        package var blocksAtOnce: Int
        /// How much of the start is looked at to tell encoding and format.
        package var headBytes: Int
        /// How many rows of it are kept as ``RowReader/head``, about.
        package var headRows: Int

        /// Blocks that stay in the processor's cache between being read and being cut are read about twice as fast
        /// as those of a megabyte. Two for each core leave none without work while the oldest is handed over.
        package init(
            blockBytes: Int = 1 << 18, blocksAtOnce: Int = 2 * ProcessInfo.processInfo.activeProcessorCount,
            headBytes: Int = 1 << 20, headRows: Int = 2_100
        ) {
            self.blockBytes = blockBytes
            self.blocksAtOnce = blocksAtOnce
            self.headBytes = headBytes
            self.headRows = headRows
        }
    }

    /// How a file is to be read, once somebody has looked.
    struct Layout: Hashable, Sendable {
        let decoder: TextDecoder
        let format: DelimitedFormat
        /// The line in front of the rows that states the separator.
        let directive: SeparatorDirective?
        /// How many cells a whole row has, where rows have all of them.
        var width: Int?

        var firstLine: Int { directive == nil ? 1 : 2 }
    }

    /// How cells are read as text.
    package var decoder: TextDecoder { layout.decoder }
    /// How the file is cut into rows and cells.
    package var format: DelimitedFormat { layout.format }
    /// The rows at the start of the file, for recognising it. They are part of what is read, too. Without any where the
    /// layout was known before.
    package let head: RowBatch

    let layout: Layout
    private let options: Options
    private let blocks: BlockReader

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
        let decoder =
            source.byteOrderMark != nil
            ? TextDecoder(.utf8)
            : TextDecoder(detectedFrom: start, declared: declared, regional: regional)
        let directive = SeparatorDirective(start)
        let text = directive.map { Array(start[$0.byteCount...]) } ?? start
        let format =
            format
            ?? .sniffed(from: text, isWhole: isWhole, encoding: decoder.encoding, directive: directive?.separator)
        let layout = Layout(decoder: decoder, format: format, directive: directive)
        var scan = RowScan()
        let limit = limits.quotedCellBytes
        if let open = scan.cut(
            text.span, format: format, isLast: isWhole, limit: limit, mostRows: options.headRows)
        {
            throw .unterminatedQuote(line: layout.firstLine + open.lines, column: open.column, limit: limit)
        }
        let head = RowBatch(bytes: text, decoder: decoder, scan: scan, firstLine: layout.firstLine)
        try self.init(source, layout, head: head, limits: limits, options: options)
    }

    /// Reads `source` as it was found before that it is to be read.
    init(_ source: ByteSource, _ layout: Layout, limits: ReadLimits, options: Options) throws(ReadError) {
        let head = RowBatch(bytes: [], decoder: layout.decoder, scan: RowScan(), firstLine: layout.firstLine)
        try self.init(source, layout, head: head, limits: limits, options: options)
    }

    private init(
        _ source: ByteSource, _ layout: Layout, head: RowBatch, limits: ReadLimits, options: Options
    ) throws(ReadError) {
        try source.skip(layout.directive?.byteCount ?? 0)
        self.layout = layout
        self.head = head
        self.options = options
        blocks = BlockReader(
            source, format: layout.format, firstLine: layout.firstLine, limits: limits, blockBytes: options.blockBytes,
            width: layout.width)
    }

    /// The next rows of the file, for who takes them one batch after the other; nil behind the last one.
    func nextBatch() throws(ReadError) -> RowBatch? {
        try blocks.next(in: BatchMemory())?.batch(format, decoder)
    }

    /// Calls `body` with the rows of the file, in file order. Throws ``ReadError`` and what `body` throws.
    package mutating func forEachBatch(_ body: (RowBatch) throws -> Void) throws {
        try forEachBatch(converting: { $0 }, deliver: body)
    }

    /// Calls `convert` with batches on all cores and `deliver` with what it made of them, in file order, on this one.
    /// Throws ``ReadError`` and what `deliver` throws.
    package mutating func forEachBatch<Output: Sendable>(
        converting convert: @escaping @Sendable (RowBatch) -> Output, deliver: (Output) throws -> Void
    ) throws {
        try BatchPipeline(blocks, decoder: decoder, batchesAtOnce: options.blocksAtOnce, convert: convert).run(deliver)
    }
}
