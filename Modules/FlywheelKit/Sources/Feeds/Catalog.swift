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

    /// What a ``status`` may say is done to a listing, without saying why.
    public enum Trouble: Hashable, Sendable {
        /// It cannot be bought.
        case notBuyable
        /// It can be bought, but search and browsing do not show it.
        case notDiscoverable
    }

    /// Reads a status in the words of Amazon's Listings Items API 2021-08-01, `BUYABLE` and `DISCOVERABLE`; `nil` where nothing is
    /// wrong, and for any other text, which does not tell suppressed from out of stock.
    ///
    /// `DELETED` is what the seller did.
    public static func trouble(ofStatus status: String) -> Trouble? {
        // Most statuses are another source's words, as their first letter tells.
        let first = status.utf8.first { $0 >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        guard let first, first >= 0x80 || "nbd".utf8.contains(first | 0x20) else { return nil }
        let words = Set(status.uppercased().split { !$0.isLetter })
        guard !words.isEmpty, words.isSubset(of: ["NOT", "BUYABLE", "DISCOVERABLE"]) else { return nil }
        if words.contains("NOT") || !words.contains("BUYABLE") { return .notBuyable }
        return words.contains("DISCOVERABLE") ? nil : .notDiscoverable
    }

    /// Whether a status says that the seller gave the listing up, or never put it on sale: nothing that ends there is lost, and
    /// nothing is bought for it.
    public static func isGivenUp(_ status: String?) -> Bool {
        guard let status else { return false }
        return status.split { !$0.isLetter }.contains { givenUp.contains($0.uppercased()) }
    }

    /// Walmart's lifecycle, Shopify's status of a product, and what a seller did to a listing on Amazon (``trouble(ofStatus:)``).
    private static let givenUp: Set<String> = ["RETIRED", "ARCHIVED", "DRAFT", "DELETED"]

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
