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

extension Span<UInt8> {
    fileprivate var isASCII: Bool {
        for index in indices where self[index] >= 0x80 { return false }
        return true
    }
}
