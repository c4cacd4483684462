extension DelimitedFormat {
    /// How many bytes, and how many rows of them, are looked at.
    private static let sniffedBytes = 1 << 16
    private static let sniffedRows = 50

    /// Tells the format of a text by its start.
    ///
    /// Tabs decide wherever half of the rows hold one, since hardly any cell of another format does. Among the other
    /// separators the one wins that cuts the most rows into the same number of cells: in a semicolon file of decimal
    /// commas that is not the comma, because its heading has none.
    ///
    /// Tab-separated reports are not quoted, and a mark in a title is data, unless every heading is in quotation marks, or
    /// every cell that begins with a mark is one that spreadsheets quote.
    ///
    /// - Parameters:
    ///   - head: the first bytes of the file, cut anywhere.
    ///   - isWhole: whether `head` is the whole file.
    ///   - directive: the separator the file itself states.
    static func sniffed(
        from head: [UInt8], isWhole: Bool, encoding: TextEncoding, directive: Separator?
    ) -> DelimitedFormat {
        let bytes = Array(head.prefix(sniffedBytes))
        let isLast = isWhole && bytes.count == head.count
        // The byte of the pipe is also the second half of common kana in code page 932.
        let candidates = Separator.allCases.filter { $0 != .pipe || encoding != .windows31J }
        var rankings = candidates.map { Ranking($0, bytes, isLast: isLast) }
        if let directive { rankings = [Ranking(directive, bytes, isLast: isLast)] }
        if let tab = rankings.first, tab.format.separator == .tab, tab.isPlausibleTab {
            return tab.format.quotedBySpreadsheet(head, isWhole: isWhole)
        }
        let best = rankings.filter { $0.format.separator != .tab || directive != nil }.max(by: Ranking.isWorse)
        return best?.format ?? DelimitedFormat(separator: .comma, quoting: .rfc4180)
    }

    /// How well a separator explains the first rows.
    private struct Ranking {
        let format: DelimitedFormat
        /// How many rows have the most frequent number of cells above one.
        private var alike = 0
        /// That number.
        private var cells = 0
        private var rowCount = 0
        private var cutRows = 0

        init(_ separator: Separator, _ bytes: [UInt8], isLast: Bool) {
            let lineEnd = LineEnd(firstIn: bytes)
            let plain = DelimitedFormat(separator: separator, quoting: .none, lineEnd: lineEnd)
            let quoted = DelimitedFormat(separator: separator, quoting: .rfc4180, lineEnd: lineEnd)
            let isQuoted = separator != .tab || Ranking.everyHeadingIsQuoted(bytes, plain, isLast: isLast)
            format = isQuoted ? quoted : plain
            var scan = RowScan()
            let open = scan.cut(bytes.span, format: format, isLast: isLast, limit: ReadLimits().quotedCellBytes)
            if open != nil { return }
            var rowsByCellCount: [Int: Int] = [:]
            for row in scan.rows.indices.prefix(sniffedRows) {
                rowsByCellCount[scan.cells(ofRow: row).count, default: 0] += 1
            }
            rowCount = rowsByCellCount.values.reduce(0, +)
            cutRows = rowCount - (rowsByCellCount[1] ?? 0)
            for (cells, rows) in rowsByCellCount where cells > 1 && (rows, cells) > (alike, self.cells) {
                (alike, self.cells) = (rows, cells)
            }
        }

        var isPlausibleTab: Bool { cutRows > 0 && cutRows * 2 >= rowCount }

        static func isWorse(_ one: Ranking, _ other: Ranking) -> Bool {
            (one.alike, one.cells) < (other.alike, other.cells)
        }

        /// Whether the first row of several cells has all of them in quotation marks.
        private static func everyHeadingIsQuoted(_ bytes: [UInt8], _ plain: DelimitedFormat, isLast: Bool) -> Bool {
            var scan = RowScan()
            _ = scan.cut(bytes.span, format: plain, isLast: isLast, limit: 0)
            guard let heading = scan.rows.indices.first(where: { scan.cells(ofRow: $0).count > 1 }) else {
                return false
            }
            return scan.cells[scan.cells(ofRow: heading)].allSatisfy { cell in
                cell.range.count >= 2 && bytes[cell.range.lowerBound] == QuotedPiece.mark
                    && bytes[cell.range.upperBound - 1] == QuotedPiece.mark
            }
        }
    }
}

extension DelimitedFormat {
    /// A quotation that is still open so far from the end of what is looked at is none.
    private static let mostOpenBytes = 1 << 14

    /// The format with quotation, where the cells that begin with a mark, of which there are some, are as spreadsheets write
    /// them to tab-separated text: closed by another mark, those within doubled, and with something in them to be quoted for.
    /// A title that only begins with a mark is data, and leaves all others so.
    fileprivate func quotedBySpreadsheet(_ head: [UInt8], isWhole: Bool) -> DelimitedFormat {
        guard quoting == .none, head.contains(QuotedPiece.mark) else { return self }
        let quoted = DelimitedFormat(separator: separator, quoting: .rfc4180, lineEnd: lineEnd)
        var scan = RowScan()
        let open = scan.cut(head.span, format: quoted, isLast: isWhole, limit: ReadLimits().quotedCellBytes)
        guard open == nil, head.count - scan.end <= Self.mostOpenBytes else { return self }
        var hasQuoted = false
        for cell in scan.cells where !cell.isEmpty {
            let content = head[cell.range]
            if cell.form == .plain {
                if content.first == QuotedPiece.mark { return self }
                continue
            }
            let isOfLines = content.contains(lineEnd.rawValue)
            let isOfCells = content.contains(separator.rawValue)
            // Between a title that begins with a mark and a later one that ends with one there are cells and line ends.
            guard !isOfLines || !isOfCells,
                isOfLines || isOfCells || cell.form == .escaped || content.contains(UInt8(ascii: ","))
            else { return self }
            hasQuoted = true
        }
        return hasQuoted ? quoted : self
    }
}

extension DelimitedFormat.LineEnd {
    /// The first line end of a text decides; a carriage return that a line feed follows is part of it.
    fileprivate init(firstIn bytes: [UInt8]) {
        let first = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D }
        let isAlone = first.map { bytes[$0] == 0x0D && !bytes[($0 + 1)...].starts(with: [0x0A]) } ?? false
        self = isAlone ? .carriageReturn : .lineFeed
    }
}
