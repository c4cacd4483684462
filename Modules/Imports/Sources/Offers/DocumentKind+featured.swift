import FlywheelKit

/// Answers of Amazon's product pricing interface 2022-05-01.
extension DocumentKind {
    /// `getCompetitiveSummary`: featured offers by who looks from where, reference prices, and the lowest offers.
    ///
    /// Several offers may be featured at once. Shown as the featured one is that which most of the page views see; the own
    /// share is what all own ones together have of them.
    static let competitiveSummaries = DocumentKind(
        title: "Amazon competitive summary",
        markers: [
            ["featuredBuyingOptions", "referencePrices", "lowestPricedOffers"].map { "responses/body/\($0)" }
        ], records: ["responses"],
        tables: [
            DocumentTable(
                title: "Amazon featured offers", feed: Offers.feed, isComplete: false,
                columns: [
                    Offers.ownPrice.name, Offers.landedPrice.name, Offers.ownFulfillment.name,
                    Offers.lowestCompetitorPrice.name,
                    Offers.lowestLandedPrice.name, Offers.featuredOwner.name, Offers.featuredShare.name,
                    Offers.featuredPrice.name, Offers.featuredFulfillment.name, Offers.referencePrice.name,
                ], namesProducts: true, ofOneListing: OfferBoard.own, isOfSeveralMarketplaces: true
            ) { record, frame in
                guard let body = record["body"], body["errors"] == nil else { return [unanswered(record)] }
                var row: [String: String] = [:]
                row[DocumentTable.Heading.product] = body["asin"]?.cell
                row[DocumentTable.Heading.marketplace] = body["marketplaceId"]?.cell
                let lowest = (body["lowestPricedOffers"]?.elements ?? []).first { list in
                    let asked = list["lowestPricedOffersInput"]
                    return asked?["itemCondition"]?.cell.map(OfferBoard.isNew) ?? true
                        && asked?["offerType"]?.cell?.lowercased() != "business"
                }
                OfferBoard(lowest?["offers"], summary: nil, seller: frame.seller).fill(&row)
                row[Offers.competitors] = nil
                row[Offers.referencePrice] = referencePrice(body)
                fillFeatured(&row, body, seller: frame.seller)
                return [row]
            }
        ])

    private static func referencePrice(_ body: JSONValue) -> String? {
        let prices = body["referencePrices"]?.elements ?? []
        let named = ["CompetitivePriceThreshold", "CompetitivePrice"].lazy.compactMap { name in
            prices.first { $0["name"]?.cell == name }
        }
        return Price(named.first?["price"])?.cell
    }

    private static func fillFeatured(_ row: inout [String: String], _ body: JSONValue, seller: String?) {
        guard let options = body["featuredBuyingOptions"]?.elements else { return }
        let new = options.filter { $0["buyingOptionType"]?.cell.map(OfferBoard.isNew) ?? true }
        let offers = new.flatMap { $0["segmentedFeaturedOffers"]?.elements ?? [] }.filter(OfferBoard.isCompared)
        let weighed = offers.map { (offer: Offer($0), weight: weight(of: $0)) }
        guard let most = weighed.map({ $0.weight ?? 0 }).max(),
            let shown = weighed.first(where: { $0.weight ?? 0 == most })?.offer
        else {
            row[Offers.featuredOwner] = "NONE"
            return
        }
        row[Offers.featuredPrice] = shown.landed?.cell
        row[Offers.featuredFulfillment] = shown.fulfillment
        guard let seller else { return }
        row[Offers.featuredOwner] = shown.seller == seller ? "SELF" : "COMPETITOR"
        guard weighed.contains(where: { $0.weight != nil }) else { return }
        let own = weighed.filter { $0.offer?.seller == seller }.compactMap(\.weight).reduce(0, +)
        row[Offers.featuredShare] = "\(own)%"
    }

    /// The percentage of page views that see an offer featured; `nil` where no segment says.
    private static func weight(of offer: JSONValue) -> Int? {
        let weights = (offer["featuredOfferSegments"]?.elements ?? []).compactMap {
            $0["segmentDetails"]?["glanceViewWeightPercentage"]?.cell.flatMap { Int($0.prefix { $0 != "." }) }
        }
        return weights.isEmpty ? nil : weights.reduce(0, +)
    }

    /// `getFeaturedOfferExpectedPriceBatch`: the price at which the own offer is expected to be featured. Of several
    /// places that were asked about, the first counts.
    static let expectedPrices = DocumentKind(
        title: "Amazon expected prices", markers: [["responses/body/featuredOfferExpectedPriceResults"]],
        records: ["responses"],
        tables: [
            DocumentTable(
                title: "Amazon featured offer expected prices", feed: Offers.feed, isComplete: false,
                columns: [
                    Offers.expectedFeaturedPrice.name, Offers.eligibility.name, Offers.featuredOwner.name,
                    Offers.featuredPrice.name, Offers.featuredFulfillment.name, Offers.ownFulfillment.name,
                ], isOfSeveralMarketplaces: true
            ) { record, _ in
                guard let body = record["body"], let result = body["featuredOfferExpectedPriceResults"]?.elements.first
                else {
                    return [unanswered(record)]
                }
                var row: [String: String] = [:]
                let own = body["offerIdentifier"]
                row[DocumentTable.Heading.code] = (own?["sku"] ?? record["request"]?["sku"])?.cell
                row[DocumentTable.Heading.product] = own?["asin"]?.cell
                row[DocumentTable.Heading.marketplace] =
                    (own?["marketplaceId"] ?? record["request"]?["marketplaceId"])?.cell
                row[Offers.ownFulfillment] = own?["fulfillmentType"]?.cell
                row[Offers.eligibility] = result["resultStatus"]?.cell
                row[Offers.expectedFeaturedPrice] =
                    Price(result["featuredOfferExpectedPrice"]?["listingPrice"])?.cell
                guard let current = result["currentFeaturedOffer"] else { return [row] }
                let holder = current["offerIdentifier"]
                row[Offers.featuredFulfillment] = holder?["fulfillmentType"]?.cell
                if let seller = own?["sellerId"]?.cell, let other = holder?["sellerId"]?.cell {
                    row[Offers.featuredOwner] = other == seller ? "SELF" : "COMPETITOR"
                }
                row[Offers.featuredPrice] =
                    current["price"].flatMap { price in
                        Price(price["listingPrice"]).flatMap { Offer.landed(price, $0) }
                    }?.cell
                return [row]
            }
        ])
}
