import FlywheelKit

/// Answers of Walmart's Marketplace interfaces, as saved to files. They are pages, so they speak for what they list.
extension DocumentKind {
    static let walmart = [
        walmartItems, walmartSearch, walmartUnpublished, walmartInventories, walmartInventory, walmartNodes,
        walmartQuality,
        walmartPrices,
    ]

    /// `/v3/items`: reasons are sentences.
    private static let walmartItems = DocumentKind(
        title: "Walmart items", markers: [["ItemResponse"]], records: ["ItemResponse"],
        tables: itemTables { item in
            let reasons = item["unpublishedReasons"]?["reason"]?.elements.compactMap(\.cell) ?? []
            return (item["publishedStatus"]?.cell, reasons.map { (code: nil, sentence: $0) })
        })

    /// `/v3/items/catalog/search`: reasons are codes.
    private static let walmartSearch = DocumentKind(
        title: "Walmart catalog search", markers: [["payload/publishedStatus/status"]], records: ["payload"],
        tables: itemTables { item in
            let status = item["publishedStatus"]
            let codes = status?["reasons"]?.elements.compactMap(\.cell) ?? []
            return (status?["status"]?.cell, codes.map { (code: $0, sentence: nil) })
        })

    private typealias Publication = (status: String?, reasons: [(code: String?, sentence: String?)])

    private static func itemTables(_ publication: @escaping @Sendable (JSONValue) -> Publication) -> [DocumentTable] {
        [
            DocumentTable(
                title: "Walmart listings", feed: Catalog.feed, channel: .walmart, isComplete: false,
                columns: [Catalog.title.name, Catalog.price.name, Catalog.status.name, Catalog.category.name]
            ) { item, _ in
                var row = walmartRow(of: item)
                row[Catalog.title] = item["productName"]?.cell
                row[Catalog.price] = walmartPrice(item["price"])?.cell
                row[Catalog.status] = [publication(item).status, item["lifecycleStatus"]?.cell].compactMap(\.self)
                    .joined(separator: " ")
                row[Catalog.category] = item["productType"]?.cell
                return [row]
            },
            DocumentTable(
                title: "Walmart unpublished listings", feed: SuppressedListings.feed, channel: .walmart,
                isComplete: false,
                columns: walmartIssueColumns, saysNone: true
            ) { item, _ in
                let (status, reasons) = publication(item)
                guard !isWalmartGivenUp(item["lifecycleStatus"]?.cell) else { return [walmartRow(of: item)] }
                return walmartIssues(walmartRow(of: item), status: status, since: nil, reasons: reasons)
            },
        ]
    }

    /// `/v3/insights/items/unpublished/items`: codes joined by commas, numbers as texts.
    private static let walmartUnpublished = DocumentKind(
        title: "Walmart unpublished items", markers: [["payload/unpublishReasons"]], records: ["payload"],
        tables: [
            DocumentTable(
                title: "Walmart unpublished items", feed: SuppressedListings.feed, channel: .walmart, isComplete: false,
                columns: walmartIssueColumns, saysNone: true
            ) { item, _ in
                guard !isWalmartGivenUp(item["lifecycleStatus"]?.cell) else { return [walmartRow(of: item)] }
                return walmartIssues(
                    walmartRow(of: item), status: item["publishStatus"]?.cell, since: item["unpublishedDate"]?.cell,
                    reasons: walmartCodes(item["unpublishReasons"]?.cell).map { (code: $0, sentence: nil) })
            }
        ])

    /// `/v3/inventories`, of all listings or of one, with a number for each place that holds some.
    private static let walmartInventories = DocumentKind(
        title: "Walmart inventories", markers: [["elements/inventories"]], records: ["elements/inventories"],
        tables: [nodeTable])
    private static let walmartNodes = DocumentKind(
        title: "Walmart inventory by node", markers: [["sku"], ["nodes/availToSellQty"]], tables: [nodeTable])

    private static let nodeTable = DocumentTable(
        title: "Walmart stock by node", feed: Stock.feed, channel: .walmart, isComplete: false,
        columns: [Stock.fulfillable.name, Stock.reservedForOrders.name]
    ) { item, _ in
        let nodes = item["nodes"]?.elements ?? []
        var row = walmartRow(of: item)
        row.setSum(of: nodes.map { $0["availToSellQty"]?["amount"]?.cell }, Stock.fulfillable)
        row.setSum(of: nodes.map { $0["reservedQty"]?["amount"]?.cell }, Stock.reservedForOrders)
        return [row]
    }

