extension RowScan {
    /// Cuts `bytes`, which start at the first byte of a row, by the quoting of RFC 4180.
    ///
    /// - Parameters:
    ///   - isLast: whether bytes behind the last line end are a row too.
    ///   - firstLine: the line `bytes` start at, for the error.
    ///   - limit: the longest quoted cell.
    static func quoted(
        _ bytes: [UInt8], format: DelimitedFormat, isLast: Bool, firstLine: Int, limit: Int
    ) throws(ReadError) -> RowScan {
        var scan = RowScan(byteCount: bytes.count)
        let span = bytes.span
        var start = 0
        var linesInRow = 0
        while scan.end < span.count {
            guard let piece = QuotedPiece(span, from: start, format: format, isLast: isLast) else {
                // The cell goes on behind these bytes, or should.
                let isQuoted = start < span.count && span[start] == QuotedPiece.mark
                if isQuoted, isLast || span.count - start > limit + 2 {
                    throw unterminated(at: start, firstLine + scan.lines + linesInRow, rowStart: scan.end, limit)
                }
                break
            }
            if piece.form != .plain, piece.content.count > limit {
                throw unterminated(at: start, firstLine + scan.lines + linesInRow, rowStart: scan.end, limit)
            }
            scan.appendCell(piece.content, piece.form)
            linesInRow += piece.lineCount
            start = piece.stop + 1
            if piece.stop == span.count || span[piece.stop] == format.lineEnd.rawValue {
                scan.endRow(next: min(start, span.count), lineCount: linesInRow + 1)
                linesInRow = 0
            }
        }
        scan.abandonRow()
        return scan
    }

    private static func unterminated(at start: Int, _ line: Int, rowStart: Int, _ limit: Int) -> ReadError {
        .unterminatedQuote(line: line, column: start - rowStart + 1, limit: limit)
    }
}
