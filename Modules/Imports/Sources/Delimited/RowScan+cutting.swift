/// Where a quotation begins that is not closed.
struct OpenQuotation {
    /// The line ends before it.
    let lines: Int
    /// The byte of its row, from 1.
    let column: Int
}

extension RowScan {
    /// Cuts `bytes`, which start at the first byte of a row, into rows and cells.
    ///
    /// Without quoting every separator and line end is one; with it, every one outside a quotation. A quotation begins
    /// only where a cell does, so a file with few of them is cut as fast as one with none.
    ///
    /// - Parameters:
    ///   - isLast: whether bytes behind the last line end are a row too.
    ///   - limit: the longest quoted cell.
    ///   - mostRows: how many rows are enough.
    /// - Returns: where a quotation begins that should have been closed and is not; the rows before it are cut.
    mutating func cut(
        _ bytes: Span<UInt8>, format: DelimitedFormat, isLast: Bool, limit: Int, mostRows: Int = .max
    ) -> OpenQuotation? {
        removeAll(expecting: bytes.count)
        let match = ByteMatch(format)
        let isQuoted = format.quoting == .rfc4180
        let raw = bytes.bytes
        var cellStart = 0
        var lineCount = 1
        var index = 0
        while index < bytes.count, rows.count < mostRows {
            if isQuoted, bytes[cellStart] == QuotedPiece.mark {
                guard let piece = QuotedPiece(bytes, from: cellStart, format: format, isLast: isLast),
                    piece.form == .plain || piece.content.count <= limit
                else {
                    // The cell goes on behind these bytes, or should.
                    if !isLast, bytes.count - cellStart <= limit + 2 { break }
                    defer { abandonRow() }
                    return OpenQuotation(lines: lines + lineCount - 1, column: cellStart - end + 1)
                }
                appendCell(piece.content, piece.form)
                lineCount += piece.lineCount
                cellStart = piece.stop + 1
                index = cellStart
                if piece.stop == bytes.count || bytes[piece.stop] == format.lineEnd.rawValue {
                    endRow(next: min(cellStart, bytes.count), lineCount: lineCount)
                    lineCount = 1
                }
                continue
            }
            var (both, lineEnds) = match.matches(in: raw, at: index)
            let base = index
            index &+= ByteMatch.width
            while both != 0 {
                let place = both.trailingZeroBitCount
                let found = base &+ place
                if lineEnds >> UInt64(truncatingIfNeeded: place) & 1 == 0 {
                    appendCell(cellStart..<found)
                } else {
                    appendCell(cellStart..<bytes.contentEnd(before: found, from: cellStart, format.lineEnd))
                    endRow(next: found &+ 1, lineCount: lineCount)
                    lineCount = 1
                }
                cellStart = found &+ 1
                both &= both &- 1
                if isQuoted, cellStart < bytes.count, bytes[cellStart] == QuotedPiece.mark {
                    index = cellStart
                    break
                }
            }
        }
        if isLast, end < bytes.count, rows.count < mostRows {
            appendCell(cellStart..<bytes.count)
            endRow(next: bytes.count, lineCount: lineCount)
        } else {
            abandonRow()
        }
        return nil
    }
}

extension Span<UInt8> {
    /// Where the content of a cell from `start` ends that a line end at `index` closes: before a carriage return, too.
    func contentEnd(before index: Int, from start: Int, _ lineEnd: DelimitedFormat.LineEnd) -> Int {
        lineEnd == .lineFeed && index > start && self[index - 1] == 0x0D ? index - 1 : index
    }
}
