import Calendars
import FlywheelKit
import Imports

/// Feedback of buyers on an Amazon seller. Its headings are in the marketplace's language and its order is fixed, so it is
/// known by what its cells hold: day, rating, comment, answer, order, address.
struct AmazonFeedback {
    let path: String
    let context: ConversationContext
    let limits: ReadLimits

    /// Whether rows are such feedback: most of those behind the headings have an order and a rating.
    static func isOne(_ head: [TableRow]) -> Bool {
        guard let headings = head.first, 5...7 ~= headings.cells.count else { return false }
        let rows = head.dropFirst().prefix(20)
        let ratings = rows.count { CodeForm(($0.text(4) ?? "")[...]) == .amazonOrder && rating($0) != nil }
        return ratings > 0 && ratings * 2 >= rows.count
    }

    private static func rating(_ row: TableRow) -> Int? {
        row.text(1).flatMap { Int($0) }.flatMap { 1...5 ~= $0 ? $0 : nil }
    }

    func read(_ take: (ReadOutcome) throws -> Void) throws {
        var rows = try TableRows(.open(path: path, limits: limits), limits: limits)
        guard let headings = rows.head.first else { return }
        var evidence = DateOrderEvidence()
        for row in rows.head.dropFirst() { row.text(0).map { evidence.observe($0.utf8.span) } }
        let order = context.dateOrder ?? evidence.order(preferring: context.usualDateOrder)
        try rows.forEach(after: headings.line) { row in
            guard let code = row.text(4), CodeForm(code[...]) == .amazonOrder else {
                return try take(.rejected(reject(row, 4, headings, expected: "the number of an order")))
            }
            guard Self.rating(row) != nil else {
                return try take(.rejected(reject(row, 1, headings, expected: "a rating from 1 to 5")))
            }
            let opened: Instant?
            do throws(ValueError) {
                opened =
                    try row.text(0).map { text throws(ValueError) in
                        try Instant(written: text, order: order, zone: context.zone)
                    } ?? nil
            } catch {
                return try take(.rejected(reject(row, 0, headings, expected: "\(error.expected)")))
            }
            try take(row.text(2) == nil ? .setAside : .conversation(conversation(row, order: code, opened: opened)))
        }
    }

    private func reject(_ row: TableRow, _ column: Int, _ headings: TableRow, expected: String) -> RejectedRecord {
        let isThere = column < row.cells.count
        return RejectedRecord(
            line: row.line, column: isThere ? row.cells[column].byte : 0, field: headings.text(column) ?? "",
            expected: expected, found: row.text(column).map { "\"\($0.prefix(40))\"" } ?? "nothing")
    }

    private func conversation(_ row: TableRow, order: String, opened: Instant?) -> Conversation {
        var conversation = Conversation(source: "amazon", code: "feedback/\(order)")
        conversation.opened = opened
        conversation.category = "seller feedback"
        conversation.channel = "feedback"
        conversation.side = "buyer"
        conversation.satisfaction = row.text(1)
        conversation.references["order"] = order
        conversation.requester = row.text(5).map { Correspondent(address: $0.lowercased()) }
        conversation.messages = [
            CorrespondenceMessage(
                code: "comment", at: opened, author: .requester, writer: conversation.requester, text: row.text(2) ?? ""
            )
        ]
        if let answer = row.text(3) {
            conversation.messages.append(
                CorrespondenceMessage(code: "response", at: nil, author: .agent(nil), text: answer))
        }
        return conversation
    }
}
