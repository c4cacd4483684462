import FlywheelKit

/// Answers of Amazon's Listings Items API 2021-08-01, as saved to files. Unknown words are kept as they are, and what is
/// left out is unknown: the interface grows, and its own examples do not keep to its schema.
extension DocumentKind {
    /// `getListingsItem`: one listing.
    static let listingsItem = DocumentKind(
        title: "Amazon listings item",
        markers: [["sku"], ["summaries", "issues", "offers", "fulfillmentAvailability"]],
        strangers: ["submissionId"], tables: tables)

    /// `searchListingsItems`: a page of listings.
    static let listingsSearch = DocumentKind(
        title: "Amazon listings search", markers: [["items"], ["numberOfResults", "pagination"]],
        strangers: ["refinements"], records: ["items"], tables: tables)

    private static let tables = [
        DocumentTable(
            title: "Amazon listings items", feed: Catalog.feed, isComplete: false, isOfSeveralMarketplaces: true
        ) { item, _ in
            catalog(item)
        },
        DocumentTable(
            title: "Amazon listing issues", feed: SuppressedListings.feed, isComplete: false, saysNone: true,
            isOfSeveralMarketplaces: true
        ) { item, _ in
            let issues = issues(item)
            return issues + withoutIssues(item, besides: issues)
        },
        DocumentTable(
            title: "Amazon fulfillment availability", feed: Stock.feed, isComplete: false,
            isOfSeveralMarketplaces: true
        ) { item, _ in
            stock(item)
        },
    ]

    /// One row for each marketplace the listing is in.
    private static func catalog(_ item: JSONValue) -> [[String: String]] {
        let channels = item["fulfillmentAvailability"]?.elements ?? []
        return (item["summaries"]?.elements ?? []).map { summary in
            let marketplace = summary["marketplaceId"]?.cell
            let offer = offer(of: item, in: marketplace)
            var row = row(of: item, in: marketplace)
            row[DocumentTable.Heading.product] = summary["asin"]?.cell
            row[DocumentTable.Heading.currency] = offer?["price"]?["currencyCode"]?.cell
            row[Catalog.title] = summary["itemName"]?.cell
            row[Catalog.price] = offer?["price"]?["amount"]?.cell
            row[Catalog.status] = summary["status"].map { words($0) ?? "NOT BUYABLE" }
            row[Catalog.channel] = channels.first?["fulfillmentChannelCode"]?.cell
            row[Catalog.quantity] =
                channels.first { $0["fulfillmentChannelCode"]?.cell == "DEFAULT" }?["quantity"]?.cell
            row[Catalog.category] = summary["productType"]?.cell
            row[Catalog.opened] = summary["createdDate"]?.cell
            return row
        }
    }

    /// One row for each issue, attribute and marketplace; an issue that names none is of each the listing is in. What the
    /// marketplace does about the issue is its status; an error or warning it does nothing about yet is a quality alert, and a
    /// mere remark is no issue.
    private static func issues(_ item: JSONValue) -> [[String: String]] {
        (item["issues"]?.elements ?? []).flatMap { issue -> [[String: String]] in
            let enforcements = issue["enforcements"]
            let exemption = enforcements?["exemption"]
            let severity = issue["severity"]?.cell
            let isExempt = exemption?["status"]?.cell == "EXEMPT"
            let actions = (enforcements?["actions"]?.elements ?? []).compactMap { $0["action"]?.cell }
            if actions.isEmpty, severity == "INFO" { return [] }
            var said: [String: String] = [:]
            said[SuppressedListings.reason] = issue["categories"]?.elements.first?.cell
            said[SuppressedListings.issue] = issue["message"]?.cell
            said[SuppressedListings.severity] = severity
            said[SuppressedListings.exemptUntil] = exemption?["expiryDate"]?.cell
            // An exemption without an end means that nothing is enforced.
            let statuses = isExempt || actions.isEmpty ? ["quality alert"] : actions
            let code = issue["code"]?.cell
            let attributes = (issue["attributeNames"]?.elements ?? []).compactMap(\.cell)
            let codes: [String?] =
                attributes.isEmpty
                ? [code] : attributes.map { [code, $0].compactMap(\.self).joined(separator: "+") }
            let places = issue["marketplaceIds"]?.elements.map(\.cell) ?? marketplaces(of: item)
            return places.flatMap { marketplace in
                statuses.flatMap { status in
                    codes.map { code in
                        var row = row(of: item, in: marketplace).merging(said) { first, _ in first }
                        row[SuppressedListings.status] = status
                        row[SuppressedListings.code] = code
                        return row
                    }
                }
            }
        }
    }

    /// A row that says there are none for each marketplace of the listing that no issue is about. An answer without a list
    /// of issues was not asked for any.
    private static func withoutIssues(_ item: JSONValue, besides issues: [[String: String]]) -> [[String: String]] {
        let named = issues.map { $0[DocumentTable.Heading.marketplace] }
        guard item["issues"] != nil, !named.contains(nil) else { return [] }
        return marketplaces(of: item).filter { $0 != nil && !named.contains($0) }.map { row(of: item, in: $0) }
    }

    /// Units over all channels, in each marketplace of the listing. Where one of them has no number, such as Amazon's own
    /// warehouses, the stock is unknown, and there is no row.
    private static func stock(_ item: JSONValue) -> [[String: String]] {
        let quantities = (item["fulfillmentAvailability"]?.elements ?? []).map { $0["quantity"]?.cell }
        guard !quantities.isEmpty, !quantities.contains(nil) else { return [] }
        return marketplaces(of: item).map { marketplace in
            var row = row(of: item, in: marketplace)
            row.setSum(of: quantities, Stock.fulfillable)
            return row
        }
    }

    /// The marketplaces that the listing is in; one of no name where the answer does not say.
    private static func marketplaces(of item: JSONValue) -> [String?] {
        let named = (item["summaries"]?.elements ?? []).compactMap { $0["marketplaceId"]?.cell }
        return named.isEmpty ? [nil] : named
    }

    private static func row(of item: JSONValue, in marketplace: String?) -> [String: String] {
        let summaries = item["summaries"]?.elements ?? []
        var row: [String: String] = [:]
        row[DocumentTable.Heading.code] = item["sku"]?.cell
        row[DocumentTable.Heading.marketplace] = marketplace
        row[DocumentTable.Heading.product] =
            (summaries.first { $0["marketplaceId"]?.cell == marketplace } ?? summaries.first)?["asin"]?.cell
        return row
    }

    /// The offer to consumers; that to businesses only where there is no other.
    private static func offer(of item: JSONValue, in marketplace: String?) -> JSONValue? {
        let offers = (item["offers"]?.elements ?? []).filter { $0["marketplaceId"]?.cell == marketplace }
        return offers.first { $0["offerType"]?.cell == "B2C" } ?? offers.first
    }

    private static func words(_ array: JSONValue) -> String? {
        let words = array.elements.compactMap(\.cell)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
