/// Support cases, with buyers or with the marketplace: one row for each ticket. The product a row names is the product of
/// the listing the ticket is about.
///
/// What people wrote is not kept: nothing here reads it yet, and what is not kept needs no erasing.
public enum Tickets {
    private static let key = FeedKey("tickets/1")

    /// The listing it is about, where it is about one.
    public static let sku = Column<String>("sku", in: key, aliases: ["seller-sku", "merchant sku", "listing"])
    /// When it was opened.
    public static let opened = Column<Instant>(
        "opened", in: key, aliases: ["opened at", "open date", "created", "created at", "date opened"], required: true)
    /// Who the other side is, in the source's words: `seller` for cases of the seller with the marketplace, `buyer` for
    /// those of buyers with the seller.
    public static let side = Column<String>("side", in: key, aliases: ["party", "requester type"])
    /// What it is about, in the source's words.
    public static let category = Column<String>("category", in: key, aliases: ["topic", "issue type", "ticket type"])
    /// Its state in the source's words.
    public static let status = Column<String>("status", in: key, aliases: ["ticket status", "case status", "state"])
    /// Hours within which it is to be answered, counted from its opening.
    public static let answerHours = Column<Double>(
        "sla-hours", in: key, unit: .hours, aliases: ["sla", "hours to answer", "response hours"])

    /// The feed of tickets.
    public static let feed = Feed(
        key, title: "tickets", of: .ticket, shape: .snapshot, freshForDays: 2, mayShrinkBy: 0.8,
        personalHeadings: ["text", "body", "message", "description", "subject", "buyer", "customer", "email"],
        withoutIt: "open cases are unknown", columns: sku, opened, side, category, status, answerHours)
}
