/// Support cases, with buyers or with the marketplace: one row for each ticket. The product a row names is the product of
/// the listing the ticket is about.
///
/// What people wrote, and who they are, is no fact of a row: a desk keeps that where it can be erased.
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
    /// How soon it needs an answer, in the source's words.
    public static let urgency = Column<String>("urgency", in: key, aliases: ["priority", "ticket priority"])
    /// Hours within which it is to be answered, counted from its opening.
    public static let answerHours = Column<Double>(
        "sla-hours", in: key, unit: .hours, aliases: ["sla", "hours to answer", "response hours"])
    /// When its first answer is due; unknown once it was given, and where none was promised.
    public static let answerDue = Column<Instant>(
        "answer-due", in: key, aliases: ["first response due", "fr due by"], endsDay: true)
    /// When its next answer is due; unknown while it waits for somebody else.
    public static let updateDue = Column<Instant>(
        "update-due", in: key, aliases: ["next update due"], endsDay: true)
    /// When it is due to be solved; unknown while its clock stands still.
    public static let solveDue = Column<Instant>(
        "solve-due", in: key, aliases: ["resolution due", "due by"], endsDay: true)
    /// The kinds of problem on its listing that end once it is solved, ids with spaces between them; empty where all do.
    public static let cures = Column<String>("cures", in: key)

    /// What the other side would be given back.
    public static let refund = Column<Money>("refund", in: key, unit: .money, aliases: ["refund amount"])
    /// What a chargeback costs beside that.
    public static let chargebackFee = Column<Money>("chargeback-fee", in: key, unit: .money)
    /// What is owed to the seller.
    public static let reimbursement = Column<Money>("reimbursement", in: key, unit: .money)
    /// What somebody who may leave brings in, as stated.
    public static let relationship = Column<Money>("relationship", in: key, unit: .money)

    /// What is disputed, `a-to-z-claim`; unknown where nothing is.
    public static let dispute = Column<String>("dispute", in: key, aliases: ["claim type", "dispute type"])
    /// When it was disputed.
    public static let disputed = Column<Instant>("disputed", in: key, aliases: ["dispute opened", "claim opened"])
    /// When the dispute is decided by default.
    public static let disputeDue = Column<Instant>(
        "dispute-due", in: key, aliases: ["dispute deadline", "claim deadline", "respond by"], endsDay: true)
    /// What the dispute is about, in money.
    public static let disputedSum = Column<Money>(
        "disputed-sum", in: key, unit: .money, aliases: ["claim amount", "dispute amount"])
    /// Whether the default at the deadline goes against the account: `yes` or `no`.
    public static let defaultAgainst = Column<String>("default-against", in: key)

    /// The feed of tickets.
    public static let feed = Feed(
        key, title: "tickets", of: .ticket, shape: .snapshot, freshForDays: 2, mayShrinkBy: 0.8,
        personalHeadings: ["text", "body", "message", "description", "subject", "buyer", "customer", "email"],
        withoutIt: "open cases are unknown",
        columns: sku, opened, side, category, status, urgency, answerHours, answerDue, updateDue, solveDue, cures,
        refund, chargebackFee, reimbursement, relationship, dispute, disputed, disputeDue, disputedSum, defaultAgainst)
}
