/// Where a cell lies in its batch's bytes.
package struct Cell: Hashable, Sendable {
    /// How the bytes stand for the content.
    package enum Form: UInt8, Hashable, Sendable {
        /// They are it.
        case plain
        /// They are it; quotation marks stand around them, outside `range`.
        case quoted
        /// As `quoted`, and each two quotation marks among them stand for one.
        case escaped
    }

    let start: UInt32
    let end: UInt32
    package let form: Form

    init(_ range: Range<Int>, _ form: Form) {
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        self.form = form
    }

    /// The content's offsets in `RowBatch.bytes`.
    package var range: Range<Int> { Int(start)..<Int(end) }
    /// Whether there is no content at all, not even a space.
    package var isEmpty: Bool { start == end }
}
