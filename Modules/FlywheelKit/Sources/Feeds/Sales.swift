/// Order lines as a marketplace reports them. An order is replaced as a whole by its newest version; two equal lines of
/// one order are two sales.
public enum Orders {
    private static let key = FeedKey("orders/1")

    /// The order's number.
    public static let order = Column<String>(
        "order", in: key, aliases: ["amazon-order-id", "order-id", "order number", "invoice no", "invoice number"],
        required: true)
    /// When it was placed.
    public static let purchased = Column<Instant>(
        "purchased", in: key, aliases: ["purchase-date", "ordered at", "order date", "invoice date"], required: true)
    /// When this version of it was written.
    public static let updated = Column<Instant>("updated", in: key, aliases: ["last-updated-date", "updated at"])
    /// Units of the line; zero when it was cancelled.
    public static let quantity = Column<Int>(
        "quantity", in: key, unit: .units, aliases: ["quantity-purchased", "units"], required: true)
    /// What the line cost the buyer before shipping, all units together.
    public static let total = Column<Money>("total", in: key, unit: .money, aliases: ["item-price", "line total"])
    /// What one unit cost the buyer, where the source says that and not the total.
    public static let unitPrice = Column<Money>("unit-price", in: key, unit: .money, aliases: ["price per unit"])
    /// The order's state in the marketplace's words.
    public static let status = Column<String>("status", in: key, aliases: ["order-status"])

    /// The feed of orders.
    public static let feed = Feed(
        key, title: "orders", of: .listing,
        shape: .log(group: ["order"], newest: "updated", at: "purchased"), freshForDays: 4,
        withoutIt: "units sold are those of daily sales, else unknown",
        columns: order, purchased, updated, quantity, total, unitPrice, status)
}

/// Units and revenue of whole days, from reports that count for themselves.
public enum DailySales {
    private static let key = FeedKey("sales-daily/1")

    /// The day, where the marketplace is.
    public static let day = Column<Day>("day", in: key, aliases: ["date"], required: true)
    /// Units ordered that day.
    public static let units = Column<Int>(
        "units", in: key, unit: .units, aliases: ["units ordered", "quantity"], required: true)
    /// What they brought.
    public static let revenue = Column<Money>(
        "revenue", in: key, unit: .money, aliases: ["ordered product sales", "sales"])
    /// Visits to the listing's page.
    public static let sessions = Column<Int>("sessions", in: key, aliases: ["sessions - total"])
    /// Times the listing's page was shown.
    public static let pageViews = Column<Int>("page-views", in: key, aliases: ["page views - total", "glance views"])
    /// The share of these on which the seller's own offer was the featured one.
    public static let featuredShare = Column<Double>(
        "featured-offer-share", in: key, unit: .share,
        aliases: ["featured offer (buy box) percentage", "buy box percentage"])

    /// The feed of daily sales.
    public static let feed = Feed(
        key, title: "daily sales", of: .listing, shape: .log(group: ["day"], newest: nil, at: "day"), freshForDays: 4,
        withoutIt: "units sold are those of orders, else unknown",
        columns: day, units, revenue, sessions, pageViews, featuredShare)
}

/// What was sold, whichever report says so.
///
/// Several reports count the same sales. For each listing and day one of them is believed, and they are never added:
///
/// 1. ``DailySales``: any report of whole days by listing, be it a table of the seller's own, a sales and traffic report
///    of one day by SKU, or a business report of one day. Of two that name the same listing and day, the one that was
///    true later replaces the other.
/// 2. ``Orders``, for days that no daily report covers.
///
/// ``SalesWindows``, ``SalesByProduct`` and ``StoreSales`` count them once more, by other measures of time or of things.
/// They are there to be compared with, and no series reads them.
public enum Sales {
    /// Units sold a day.
    public static let units = Series("sales.units", from: DailySales.units, Orders.quantity)
}

/// How many people looked, whichever report says so.
public enum Traffic {
    /// Times the listing's page was shown a day.
    public static let pageViews = Series("traffic.page-views", from: DailySales.pageViews)
    /// The share of these on which the seller's own offer was the featured one. What an offers file says counts for the day
    /// it was true, where no daily report knows the day.
    public static let featuredShare = Series(
        "traffic.featured-share", from: DailySales.featuredShare, Offers.featuredShare)
}
