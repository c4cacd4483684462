/// A report that people mix up with those that are read, so that the answer is its name and not a list of headings.
struct ForeignReport: Sendable {
    let title: String
    /// Headings of which each must be there.
    let markers: [HeadingName]

    private static let all = [
        ForeignReport(title: "Amazon's inventory ledger, summary", markers: ["starting warehouse balance", "msku"]),
        ForeignReport(title: "Amazon's inventory ledger, details", markers: ["unreconciled quantity", "event type"]),
        ForeignReport(title: "Amazon's storage fees", markers: ["month of charge", "storage rate"]),
        ForeignReport(title: "Amazon's storage overage fees", markers: ["charged date", "overage volume"]),
        ForeignReport(title: "Amazon's inbound problems", markers: ["fba shipment id", "problem type"]),
        ForeignReport(
            title: "Amazon's stranded stock as a template for uploads (use the report for people instead)",
            markers: ["add delete", "product tax code", "leadtime to ship"]),
        ForeignReport(title: "Amazon's customer returns", markers: ["return date", "license plate number"]),
        ForeignReport(title: "Amazon's customer returns", markers: ["return request date", "amazon rma id"]),
        ForeignReport(title: "Amazon's seller feedback", markers: ["rater email", "rating"]),
    ]

    /// Documents in JSON, by ways to members; see ``DocumentKind``. The first that fits is meant.
    private static let documents: [(title: String, ways: [String])] = [
        ("an answer to a change of a listing", ["submissionId", "status"]),
        ("a search of Amazon's whole catalog", ["refinements", "items"]),
        ("an item of Amazon's catalog", ["asin", "summaries"]),
        ("Amazon's account health", ["accountStatuses", "performanceMetrics"]),
        ("an Amazon report of another kind", ["reportSpecification"]),
        ("Amazon orders of the interface of 2026 (use the report of all orders)", ["orders"]),
        ("an Amazon order of the interface of 2026 (use the report of all orders)", ["order"]),
        ("Amazon's order metrics, of the whole store", ["payload/interval", "payload/unitCount"]),
        ("Amazon's fee estimates", ["payload/FeesEstimateResult"]),
        ("Amazon's fee estimates", ["FeesEstimate"]),
        ("Amazon's financial transactions", ["payload/transactions"]),
        ("Amazon's financial transactions", ["transactions"]),
        ("Amazon's balances", ["balances"]),
        ("restrictions of what may be sold", ["restrictions"]),
        ("an account's marketplaces", ["payload/marketplace", "payload/participation"]),
        ("an account of Amazon's", ["payload/marketplaceParticipationList"]),
        ("a list of reports and not a report", ["reports"]),
        ("a list of reports and not a report", ["reportSchedules"]),
        ("the answer to a request for a report", ["reportId"]),
        ("the answer to a request for a report", ["reportScheduleId"]),
        ("the address of a report, and not the report", ["reportDocumentId"]),
        ("an answer about a feed", ["feedId"]),
        ("an answer about a feed", ["feedDocumentId"]),
        ("a list of feeds", ["feeds"]),
        ("an answer about a query", ["queryId"]),
        ("a list of queries", ["queries"]),
        ("the address of a query's answer, and not the answer", ["documentId", "documentUrl"]),
        ("an answer about a subscription", ["payload/subscriptionId"]),
        ("an answer about a destination of notifications", ["payload/destinationId"]),
        ("a token", ["restrictedDataToken"]),
        ("Amazon's ways to write to a buyer", ["_links"]),
        ("Amazon's reviews or returns by topic", ["topics"]),
        ("Amazon's reviews or returns by topic", ["reviewTrends"]),
        ("Amazon's reviews or returns by topic", ["returnTrends"]),
        ("Amazon's returns", ["returns"]),
        ("Walmart's returns", ["returnOrders"]),
        ("Walmart's orders of the interface (use Seller Center's export of orders)", ["list/elements/order"]),
        ("an event of Walmart's (use the report of items, or of the buy box)", ["source/eventType", "payload"]),
        ("an answer about Walmart's fulfillment", ["payload/inboundOrderId"]),
        ("an answer about Walmart's fulfillment", ["payload/shipmentId"]),
        ("an answer about Walmart's fulfillment", ["header", "payload"]),
        ("the answer to a change of a Walmart price", ["ItemPriceResponse"]),
        ("an answer with the errors that were found in a request", ["errors"]),
        ("an answer with the errors that were found in a request", ["responses/body/errors"]),
        ("counts of Walmart's unpublished items, without the items", ["payload/unpublishedCount"]),
        ("Walmart's listing quality of a whole store", ["payload/overAllQuality"]),
        ("Walmart's items that are in demand", ["payload/items/rank"]),
        ("Walmart's groups of variants", ["payload/variantGroupId"]),
        ("Walmart's listing quality by brand or category", ["payload/count"]),
        ("Walmart's listing quality by brand or category", ["payload/offerCount"]),
        ("the address of a Walmart report, and not the report", ["downloadURL"]),
        ("the answer to a request for a Walmart report", ["requestId", "reportType"]),
        ("a list of requests for Walmart reports", ["requests/requestId"]),
        ("an access token, which no file should hold", ["access_token"]),
        ("a list of subscriptions to Walmart's events", ["events/eventType"]),
        ("Walmart's ship nodes of items", ["items/associations"]),
        ("a search of Walmart's whole catalog", ["items/isMarketPlaceItem"]),
        ("Walmart's tree of categories", ["payload/subcategory"]),
    ]

    /// The report with these headings; nil for one that nobody expects.
    static func of(_ headings: Headings) -> ForeignReport? {
        all.first { $0.markers.allSatisfy { headings.count(in: [$0]) > 0 } }
    }

    /// What a document with these ways to members is, in small letters; nil for one that nobody expects.
    static func document(_ ways: Set<String>) -> String? {
        documents.first { $0.ways.allSatisfy { ways.contains($0.lowercased()) } }?.title
    }
}
