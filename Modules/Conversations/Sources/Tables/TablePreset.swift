import Imports

/// Headings that tell of themselves what a table is.
struct TablePreset {
    let source: String
    /// Under which headings a field is found, the first that is there.
    let headings: [TableField: [HeadingName]]
    /// Of each of these sets of fields the table has one.
    let needs: [[TableField]]

    /// Which column holds what; nil where the table is another.
    func columns(_ names: [HeadingName]) -> [TableField: Int]? {
        let columns = headings.compactMapValues { aliases in
            aliases.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        return needs.allSatisfy { $0.contains { columns[$0] != nil } } ? columns : nil
    }

    /// The tables of one warehouse's copy of Zendesk, and tickets as help desks export them as CSV. The first that fits counts.
    static let all = [zendeskTickets, zendeskComments, zendeskHistory, zendeskTags, tickets, views]

    private static let zendeskTickets = TablePreset(
        source: Zendesk.source,
        headings: [
            .ticket: ["id"], .subject: ["subject"], .description: ["description"], .opened: ["created_at"],
            .updated: ["updated_at"], .status: ["status"], .priority: ["priority"], .category: ["type"],
            .channel: ["via_channel"], .assignee: ["assignee_id"], .group: ["group_id"], .requester: ["requester_id"],
            .author: ["submitter_id"],
        ], needs: [[.ticket], [.requester], [.author], [.channel], [.status]])

    private static let zendeskComments = TablePreset(
        source: Zendesk.source,
        headings: [
            .ticket: ["ticket_id"], .messageCode: ["id"], .message: ["body"], .at: ["created", "created_at"],
            .isPublic: ["public"], .author: ["user_id", "author_id"],
        ], needs: [[.ticket], [.messageCode], [.message], [.isPublic], [.author], [.at]])

    private static let zendeskHistory = TablePreset(
        source: Zendesk.source,
        headings: [
            .ticket: ["ticket_id"], .field: ["field_name"], .value: ["value"], .at: ["updated"], .by: ["user_id"],
        ], needs: [[.ticket], [.field], [.value], [.at]])

    private static let zendeskTags = TablePreset(
        source: Zendesk.source, headings: [.ticket: ["ticket_id"], .tags: ["tag"]], needs: [[.ticket], [.tags]])

    /// Tables whose headings say that they are of tickets.
    private static let tickets = TablePreset(
        source: "table",
        headings: ticketHeadings.merging(
            [
                .ticket: [
                    "ticket", "ticket id", "ticket number", "ticket #", "ticket no", "case", "case id", "case number",
                    "conversation id", "conversation", "request id",
                ]
            ], uniquingKeysWith: { $1 }), needs: [[.ticket], [.subject, .description, .message]])

    /// A view of a help desk, whose tickets' number is headed `Id` alone: with a subject, and what only tickets have.
    private static let views = TablePreset(
        source: "table", headings: ticketHeadings.merging([.ticket: ["id", "number"]], uniquingKeysWith: { $1 }),
        needs: [
            [.ticket], [.subject], [.status], [.requester, .requesterName, .requesterAddress, .assignee, .message],
        ])

    private static let ticketHeadings: [TableField: [HeadingName]] = [
        .subject: ["subject", "title", "summary"],
        .description: ["description", "first message", "question", "complaint"],
        .opened: [
            "opened", "opened at", "created", "created at", "created time", "created date", "date opened", "date",
        ],
        .updated: ["updated", "updated at", "last update time", "last updated", "last modified", "modified"],
        .firstAnswered: ["first answered", "initial response time", "first response at", "first reply at"],
        .solved: ["solved", "solved at", "resolved at", "resolved time", "resolved"],
        .closed: ["closed", "closed at", "closed time", "close date"],
        .status: ["status", "state", "ticket status"], .priority: ["priority", "urgency"],
        .category: ["category", "topic", "type", "ticket type", "issue type", "reason"],
        .channel: ["channel", "via", "source", "contact type"],
        .side: ["side", "party", "requester type", "customer type"], .language: ["language", "locale"],
        .assignee: ["assignee", "agent", "owner", "assigned to"],
        .group: ["group", "team", "queue", "assignment group"],
        .tags: ["tags", "labels"], .satisfaction: ["satisfaction", "satisfaction score", "survey results", "csat"],
        .requester: ["requester id", "customer id", "contact id"],
        .requesterName: ["requester", "requester name", "customer", "customer name", "full name", "contact", "buyer"],
        .requesterAddress: ["requester email", "customer email", "email", "e-mail", "contact email", "from"],
        .order: ["order", "order id", "order number", "amazon order id"], .sku: ["sku", "seller sku", "listing"],
        .asin: ["asin", "product id"], .marketplace: ["marketplace", "marketplace id", "sales channel"],
        .marketplaceCase: ["marketplace case", "amazon case id"],
        .message: ["message", "body", "text", "comment", "reply"], .messageCode: ["message id", "comment id"],
        .at: ["message at", "sent", "sent at", "message time", "timestamp"],
        .author: ["author", "sender", "from role"],
        .isPublic: ["public"], .isInternal: ["internal", "private"],
        .reopens: ["reopens", "reopen count"], .reassignments: ["reassignments", "reassignment count"],
        .replies: ["replies", "agent interactions"],
    ]
}
