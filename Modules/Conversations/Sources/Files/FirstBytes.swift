import Imports

/// Tells what a file is by its first bytes.
enum FirstBytes {
    /// How many of them are looked at.
    static let headBytes = 1 << 18

    /// How a table's start is looked at: as many rows as headings are sought in.
    static let tableStart = RowReader.Options(headBytes: headBytes, headRows: HeadingRow.searchedRows)

    /// - Parameter rows: reads the rows at the start of the file, where it may be a table. A head cut somewhere would not do:
    ///   it looks like a file that ends within a cell.
    static func format(of head: [UInt8], rows: () -> [TableRow]?) -> ConversationFormat? {
        if MailShape.isMbox(head) { return .mbox }
        let first = text(head).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return TicketShape(head).format }
        if MailShape.isMessage(head) { return .mail }
        guard let rows = rows() else { return nil }
        switch AmazonReturns.report(rows) {
        case .seller: return .amazonReturns
        case .warehouse: return .amazonWarehouseReturns
        case nil: break
        }
        if TableLayout(rows, mapping: nil) != nil { return .table }
        return AmazonFeedback.isOne(rows) ? .amazonFeedback : nil
    }

    /// Why nothing was recognised.
    static func reason(for head: [UInt8]) -> String {
        let kinds = ConversationFormat.allCases.map(\.rawValue).joined(separator: ", ")
        return "found no tickets or mail, expected one of \(kinds); of a table, say what its headings mean"
    }

    /// Without a byte order mark.
    private static func text(_ head: [UInt8]) -> ArraySlice<UInt8> {
        head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    }
}
