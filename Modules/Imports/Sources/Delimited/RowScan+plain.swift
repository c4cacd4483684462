extension RowScan {
    /// Cuts `bytes` where quotation marks are data: every separator and line end is one.
    ///
    /// - Parameter isLast: whether bytes behind the last line end are a row too.
    static func plain(_ bytes: [UInt8], format: DelimitedFormat, isLast: Bool) -> RowScan {
        var scan = RowScan(byteCount: bytes.count)
        let match = ByteMatch(format.separator.rawValue, format.lineEnd.rawValue)
        let span = bytes.span
        let raw = span.bytes
        var cellStart = 0
        var index = 0
        while index &+ 8 <= span.count {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            var matches = match.matches(in: UInt64(littleEndian: word))
            while matches != 0 {
                let found = index &+ matches.trailingZeroBitCount / 8
                scan.cut(span, at: found, from: cellStart, format)
                cellStart = found &+ 1
                matches &= matches &- 1
            }
            index &+= 8
        }
        while index < span.count {
            if span[index] == format.separator.rawValue || span[index] == format.lineEnd.rawValue {
                scan.cut(span, at: index, from: cellStart, format)
                cellStart = index + 1
            }
            index += 1
        }
        if isLast, scan.end < span.count {
            scan.appendCell(cellStart..<span.count)
            scan.endRow(next: span.count)
        } else {
            scan.abandonRow()
        }
        return scan
    }

    /// Ends the cell that starts at `start` before the separator or line end at `index`.
    private mutating func cut(_ bytes: Span<UInt8>, at index: Int, from start: Int, _ format: DelimitedFormat) {
        if bytes[index] == format.separator.rawValue {
            appendCell(start..<index)
        } else {
            appendCell(start..<bytes.contentEnd(before: index, from: start, format.lineEnd))
            endRow(next: index &+ 1)
        }
    }
}

extension Span<UInt8> {
    /// Where the content of a cell from `start` ends that a line end at `index` closes: before a carriage return, too.
    func contentEnd(before index: Int, from start: Int, _ lineEnd: DelimitedFormat.LineEnd) -> Int {
        lineEnd == .lineFeed && index > start && self[index - 1] == 0x0D ? index - 1 : index
    }
}
