import Imports

/// Tells what a file is by its first bytes.
enum Recognition {
    /// How many of them are looked at.
    static let headBytes = 1 << 18

    static func format(of head: [UInt8]) -> ConversationFormat? {
        let head = inflated(head)
        if MailShape.isMbox(head) { return .mbox }
        let first = text(head).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return TicketShape(head).format }
        if MailShape.isMessage(head) { return .mail }
        guard let rows = try? TableRows(.of(head), limits: ReadLimits()).head else { return nil }
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

    /// The beginning of what a gzip file holds; the bytes as they are where they are no such file's.
    private static func inflated(_ head: [UInt8]) -> [UInt8] {
        guard head.starts(with: [0x1F, 0x8B]) else { return head }
        // Its end is missing, so only as much can be had as comes before.
        for count in [headBytes, 1 << 16, 1 << 13, 1 << 10] {
            if let text = try? ByteSource.of(head).peek(count) { return text }
        }
        return head
    }

    /// Without a byte order mark.
    private static func text(_ head: [UInt8]) -> ArraySlice<UInt8> {
        head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    }
}
