/// What was ordered from suppliers and what of it came: one row for each listing of an order. For each listing the newest
/// file that names an order says how it stands.
public enum PurchaseOrders {
    private static let key = FeedKey("orders-in/1")

    /// The order's number.
    public static let order = Column<String>(
        "purchase-order", in: key, aliases: ["po", "po number", "purchase order id", "purchase order number"],
        required: true)
    /// The day it was placed.
    public static let ordered = Column<Day>(
        "ordered", in: key, aliases: ["order date", "ordered at", "po date", "date ordered"], required: true)
    /// The day its units are expected.
    public static let expected = Column<Day>(
        "expected", in: key, aliases: ["expected date", "eta", "due date", "expected at"])
    /// The day its units came: all of them, where ``unitsReceived`` names no fewer. Unknown while they are on their way.
    public static let received = Column<Day>(
        "received", in: key, aliases: ["received date", "received at", "receipt date", "delivered"])
    /// Units ordered.
    public static let units = Column<Int>(
        "units", in: key, unit: .units, aliases: ["quantity", "units ordered", "quantity ordered"], required: true)
    /// Units that came so far.
    public static let unitsReceived = Column<Int>(
        "units-received", in: key, unit: .units, aliases: ["quantity received", "received units", "received quantity"])

    /// The feed of orders to suppliers.
    public static let feed = Feed(
        key, title: "purchase orders", of: .listing,
        shape: .log(group: ["purchase-order"], newest: nil, at: "ordered"), freshForDays: 7,
        withoutIt: "what is on its way is known from stock reports alone",
        columns: order, ordered, expected, received, units, unitsReceived)
}
