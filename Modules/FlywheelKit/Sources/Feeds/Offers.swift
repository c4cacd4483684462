/// What a listing is offered at beside its competitors: one row for each listing. Marketplaces answer for a few listings at a
/// time and tell of changes one by one.
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
    /// The price with shipping of the offer that the product page features.
    public static let featuredPrice = Column<Money>(
        "featured-offer-price", in: key, unit: .money,
        aliases: ["buy box price", "buy box landed price", "featured offer landed price"])
    /// The price at which the marketplace expects the seller's own offer to be featured.
    public static let expectedFeaturedPrice = Column<Money>(
        "expected-featured-price", in: key, unit: .money, aliases: ["featured offer expected price", "foep"])
    /// What the marketplace compares prices with, at home or elsewhere: above it nobody may be featured.
    public static let referencePrice = Column<Money>(
        "reference-price", in: key, unit: .money, aliases: ["competitive price threshold", "comparison price"])
    /// What a buyer is taken off the own price at checkout, a unit: coupons and the like.
    public static let discount = Column<Money>(
        "discount", in: key, unit: .money, aliases: ["coupon", "coupon value", "promotion discount"])
    /// Who ships the seller's own offer: `AFN` or `FBA` is the marketplace, `MFN` or `FBM` the seller.
    public static let ownFulfillment = Column<String>("own-fulfillment", in: key, aliases: ["own fulfilment"])
    /// Who ships the featured offer, in the same words.
    public static let featuredFulfillment = Column<String>(
        "featured-offer-fulfillment", in: key, aliases: ["buy box fulfillment", "featured offer fulfilment"])
    /// Offers of other sellers in the same condition.
    public static let competitors = Column<Int>(
        "competitors", in: key, aliases: ["competing offers", "number of competitors"])
    /// What the source says about whether the own offer may be featured, in its words: `OFFER_NOT_ELIGIBLE`,
    /// `BuyBoxDisqualification`, `Yes`.
    public static let eligibility = Column<String>(
        "featured-offer-eligibility", in: key, aliases: ["buy box eligible", "eligibility", "result status"])
    /// How many pieces the own offer holds.
    public static let packSize = Column<Int>("pack-size", in: key, aliases: ["own pack size", "units per pack"])
    /// How many pieces the competitor's offer holds that the lowest price is of.
    public static let competitorPackSize = Column<Int>("competitor-pack-size", in: key, aliases: ["lowest pack size"])
    /// The lowest price that its maker lets anybody advertise.
    public static let minimumAdvertisedPrice = Column<Money>(
        "minimum-advertised-price", in: key, unit: .money, aliases: ["map price", "map"])

    /// The own price day by day, else the listing's.
    public static let ownPrices = Series("offers.own-price", from: ownPrice, Catalog.price)
    /// The own price with shipping day by day.
    public static let landedPrices = Series("offers.landed-price", from: landedPrice, ownPrice)
    /// The lowest price of a competitor day by day, with shipping where the source says it.
    public static let lowestPrices = Series("offers.lowest-price", from: lowestLandedPrice, lowestCompetitorPrice)

    /// The pieces of the own offer and of a competitor's: one each where neither pack is known, `nil` where packs cannot be
    /// compared.
    public static func packs(own: Int?, competitor: Int?) -> (own: Int, competitor: Int)? {
        switch (own, competitor) {
        case (let own?, let other?) where own > 0 && other > 0: (own, other)
        case (nil, nil), (1, nil): (1, 1)
        default: nil
        }
    }

    /// What as many pieces as the own offer holds cost where a competitor's offer asks so much: rounded down, so that who asks
    /// that is no dearer by the piece. `nil` where packs cannot be compared.
    public static func price(_ price: Money, ownPack: Int?, competitorPack: Int?) -> Money? {
        guard let packs = packs(own: ownPack, competitor: competitorPack) else { return nil }
        let pieces = Int128(price.minorUnits) * Int128(packs.own)
        return Int64(exactly: pieces / Int128(packs.competitor)).map { Money(minorUnits: $0, price.currency) }
    }

    /// The feed of offers.
    public static let feed = Feed(
        key, title: "offers", of: .listing, shape: .snapshot, freshForDays: 2, decidesByRow: true,
        withoutIt: "competitors' prices and the featured offer are unknown", untoldOn: ["shopify", "ebay"],
        columns: ownPrice, landedPrice, lowestCompetitorPrice, lowestLandedPrice, featuredOwner, featuredShare,
        featuredPrice, expectedFeaturedPrice, referencePrice, discount, ownFulfillment, featuredFulfillment,
        competitors, eligibility, packSize, competitorPackSize, minimumAdvertisedPrice)
}
