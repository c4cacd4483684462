import Calendars
import FlywheelKit
import Imports

/// Returns to an Amazon seller: those with which a buyer claims a guarantee, or the seller claims a reimbursement, and those
/// to Amazon's warehouses with a comment of the buyer.
struct AmazonReturns {
    /// Which of the two reports.
    enum Report {
        case seller, warehouse
    }

    let path: String
    let context: ConversationContext
    let limits: ReadLimits

    /// Which report has these headings; nil for another.
    static func report(_ head: [TableRow]) -> Report? {
        guard let names = head.first.map({ Set($0.cells.map { HeadingName($0.text) }) }) else { return nil }
        if names.isSuperset(of: ["order id", "return request date", "a-to-z claim"]) { return .seller }
        return names.isSuperset(of: ["return-date", "order-id", "detailed-disposition"]) ? .warehouse : nil
    }

    func read(_ take: (ReadOutcome) throws -> Void) throws {
        var rows = try TableRows(.open(path: path, limits: limits), limits: limits)
        guard let first = rows.head.first, let report = Self.report(rows.head) else { return }
        var columns: [HeadingName: Int] = [:]
        for (index, cell) in first.cells.enumerated() where columns[HeadingName(cell.text)] == nil {
            columns[HeadingName(cell.text)] = index
        }
        let dates = report == .seller ? ["return request date", "order date"] : ["return-date"]
        var evidence = DateOrderEvidence()
        for row in rows.head.dropFirst() {
            for name in dates { row.text(columns[HeadingName(name)]).map { evidence.observe($0.utf8.span) } }
        }
        let order = context.dateOrder ?? evidence.order(preferring: context.usualDateOrder)
        try rows.forEach(after: first.line) { row in
            let cells = ReturnRow(row: row, columns: columns, order: order, zone: context.zone)
            let found: [Conversation]
            do throws(FieldTrouble) {
                found = try report == .seller ? cells.claims() : cells.comments()
            } catch {
                let byte = columns[HeadingName(error.field)].flatMap { $0 < row.cells.count ? row.cells[$0].byte : nil }
                return try take(.rejected(error.rejected(line: row.line, column: byte ?? 0)))
            }
            if found.isEmpty { try take(.setAside) }
            for conversation in found { try take(.conversation(conversation)) }
        }
    }
}

/// A row of a report of returns.
struct ReturnRow {
    let row: TableRow
    let columns: [HeadingName: Int]
    let order: DateOrder
    let zone: TimeZoneTable

    private func text(_ heading: HeadingName) -> String? { row.text(columns[heading]) }

    private func instant(_ heading: HeadingName) throws(FieldTrouble) -> Instant? {
        guard let text = text(heading) else { return nil }
        do throws(ValueError) {
            return try Instant(written: text, order: order, zone: zone)
        } catch {
            throw FieldTrouble(field: heading.text, expected: "\(error.expected)", found: "\"\(text.prefix(40))\"")
        }
    }

    private func orderCode(_ heading: HeadingName) throws(FieldTrouble) -> String {
        guard let code = text(heading) else { throw .missing(heading.text, "the number of an order") }
        return code
    }

    /// The buyer's claim and the seller's, each a conversation where it was made.
    func claims() throws(FieldTrouble) -> [Conversation] {
        let order = try orderCode("order id")
        var claims: [Conversation] = []
        if let claim = text("a-to-z claim"), ["y", "yes", "true"].contains(claim.lowercased()) {
            var conversation = returned(order, code: "a-to-z/\(text("amazon rma id") ?? order)")
            conversation.category = "a-to-z claim"
            conversation.side = "buyer"
            conversation.opened = try instant("return request date")
            conversation.status = text("return request status")
            conversation.figures[.amount] = amount("order amount")
            claims.append(conversation)
        }
        if let claim = text("SafeT claim id") {
            var conversation = returned(order, code: "safe-t/\(claim)")
            conversation.category = "safe-t claim"
            conversation.side = "platform"
            conversation.opened = try instant("SafeT claim creation time")
            conversation.status = text("SafeT claim state")
            conversation.references["safe-t-claim"] = claim
            conversation.references["safe-t-reason"] = text("SafeT action reason")
            conversation.figures[.amount] = amount("SafeT claim reimbursement amount")
            claims.append(conversation)
        }
        return claims
    }

    /// What a buyer said of goods that went back to a warehouse.
    func comments() throws(FieldTrouble) -> [Conversation] {
        let order = try orderCode("order-id")
        guard let comment = text("customer-comments") else { return [] }
        let piece = text("license-plate-number") ?? text("sku") ?? ""
        var conversation = returned(order, code: "return/\(order)/\(piece)")
        conversation.opened = try instant("return-date")
        conversation.side = "buyer"
        conversation.category = text("reason")
        conversation.status = text("status")
        conversation.messages = [
            CorrespondenceMessage(code: "comment", at: conversation.opened, author: .requester, text: comment)
        ]
        return [conversation]
    }

    private func returned(_ order: String, code: String) -> Conversation {
        var conversation = Conversation(source: "amazon", code: code)
        conversation.channel = "return"
        conversation.references["order"] = order
        conversation.references["sku"] = text("merchant sku") ?? text("sku")
        conversation.references["asin"] = text("asin")
        conversation.references["return-reason"] = text("return reason") ?? text("reason")
        return conversation
    }

    private func amount(_ heading: HeadingName) -> String? {
        text(heading).map { amount in [text("currency code"), amount].compactMap(\.self).joined(separator: " ") }
    }
}
