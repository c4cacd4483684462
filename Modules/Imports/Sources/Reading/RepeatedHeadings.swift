import FlywheelKit

/// Tells rows that repeat the headings: two files were joined to one, and what stands below is another file's.
struct RepeatedHeadings: Sendable {
    private let headings: Headings
    /// The column that is looked at in every row, and what its heading is in the bytes of the file. The first one may have a
    /// byte order mark in front.
    private let column: Int
    private let heading: [UInt8]

    /// Why such a row is rejected.
    static let reason = "found the headings again, expected a row: files were joined"

    /// Nil where one heading is all there is, which may be a word of a row as well.
    init?(of head: RowBatch, row: Int, _ headings: Headings) {
        guard let column = headings.names.indices.dropFirst().last(where: { !headings.names[$0].text.isEmpty }),
            let cell = head.cell(column, ofRow: row)
        else { return nil }
        self.headings = headings
        self.column = column
        heading = Array(head.bytes[cell.range])
    }

    /// Whether a row of a batch is one.
    @inline(__always)
    func contain(_ row: Int, of batch: RowBatch) -> Bool {
        let count = batch.cellCount(ofRow: row)
        if count == headings.texts.count {
            guard let cell = batch.cell(column, ofRow: row), cell.range.count == heading.count,
                batch.bytes.span.extracting(cell.range).hasBytes(of: heading.span)
            else { return false }
        } else if count != headings.glued {
            return false
        }
        return headings.areRepeated(by: batch.cells(ofRow: row).map { batch.text(of: $0).text })
    }
}

extension Headings {
    /// How many cells a row has whose last one has the first of the headings behind it, since its line has no end.
    fileprivate var glued: Int { 2 * texts.count - 1 }

    /// Whether a row of a table says what its headings do, also behind the last row of another one that has no line end.
    func areRepeated(by cells: [String]) -> Bool {
        guard names.count > 1, cells.count == names.count || cells.count == glued else { return false }
        // The last cells of rows are mostly short or blank, so that the first look tells.
        let row = cells.suffix(names.count).reversed()
        guard zip(row, names.reversed()).dropLast().allSatisfy({ HeadingName($0) == $1 }), let first = row.last else {
            return false
        }
        return HeadingName(first).text.hasSuffix(names[0].text)
    }
}