    /// `/v3/inventory`, of a listing that is in one place.
    private static let walmartInventory = DocumentKind(
        title: "Walmart inventory", markers: [["sku"], ["quantity/amount"]],
        tables: [
            DocumentTable(
                title: "Walmart stock", feed: Stock.feed, channel: .walmart, isComplete: false,
                columns: [Stock.fulfillable.name]
            ) { item, _ in
                var row = walmartRow(of: item)
                row[Stock.fulfillable] = item["quantity"]?["amount"]?.cell
                return [row]
            }
        ])

    /// `/v3/insights/items/listingQuality/items`: a score of 0 to 100, and what counts against it.
    private static let walmartQuality = DocumentKind(
        title: "Walmart listing quality", markers: [["payload/qualityScoreData"]], records: ["payload"],
        tables: [
            DocumentTable(
                title: "Walmart listing quality", feed: ListingQuality.feed, channel: .walmart, isComplete: false
            ) { item, _ in
                var row = walmartRow(of: item)
                row[ListingQuality.score] = item["qualityScoreData"]?["score"]?.cell.map { "\($0)%" }
                guard case .object(let groups) = item["scoreDetails"] else { return [row] }
                let counts = groups.compactMap { $0.value["issueCount"]?.cell }
                row.setSum(of: counts, ListingQuality.issues)
                return [row]
            }
        ])

    /// `/v3/price/getPricingInsights`, whose names are known from programs that read it.
    private static let walmartPrices = DocumentKind(
        title: "Walmart pricing insights",
        markers: [
            ["data/pricingInsightsResponseList/buyBoxTotalPrice", "payload/buyBoxTotalPrice", "items/buyBoxTotalPrice"]
        ], records: ["data/pricingInsightsResponseList", "payload", "items"],
        tables: [
            DocumentTable(
                title: "Walmart pricing insights", feed: Offers.feed, channel: .walmart, isComplete: false,
                columns: [Offers.featuredPrice.name, Offers.featuredShare.name, Offers.lowestCompetitorPrice.name]
            ) { item, _ in
                var row = walmartRow(of: item)
                row[Offers.featuredPrice] =
                    walmartPrice(item["buyBoxTotalPrice"])?.cell ?? item["buyBoxTotalPrice"]?.cell
                row[Offers.featuredShare] = item["buyBoxWinRate"]?.cell.map { $0.hasSuffix("%") ? $0 : "\($0)%" }
                row[Offers.lowestCompetitorPrice] =
                    walmartPrice(item["competitorPrice"])?.cell ?? item["competitorPrice"]?.cell
                return [row]
            }
        ])

    private static func walmartRow(of item: JSONValue) -> [String: String] {
        var row: [String: String] = [:]
        row[DocumentTable.Heading.code] = item["sku"]?.cell
        row[DocumentTable.Heading.product] = (item["itemId"] ?? item["wpid"])?.cell
        return row
    }

    /// An amount, whose currency some answers call its unit.
    private static func walmartPrice(_ value: JSONValue?) -> Price? {
        Price(value) ?? Price(value?["amount"]?.cell, value?["unit"]?.cell ?? "USD")
    }
}

/// The columns of Walmart's rows of issues.
let walmartIssueColumns = [
    SuppressedListings.status.name, SuppressedListings.issue.name, SuppressedListings.code.name,
    SuppressedListings.since.name,
]

/// Reason codes, which Walmart joins by commas.
func walmartCodes(_ cell: String?) -> [String] {
    (cell ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
}

/// The statuses in which a listing cannot be bought: two by which Walmart takes one off sale, and those before it is put on
/// sale, or put back.
let walmartNotOnSale: Set<String> = ["UNPUBLISHED", "SYSTEM_PROBLEM", "STAGE", "READY_TO_PUBLISH", "IN_PROGRESS"]

/// Whether a listing's life, `RETIRED` or `ARCHIVED`, says that it is gone by the seller's own will: nothing is the matter with it.
func isWalmartGivenUp(_ life: String?) -> Bool { life.map { $0.uppercased() != "ACTIVE" } ?? false }

/// A row for each reason why a listing is not published; a row that says there is none where it is.
func walmartIssues(
    _ row: [String: String], status: String?, since: String?, reasons: [(code: String?, sentence: String?)]
) -> [[String: String]] {
    var row = row
    switch status?.uppercased() {
    case let status? where walmartNotOnSale.contains(status): break
    case "PUBLISHED": return [row]
    default:
        row.setAside(
            .setAside, "found the status \(status ?? "of no name"), expected a published or unpublished listing")
        return [row]
    }
    row[SuppressedListings.status] = status
    row[SuppressedListings.since] = since
    if reasons.isEmpty { return [row] }
    return reasons.map { reason in
        var row = row
        row[SuppressedListings.code] = reason.code
        row[SuppressedListings.issue] = reason.sentence
        return row
    }
}
