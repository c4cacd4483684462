/// Units and revenue of a listing over several days together. They are never spread over the days, which would invent a
/// demand that nobody observed.
public enum SalesWindows {
    private static let key = FeedKey("sales-windows/1")

    /// The first day of the window; unknown where the report does not say since when it counts.
    public static let first = Column<Day>("first", in: key, aliases: ["from", "first day"])
    /// The last day of the window.
    public static let last = Column<Day>("last", in: key, aliases: ["to", "last day"], required: true)
    /// Units ordered in it.
    public static let units = Column<Int>(
        "units", in: key, unit: .units, aliases: ["units ordered"], required: true)
    /// What they brought.
    public static let revenue = Column<Money>("revenue", in: key, unit: .money, aliases: ["ordered product sales"])
    /// Visits to the listing's page.
    public static let sessions = Column<Int>("sessions", in: key, aliases: ["sessions - total"])

    /// The feed of totals by listing. Of two that end on the same day the one that was true later counts.
    public static let feed = Feed(
        key, title: "sales windows", of: .listing, shape: .log(group: ["last"], newest: nil, at: "last"),
        freshForDays: 4, columns: first, last, units, revenue, sessions)
}

/// Units and revenue of a product, all listings of the seller together: which of them sold is not known.
public enum SalesByProduct {
    private static let key = FeedKey("sales-products/1")

    /// The first day counted; unknown where the report does not say since when it counts.
    public static let first = Column<Day>("first", in: key, aliases: ["from", "first day"])
    /// The last day counted.
    public static let last = Column<Day>("last", in: key, aliases: ["to", "last day"], required: true)
    /// Units ordered in these days.
    public static let units = Column<Int>(
        "units", in: key, unit: .units, aliases: ["units ordered"], required: true)
    /// What they brought.
    public static let revenue = Column<Money>("revenue", in: key, unit: .money, aliases: ["ordered product sales"])
    /// Visits to the product's page.
    public static let sessions = Column<Int>("sessions", in: key, aliases: ["sessions - total"])

    /// The feed of totals by product. Of two that end on the same day the one that was true later counts.
    public static let feed = Feed(
        key, title: "product sales", of: .product, shape: .log(group: ["last"], newest: nil, at: "last"),
        freshForDays: 4, columns: first, last, units, revenue, sessions)
}

/// Units and revenue of a seller's whole assortment in one marketplace, day by day, week by week or month by month.
public enum StoreSales {
    private static let key = FeedKey("sales-store/1")

    /// The day, or the first day of the week or month.
    public static let day = Column<Day>("day", in: key, aliases: ["date"], required: true)
    /// How long it is, in the source's words: `DAY`, `WEEK`, `MONTH`.
    public static let span = Column<String>("span", in: key, aliases: ["granularity"], required: true)
    /// Units ordered in it.
    public static let units = Column<Int>(
        "units", in: key, unit: .units, aliases: ["units ordered"], required: true)
    /// What they brought.
    public static let revenue = Column<Money>("revenue", in: key, unit: .money, aliases: ["ordered product sales"])
    /// Visits to the seller's pages.
    public static let sessions = Column<Int>("sessions", in: key)

    /// The feed of totals of a marketplace.
    public static let feed = Feed(
        key, title: "store sales", of: .account, shape: .log(group: ["day", "span"], newest: nil, at: "day"),
        freshForDays: 4, columns: day, span, units, revenue, sessions)
}
