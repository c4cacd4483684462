/// One cell of a text quoted by RFC 4180.
///
/// A cell that starts with a quotation mark but goes on behind the closing one (`"5" x 7"`) was not quoted: it is
/// kept as written, marks and all.
struct QuotedPiece {
    static let mark = UInt8(ascii: "\"")

    let content: Range<Int>
    let form: Cell.Form
    /// Where the separator or line end behind the cell is; the count of the bytes if they end with the cell.
    let stop: Int
    /// How many line ends lie inside the quotation.
    private(set) var lineCount = 0

    /// Reads the cell that starts at `start`; nil if more bytes are needed to know where it ends.
    init?(_ bytes: Span<UInt8>, from start: Int, format: DelimitedFormat, isLast: Bool) {
        var index = start
        var isEscaped = false
        if index < bytes.count, bytes[index] == Self.mark {
            index += 1
            while true {
                guard index < bytes.count else { return nil }
                if bytes[index] == format.lineEnd.rawValue {
                    lineCount += 1
                } else if bytes[index] == Self.mark {
                    guard index + 1 < bytes.count, bytes[index + 1] == Self.mark else { break }
                    isEscaped = true
                    index += 1
                }
                index += 1
            }
            index += 1
        }
        let quotationEnd = index
        while index < bytes.count, bytes[index] != format.separator.rawValue, bytes[index] != format.lineEnd.rawValue {
            index += 1
        }
        guard index < bytes.count || isLast else { return nil }
        stop = index
        let isLine = index < bytes.count && bytes[index] == format.lineEnd.rawValue
        let end = isLine ? bytes.contentEnd(before: index, from: start, format.lineEnd) : index
        if quotationEnd > start, end == quotationEnd {
            content = start + 1..<end - 1
            form = isEscaped ? .escaped : .quoted
        } else {
            content = start..<end
            form = .plain
        }
    }
}
