/// How a listing is bought: one row for each listing.
public enum Supply {
    private static let key = FeedKey("supply/1")

    /// Days from an order to units that can be sold.
    public static let leadTime = Column<Double>(
        "lead-time-days", in: key, unit: .days, aliases: ["lead time", "lead time (days)", "lead days"])
    /// The fewest units the supplier sells at once.
    public static let minimumOrder = Column<Int>(
        "minimum-order-quantity", in: key, unit: .units, aliases: ["moq", "minimum order", "min order quantity"])
    /// Units in a case; an order is a whole number of cases.
    public static let casePack = Column<Int>(
        "case-pack", in: key, unit: .units, aliases: ["case quantity", "units per case", "case size", "pack size"])
    /// Who supplies it.
    public static let supplier = Column<String>("supplier", in: key, aliases: ["supplier name", "vendor"])

    /// The feed of supply.
    public static let feed = Feed(
        key, title: "supply", of: .listing, shape: .snapshot, freshForDays: 100,
        withoutIt: "lead times are the workflow's setting, and orders of any size are possible",
        columns: leadTime, minimumOrder, casePack, supplier)
}
