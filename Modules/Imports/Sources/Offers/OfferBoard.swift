import FlywheelKit

/// The offers of one product in new condition, with what the source sums up about them, as columns of the feed of offers.
///
/// Read are offers to consumers of goods in new condition: a price for businesses or of used goods is another price, and is
/// never compared with these.
struct OfferBoard {
    /// The columns that it fills.
    static let columns: [String] = [
        Offers.ownPrice.name, Offers.landedPrice.name, Offers.lowestCompetitorPrice.name, Offers.lowestLandedPrice.name,
        Offers.featuredOwner.name, Offers.featuredPrice.name, Offers.referencePrice.name, Offers.ownFulfillment.name,
        Offers.featuredFulfillment.name, Offers.competitors.name,
    ]
    /// Those of them that are of one listing and not of its product.
    static let own = [Offers.ownPrice.name, Offers.landedPrice.name, Offers.ownFulfillment.name]

    let offers: [Offer]
    let summary: JSONValue?
    /// The id of the seller whose offers are the own ones, where it is known.
    let seller: String?
    /// Whether the source marks the own offers, so that those without a mark are other sellers'.
    let marksOwn: Bool

    init(_ offers: JSONValue?, summary: JSONValue?, seller: String?, marksOwn: Bool = false) {
        self.offers = (offers?.elements ?? []).filter(Self.isCompared).compactMap(Offer.init)
        self.summary = summary
        self.seller = seller
        self.marksOwn = marksOwn || self.offers.contains { $0.isMarkedOwn == true }
    }

    /// Whether an entry is about consumers and new goods; what names no condition is as the answer around it says.
    static func isCompared(_ entry: JSONValue) -> Bool {
        let condition = entry[anyCase: "condition"] ?? entry[anyCase: "subCondition"]
        return (condition?.cell.map(isNew) ?? true) && entry[anyCase: "offerType"]?.cell?.uppercased() != "B2B"
    }

    static func isNew(_ condition: String) -> Bool { condition.lowercased() == "new" }

    /// Whether an offer is the seller's own; nil where nothing tells.
    private func isOwn(_ offer: Offer) -> Bool? {
        if let isOwn = offer.isMarkedOwn { return isOwn }
        if let seller, let other = offer.seller { return other == seller }
        return marksOwn ? false : nil
    }

    func fill(_ row: inout [String: String]) {
        let own = offers.filter { isOwn($0) == true }.min { ($0.landed ?? $0.price) < ($1.landed ?? $1.price) }
        row[Offers.ownPrice] = own?.price.cell
        row[Offers.landedPrice] = own?.landed?.cell
        row[Offers.ownFulfillment] = own?.fulfillment
        if offers.allSatisfy({ isOwn($0) != nil }) {
            let others = offers.filter { isOwn($0) == false }
            row[Offers.lowestCompetitorPrice] = others.map(\.price).min()?.cell
            row[Offers.lowestLandedPrice] = others.compactMap(\.landed).min()?.cell
            row[Offers.competitors] = competitors.map(String.init)
        }
        row[Offers.referencePrice] = Price(summary?[anyCase: "competitivePriceThreshold"])?.cell
        fillFeatured(&row, own: own)
    }

    /// Other sellers' offers. Counts of all offers count the own one as well, and a list ends with the twentieth.
    private var competitors: Int? {
        let own = offers.count { isOwn($0) == true }
        let counts = (summary?[anyCase: "numberOfOffers"]?.elements ?? []).filter(Self.isCompared)
        let total = counts.compactMap { $0[anyCase: "offerCount"]?.cell.flatMap { Int($0) } }.reduce(0, +)
        if total <= offers.count { return offers.count < Self.mostListed ? offers.count - own : nil }
        return own > 0 ? total - own : nil
    }

    /// How many offers Amazon lists.
    private static let mostListed = 20

    /// The featured offer: the one marked so, else the one whose price with shipping the summary gives.
    private func fillFeatured(_ row: inout [String: String], own: Offer?) {
        if let marked = offers.first(where: { $0.isFeatured == true }) {
            row[Offers.featuredOwner] = isOwn(marked).map { $0 ? "SELF" : "COMPETITOR" }
            row[Offers.featuredPrice] = marked.landed?.cell
            row[Offers.featuredFulfillment] = marked.fulfillment
            return
        }
        let prices = (summary?[anyCase: "buyBoxPrices"]?.elements ?? []).filter(Self.isCompared)
        guard let featured = prices.first, let price = Price(featured[anyCase: "listingPrice"]),
            let landed = Offer.landed(featured, price)
        else {
            // A summary that names no featured offer says that there is none.
            row[Offers.featuredOwner] = summary == nil ? nil : "NONE"
            return
        }
        row[Offers.featuredPrice] = landed.cell
        let candidates = offers.filter { $0.landed == landed }
        row[Offers.featuredFulfillment] = candidates.count == 1 ? candidates[0].fulfillment : nil
        if let holder = featured[anyCase: "sellerId"]?.cell, let seller {
            row[Offers.featuredOwner] = holder == seller ? "SELF" : "COMPETITOR"
        } else if !candidates.isEmpty, Set(candidates.map(isOwn)).count == 1, let isOwn = isOwn(candidates[0]) {
            row[Offers.featuredOwner] = isOwn ? "SELF" : "COMPETITOR"
        } else if candidates.isEmpty, own != nil {
            // Whoever has it, the own offer costs something else.
            row[Offers.featuredOwner] = "COMPETITOR"
        }
    }
}
