/// How a text is cut into rows and cells.
package struct DelimitedFormat: Hashable, Sendable {
    /// The byte between two cells.
    package enum Separator: UInt8, Hashable, Sendable, CaseIterable {
        case tab = 0x09
        case comma = 0x2C
        case semicolon = 0x3B
        case pipe = 0x7C
    }

    /// What a quotation mark means.
    package enum Quoting: Hashable, Sendable {
        /// Nothing: it is a byte of the cell.
        case none
        /// RFC 4180: a cell that starts with one runs to the next, over separators and line ends; two stand for one.
        case rfc4180
    }

    /// The byte that ends a row. A carriage return in front of a line feed belongs to the line end, not to the cell.
    package enum LineEnd: UInt8, Hashable, Sendable {
        case lineFeed = 0x0A
        /// Alone, as classic Mac programs and some spreadsheets still write it.
        case carriageReturn = 0x0D
    }

    package var separator: Separator
    package var quoting: Quoting
    package var lineEnd: LineEnd

    package init(separator: Separator, quoting: Quoting, lineEnd: LineEnd = .lineFeed) {
        self.separator = separator
        self.quoting = quoting
        self.lineEnd = lineEnd
    }
}
