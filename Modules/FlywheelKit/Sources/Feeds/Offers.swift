/// What a listing is offered at beside its competitors: one row for each listing.
public enum Offers {
    private static let key = FeedKey("offers/1")

    /// The seller's own price, before shipping.
    public static let ownPrice = Column<Money>(
        "own-price", in: key, unit: .money, aliases: ["our price", "my price", "offer price", "current price"])
    /// The seller's own price with shipping.
    public static let landedPrice = Column<Money>(
        "landed-price", in: key, unit: .money, aliases: ["our landed price", "own landed price", "price with shipping"])
    /// The lowest price of a competitor, before shipping.
    public static let lowestCompetitorPrice = Column<Money>(
        "lowest-competitor-price", in: key, unit: .money,
        aliases: ["competitor price", "lowest price", "lowest competing price", "competitive price"])
    /// The lowest price of a competitor, with shipping.
    public static let lowestLandedPrice = Column<Money>(
        "lowest-landed-price", in: key, unit: .money,
        aliases: ["lowest competitor landed price", "lowest price with shipping"])
    /// Whose offer the product page features, in the source's words: `SELF`, `COMPETITOR` or `NONE`.
    public static let featuredOwner = Column<String>(
        "featured-offer-owner", in: key, aliases: ["featured offer", "buy box owner", "buy box", "buy box winner"])
    /// The share of page views on which the seller's own offer was the featured one.
    public static let featuredShare = Column<Double>(
        "featured-offer-share", in: key, unit: .share,
        aliases: ["featured offer percentage", "buy box percentage", "buy box share", "buy box %"])
    /// The lowest price that its maker lets anybody advertise.
    public static let minimumAdvertisedPrice = Column<Money>(
        "minimum-advertised-price", in: key, unit: .money, aliases: ["map price", "map"])

    /// The feed of offers.
    public static let feed = Feed(
        key, title: "offers", of: .listing, shape: .snapshot, freshForDays: 2,
        withoutIt: "competitors' prices and the featured offer are unknown",
        columns: ownPrice, landedPrice, lowestCompetitorPrice, lowestLandedPrice, featuredOwner, featuredShare,
        minimumAdvertisedPrice)
}
