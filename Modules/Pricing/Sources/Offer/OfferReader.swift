import FlywheelKit

/// Reads the offers of a chunk's listings; its columns are looked up once.
struct OfferReader {
    private let price: Values<Money>
    private let landed: Values<Money>
    private let discount: Values<Money>
    private let lowest: Values<Money>
    private let lowestLanded: Values<Money>
    private let owner: Values<String>
    private let featured: Values<Money>
    private let expected: Values<Money>
    private let reference: Values<Money>
    private let competitors: Values<Int>
    private let fulfillment: Values<String>
    private let featuredFulfillment: Values<String>
    private let eligibility: Values<String>
    private let packSize: Values<Int>
    private let competitorPackSize: Values<Int>
    private let catalogPrice: Values<Money>
    private let status: Values<String>
    private let limits: LimitReader
    /// Whether advertised prices are watched on the chunk's marketplace; elsewhere they are nobody's business.
    private let watchesAdvertised: Bool

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        let name = Marketplace.named(chunk.marketplace)?.name ?? chunk.marketplace
        let country = name.uppercased().split(separator: "-").last.map(String.init) ?? ""
        watchesAdvertised = knobs.mapMarketplaces.contains { $0.uppercased() == country }
        price = chunk[Offers.ownPrice]
        landed = chunk[Offers.landedPrice]
        discount = chunk[Offers.discount]
        lowest = chunk[Offers.lowestCompetitorPrice]
        lowestLanded = chunk[Offers.lowestLandedPrice]
        owner = chunk[Offers.featuredOwner]
        featured = chunk[Offers.featuredPrice]
        expected = chunk[Offers.expectedFeaturedPrice]
        reference = chunk[Offers.referencePrice]
        competitors = chunk[Offers.competitors]
        fulfillment = chunk[Offers.ownFulfillment]
        featuredFulfillment = chunk[Offers.featuredFulfillment]
        eligibility = chunk[Offers.eligibility]
        packSize = chunk[Offers.packSize]
        competitorPackSize = chunk[Offers.competitorPackSize]
        catalogPrice = chunk[Catalog.price]
        status = chunk[Catalog.status]
        limits = LimitReader(chunk)
    }

    /// Whether the catalogue says that the listing is on sale; `nil` where it says nothing.
    func isActive(_ row: Int) -> Bool? { ListingStatus.isOnSale(status[row]) }

    /// Whether a file says who is featured in words that cannot be read, a seller's name or id: it may be anybody.
    func saysOwnerUnread(_ row: Int) -> Bool {
        owner[row].map { FeaturedOwner(reported: $0) == nil } ?? false
    }

    /// The offer of a listing. Where the offers file has no own price, the catalogue's stands for it.
    func offer(of row: Int) -> Offer {
        let price = price[row] ?? catalogPrice[row]
        let limits = limits.limits(of: row, in: price?.currency, watchesAdvertised: watchesAdvertised)
        return Offer(
            price: price, landed: landed[row], discount: discount[row], lowest: lowest[row],
            lowestLanded: lowestLanded[row], owner: owner[row].flatMap(FeaturedOwner.init(reported:)),
            featured: featured[row], expected: expected[row], reference: reference[row],
            competitors: competitors[row],
            fulfillment: fulfillment[row].flatMap(PriceSituation.Fulfillment.init(reported:)),
            featuredFulfillment: featuredFulfillment[row].flatMap(PriceSituation.Fulfillment.init(reported:)),
            isEligible: eligibility[row].flatMap(Eligibility.isEligible(reported:)), packSize: packSize[row],
            competitorPackSize: competitorPackSize[row], cost: limits.costs.cost, fees: limits.costs.fees,
            floor: limits.floor, ceiling: limits.ceiling, minimumAdvertised: limits.minimumAdvertisedPrice,
            terms: limits.costs.terms, foreign: limits.foreign.isEmpty ? nil : limits.foreign)
    }
}

extension PriceSituation.Fulfillment {
    /// Reads who ships an offer as reported; `nil` for any other text.
    init?(reported text: String) {
        switch text.folded {
        case "afn", "fba", "amazon", "amazonna", "amazoneu", "amazonjp", "marketplace", "wfs": self = .marketplace
        case "mfn", "fbm", "merchant", "default", "seller": self = .seller
        default: return nil
        }
    }
}

/// What a source says about whether an offer may be featured.
enum Eligibility {
    /// Reads it as reported: the statuses of Amazon's featured offer expected price, those of its listings' issues, and yes
    /// or no. `nil` for any other text.
    static func isEligible(reported text: String) -> Bool? {
        switch text.folded {
        case "validfoep", "nocompetingoffers", "yes", "true", "eligible": true
        case "offernoteligible", "asinnoteligible", "buyboxdisqualification", "noteligible", "ineligible", "no",
            "false":
            false
        default: nil
        }
    }
}
