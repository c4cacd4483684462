import FlywheelKit

/// Answers of Amazon's product pricing interface v0, as saved to files, alone or in batches.
extension DocumentKind {
    static let amazonPricing = [ownPrices, competitivePrices, offerLists, competitiveSummaries, expectedPrices]

    /// Notifications have members of the same names.
    private static let strangers = ["notificationType"]

    /// `getPricing`: the seller's own prices, by ASIN or by SKU.
    private static let ownPrices = DocumentKind(
        title: "Amazon prices", markers: [["payload/Product/Offers"]], strangers: strangers, records: ["payload"],
        tables: [
            DocumentTable(
                title: "Amazon own prices", feed: Offers.feed, isComplete: false, columns: OfferBoard.own,
                namesProducts: true, ofOneListing: OfferBoard.own, isOfSeveralMarketplaces: true
            ) { record, _ in
                let product = record["Product"]
                guard let product else { return [unanswered(record)] }
                return (product["Offers"]?.elements ?? []).map { offer in
                    var row = row(of: record)
                    row[DocumentTable.Heading.code] = offer["SellerSKU"]?.cell ?? row[DocumentTable.Heading.code]
                    guard isNew(offer["ItemCondition"]), OfferBoard.isCompared(offer) else {
                        row.setAside(.setAside, notCompared)
                        return row
                    }
                    let paid = offer["BuyingPrice"]
                    row[Offers.ownPrice] = Price(paid?["ListingPrice"])?.cell
                    row[Offers.landedPrice] =
                        Price(paid?["ListingPrice"]).flatMap { price in
                            paid.flatMap { Offer.landed($0, price) }
                        }?.cell
                    row[Offers.ownFulfillment] = fulfillmentWord(offer["FulfillmentChannel"]?.cell)
                    return row
                }
            }
        ])

    /// `getCompetitivePricing`: the featured offer of each product, and how many offers there are.
    private static let competitivePrices = DocumentKind(
        title: "Amazon competitive prices", markers: [["payload/Product/CompetitivePricing"]], strangers: strangers,
        records: ["payload"],
        tables: [
            DocumentTable(
                title: "Amazon featured prices", feed: Offers.feed, isComplete: false,
                columns: [Offers.featuredOwner.name, Offers.featuredPrice.name], namesProducts: true,
                isOfSeveralMarketplaces: true
            ) { record, _ in
                guard let pricing = record["Product"]?["CompetitivePricing"] else { return [unanswered(record)] }
                var row = row(of: record)
                let prices = pricing["CompetitivePrices"]?.elements ?? []
                guard let featured = prices.first(where: OfferBoard.isCompared) else {
                    if prices.isEmpty {
                        row[Offers.featuredOwner] = "NONE"
                    } else {
                        row.setAside(.setAside, notCompared)
                    }
                    return [row]
                }
                row[Offers.featuredOwner] = featured["belongsToRequester"].map {
                    $0 == .flag(true) ? "SELF" : "COMPETITOR"
                }
                row[Offers.featuredPrice] =
                    featured["Price"].flatMap { price in
                        Price(price["ListingPrice"]).flatMap { Offer.landed(price, $0) }
                    }?.cell
                return [row]
            }
        ])

    /// `getListingOffers`, `getItemOffers` and their batches: the offers of a product, up to twenty.
    private static let offerLists = DocumentKind(
        title: "Amazon offers", markers: [["payload/Summary", "responses/body/payload/Summary"]], strangers: strangers,
        records: ["payload", "responses"],
        tables: [
            DocumentTable(
                title: "Amazon offers of a product", feed: Offers.feed, isComplete: false,
                columns: OfferBoard.columns, namesProducts: true, ofOneListing: OfferBoard.own,
                isOfSeveralMarketplaces: true
            ) { record, frame in
                let answer = record["body"]?["payload"] ?? record
                guard let summary = answer["Summary"] else { return [unanswered(record)] }
                var row = row(of: answer)
                guard isNew(answer["ItemCondition"]), !isOfBusinesses(summary) else {
                    row.setAside(.setAside, notCompared)
                    return [row]
                }
                // Where a listing was asked for, its offer is marked, so that what is not marked is another seller's.
                OfferBoard(
                    answer["Offers"], summary: summary, seller: frame.seller, marksOwn: answer["SKU"] != nil
                ).fill(&row)
                return [row]
            }
        ])

    /// Why a row is left out that is about used goods or about businesses.
    static let notCompared =
        "found offers of goods that are not new, or to businesses, expected new goods for consumers"

    /// Whether prices are for businesses: the offers themselves do not say so.
    private static func isOfBusinesses(_ summary: JSONValue) -> Bool {
        (summary["LowestPrices"]?.elements ?? []).contains { $0[anyCase: "offerType"]?.cell?.uppercased() == "B2B" }
    }

    private static func isNew(_ condition: JSONValue?) -> Bool { condition?.cell.map(OfferBoard.isNew) ?? true }

    /// What an answer is about. Where it says why it holds nothing, the row says so.
    private static func row(of answer: JSONValue) -> [String: String] {
        var row: [String: String] = [:]
        let identifiers = answer["Product"]?["Identifiers"]
        let single = answer["Identifier"]
        let sku = answer["SellerSKU"] ?? answer["SKU"] ?? identifiers?["SKUIdentifier"]?["SellerSKU"]
        row[DocumentTable.Heading.code] = sku?.cell ?? single?["SellerSKU"]?.cell
        row[DocumentTable.Heading.product] =
            (answer["ASIN"] ?? identifiers?["MarketplaceASIN"]?["ASIN"] ?? single?["ASIN"])?.cell
        row[DocumentTable.Heading.marketplace] =
            (identifiers?["MarketplaceASIN"]?["MarketplaceId"] ?? answer["marketplaceId"] ?? single?["MarketplaceId"])?
            .cell
        return row
    }

    /// A row for what was asked and not answered.
    static func unanswered(_ record: JSONValue) -> [String: String] {
        let body = record["body"] ?? record
        let error = body["errors"]?.elements.first ?? body["Error"]
        let code = error?[anyCase: "code"]?.cell ?? body["status"]?.cell ?? "no answer"
        var row: [String: String] = [:]
        row[DocumentTable.Heading.code] = (record["request"]?["sku"] ?? body["SellerSKU"] ?? body["SKU"])?.cell
        row[DocumentTable.Heading.product] = body[anyCase: "asin"]?.cell
        let message = error?[anyCase: "message"]?.cell.map { ": \($0)" } ?? ""
        row.setAside(.notAnswered, "found \(code)\(message)")
        return row
    }
}
