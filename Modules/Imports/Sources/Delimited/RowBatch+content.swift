extension RowBatch {
    /// The cell's content as text.
    package func text(of cell: Cell) -> DecodedText {
        guard cell.form == .escaped else { return decoder.decode(bytes.span.extracting(cell.range)) }
        let content = unescaped(cell)
        return decoder.decode(content.span)
    }

    /// Calls `body` with the cell's content in UTF-8, as the parsers of values want it, without copying it where the
    /// file has it so.
    package func withUTF8<Result, Failure: Error>(
        of cell: Cell, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let span = bytes.span.extracting(cell.range)
        if cell.form != .escaped, decoder.encoding == .utf8 || span.isASCII { return try body(span) }
        let text = text(of: cell).text
        return try body(text.utf8.span)
    }

    /// Calls `body` with the cell's bytes where the file has the content as it is in UTF-8, and valid; nil elsewhere.
    @inline(__always)
    func withVerbatim<Result, Failure: Error>(
        _ cell: Cell, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard cell.form != .escaped else { return nil }
        let span = bytes.span.extracting(cell.range)
        guard span.isASCII || decoder.encoding == .utf8 && (try? UTF8Span(validating: span)) != nil else { return nil }
        return try body(span)
    }

    /// What `body` makes of the cell's bytes as they are in the file. It may understand only what is ASCII, which all
    /// encodings write alike.
    @inline(__always)
    func withPlain<Result>(_ cell: Cell, _ body: (Span<UInt8>) -> Result?) -> Result? {
        cell.form == .escaped ? nil : body(bytes.span.extracting(cell.range))
    }

    /// Whether two cells have the same bytes.
    @inline(__always)
    func isSame(_ one: Cell, _ other: Cell) -> Bool {
        one.form == other.form && bytes.span.extracting(one.range).hasBytes(of: bytes.span.extracting(other.range))
    }

    private func unescaped(_ cell: Cell) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(cell.range.count)
        var index = cell.range.lowerBound
        while index < cell.range.upperBound {
            content.append(bytes[index])
            // The second of two marks is dropped.
            index += bytes[index] == QuotedPiece.mark ? 2 : 1
        }
        return content
    }
}
