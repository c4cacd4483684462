/// Orders on their way to their buyers: one row for each order.
public enum Shipments {
    private static let key = FeedKey("shipments/1")

    /// When it was bought.
    public static let purchased = Column<Instant>(
        "purchased", in: key,
        aliases: ["purchase-date", "purchased at", "order date", "order_purchase_timestamp", "payments-date"],
        required: true)
    /// By when it was promised to arrive.
    public static let promised = Column<Instant>(
        "promised", in: key,
        aliases: [
            "promised by", "latest-delivery-date", "latest delivery date", "estimated delivery", "deliver by",
            "order_estimated_delivery_date",
        ],
        required: true, endsDay: true)
    /// When it was handed to the carrier; unknown where it was not yet.
    public static let handedOver = Column<Instant>(
        "handed-over", in: key,
        aliases: ["shipped", "shipped at", "ship date", "ship-date", "order_delivered_carrier_date"])
    /// When it arrived; unknown where it did not yet. A bare "delivery date" is none of its names: in many exports that is
    /// the day on which it is expected.
    public static let delivered = Column<Instant>(
        "delivered", in: key,
        aliases: ["delivered at", "order_delivered_customer_date"])
    /// Its state in the source's words.
    public static let status = Column<String>("status", in: key, aliases: ["order-status", "order_status"])
    /// What the buyer paid for it.
    public static let value = Column<Money>("value", in: key, unit: .money, aliases: ["order value", "order total"])
    /// Who carries it.
    public static let carrier = Column<String>("carrier", in: key, aliases: ["carrier name"])

    /// The feed of shipments.
    public static let feed = Feed(
        key, title: "shipments", of: .order, shape: .snapshot, freshForDays: 2, decidesByRow: true, mayShrinkBy: 0.8,
        subjectAliases: ["order_id"],
        personalHeadings: ["customer_id", "recipient", "ship address", "buyer", "email", "phone"],
        withoutIt: "late orders are unknown",
        columns: purchased, promised, handedOver, delivered, status, value, carrier)
}
