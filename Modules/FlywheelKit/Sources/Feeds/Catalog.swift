/// What is on sale: one row for each listing.
public enum Catalog {
    private static let key = FeedKey("catalog/1")

    /// The listing's title, in the language of its source.
    public static let title = Column<String>("title", in: key, aliases: ["item-name", "product name", "name"])
    /// The asking price, before shipping.
    public static let price = Column<Money>("price", in: key, unit: .money, aliases: ["your-price", "unit price"])
    /// Whether the source calls it active, in the source's words: it does not tell suppressed from out of stock.
    public static let status = Column<String>("status", in: key, aliases: ["listing status", "state"])
    /// Who ships it, in the source's words: `DEFAULT` is the merchant, `AMAZON_NA` and its like are the marketplace.
    public static let channel = Column<String>(
        "channel", in: key, aliases: ["fulfillment-channel", "fulfilment-channel", "fulfillment"])
    /// Units the merchant can ship; unknown, not zero, where the marketplace ships.
    public static let quantity = Column<Int>("quantity", in: key, unit: .units, aliases: ["stock quantity"])
    /// Whether orders are taken with nothing left, in the source's words: `continue`, `yes`.
    public static let backorders = Column<String>("backorders", in: key, aliases: ["backorders allowed"])
    /// The category people sort it under.
    public static let category = Column<String>("category", in: key, aliases: ["product-type", "product category"])

    /// When the listing was created: days before it say nothing of its demand.
    public static let opened = Column<Instant>("opened", in: key, aliases: ["open-date", "created at"])

    /// Whether what a source says of ``channel`` is that the merchant ships.
    public static func isMerchants(_ channel: String?) -> Bool { channel?.uppercased() == "DEFAULT" }

    /// Whether what a source says of ``backorders`` is that they are taken: such a listing sells on with nothing left.
    public static func takesBackorders(_ word: String?) -> Bool {
        word.map { backordersTaken.contains($0.lowercased()) } ?? false
    }

    private static let backordersTaken: Set<String> = ["continue", "yes", "true", "1", "notify"]

    /// The feed of listings.
    public static let feed = Feed(
        key, title: "listings", of: .listing, shape: .snapshot, freshForDays: 2,
        columns: title, price, status, channel, quantity, backorders, category, opened)
}
