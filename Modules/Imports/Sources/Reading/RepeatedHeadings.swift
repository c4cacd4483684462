import FlywheelKit

/// Tells rows that repeat the headings: two files were joined to one, and what stands below is another file's.
struct RepeatedHeadings: Sendable {
    private let headings: Headings
    /// The column that is looked at in every row, and the ends of its heading. The first one may have a byte order mark in front.
    private let column: Int
    private let ends: Ends

    /// Nil where one heading is all there is, which may be a word of a row as well.
    init?(of head: RowBatch, row: Int, _ headings: Headings) {
        guard let column = headings.names.indices.dropFirst().last(where: { !headings.names[$0].text.isEmpty }),
            let ends = head.cell(column, ofRow: row).flatMap({ Ends(of: $0, in: head) })
        else { return nil }
        self.headings = headings
        self.column = column
        self.ends = ends
    }

    /// Whether a row of a batch is one.
    @inline(__always)
    func contain(_ row: Int, of batch: RowBatch) -> Bool {
        let count = batch.cellCount(ofRow: row)
        if count == headings.texts.count {
            guard let cell = batch.cell(column, ofRow: row), Ends(of: cell, in: batch) == ends else { return false }
        } else if count != headings.glued {
            return false
        }
        return headings.areRepeated(by: batch.cells(ofRow: row).map { batch.text(of: $0).text })
    }
}

/// The first and the last byte of a cell, in which capital letters are small ones: few cells have those of a heading, so few rows
/// are looked at as texts. How else a heading is spelled does not count here, as it does not there.
private struct Ends: Equatable {
    private let first: UInt8
    private let last: UInt8

    @inline(__always)
    init?(of cell: Cell, in batch: RowBatch) {
        guard !cell.isEmpty else { return nil }
        let range = cell.range
        (first, last) = (batch.bytes[range.lowerBound] | 0x20, batch.bytes[range.upperBound - 1] | 0x20)
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
