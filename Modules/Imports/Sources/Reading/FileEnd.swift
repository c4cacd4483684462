/// How a file in rows ends.
struct FileEnd: Hashable, Sendable {
    /// Whether its last line is ended.
    var hasLineEnd = true
    /// The line of its last row, where that has fewer cells than there are headings and its line no end.
    var brokenOffAt: Int?
}

extension RowBatch {
    /// How the file ends, if it ends here.
    func end(under headings: Headings) -> FileEnd {
        guard !endsWithLineEnd, rowCount > 0 else { return FileEnd(hasLineEnd: endsWithLineEnd) }
        let isShort = cellCount(ofRow: rowCount - 1) < headings.texts.count
        return FileEnd(hasLineEnd: false, brokenOffAt: isShort ? line(ofRow: rowCount - 1) : nil)
    }
}
