/// The kinds of file that hold conversations.
public enum ConversationFormat: String, Hashable, Sendable, CaseIterable {
    /// Tickets of Zendesk in JSON: pages of its interface, with people and groups beside them, or an export of a ticket a
    /// line.
    case zendesk
    /// Tickets of Zammad in JSON, expanded or with its assets.
    case zammad
    /// Tickets of Freshdesk in JSON.
    case freshdesk
    /// Messages one after the other, each behind a line that begins with `From `.
    case mbox
    /// One message (RFC 5322).
    case mail = "eml"
    /// Feedback that buyers gave an Amazon seller.
    case amazonFeedback = "amazon-feedback"
    /// Returns to an Amazon seller, with claims of buyers and sellers.
    case amazonReturns = "amazon-returns"
    /// Returns to Amazon's warehouses, with comments of buyers.
    case amazonWarehouseReturns = "amazon-fba-returns"
    /// Rows: of tickets, of their messages or of what happened to them.
    case table
}
