import FlywheelKit

/// GET_V2_SELLER_PERFORMANCE_REPORT: how Amazon judges an account, marketplace by marketplace. Its examples and its schema
/// call several members differently; both names are read.
extension DocumentKind {
    static let accountHealth = DocumentKind(
        title: "Amazon account health", markers: [["performanceMetrics"], ["accountStatuses"]],
        records: ["accountStatuses", "performanceMetrics"],
        tables: [
            DocumentTable(title: "Amazon account health", feed: AccountMetrics.feed, isOfSeveralMarketplaces: true) {
                record, _ in
                let marketplace = record["marketplaceId"]?.cell
                if let status = record["status"]?.cell {
                    return [row("account-status", in: marketplace, status: status)]
                }
                return measures.flatMap { measure in
                    measure.members.flatMap { name in
                        record[name].map { measure.rows($0, marketplace) } ?? []
                    }
                }
            }
        ])

    /// A member of the report and what its numbers are called.
    private struct Measure {
        let name: String
        let members: [String]
        var count = ["defectsCount"]
        var whole = ["orderCount"]

        init(_ name: String, _ members: String..., count: [String]? = nil, whole: [String]? = nil) {
            self.name = name
            self.members = members
            if let count { self.count = count }
            if let whole { self.whole = whole }
        }

        /// One row, or one for each way orders are fulfilled.
        func rows(_ value: JSONValue, _ marketplace: String?) -> [[String: String]] {
            let ways = ["mfn", "afn"].compactMap { way in value[way].map { (way, $0) } }
            if !ways.isEmpty { return ways.map { row("\(name)-\($0.0)", $0.1, marketplace) } }
            return [row(name, value, marketplace)]
        }

        private func row(_ name: String, _ value: JSONValue, _ marketplace: String?) -> [String: String] {
            let status = value["status"]?.cell ?? value["ahrStatus"]?.cell ?? value["accountHealthRatingStatus"]?.cell
            var row = DocumentKind.row(name, in: marketplace, status: status)
            row[AccountMetrics.count] = number(count, of: value)
            row[AccountMetrics.whole] = number(whole, of: value)
            row[AccountMetrics.rate] = value["rate"]?.cell
            row[AccountMetrics.target] = value["targetValue"]?.cell
            row[AccountMetrics.condition] = value["targetCondition"]?.cell
            let range = value["reportingDateRange"]
            row[AccountMetrics.from] = range?["reportingDateFrom"]?.cell.map { String($0.prefix(10)) }
            row[AccountMetrics.until] = range?["reportingDateTo"]?.cell.map { String($0.prefix(10)) }
            return row
        }

        /// The first of the members that is there; what holds a count and its own verdict gives the count.
        private func number(_ names: [String], of value: JSONValue) -> String? {
            for name in names {
                if let member = value[name] { return member["count"]?.cell ?? member.cell }
            }
            return nil
        }
    }

    private static let measures: [Measure] = [
        Measure("order-defect-rate", "orderDefectRate", count: ["orderWithDefects"]),
        Measure("late-shipment-rate", "lateShipmentRate", count: ["lateShipmentCount"]),
        Measure(
            "pre-fulfillment-cancellation-rate", "preFulfillmentCancellationRate", "prefulfillmentCancelRate",
            count: ["cancellationCount"]),
        Measure("invoice-defect-rate", "invoiceDefectRate", count: ["invoiceDefect"]),
        Measure(
            "on-time-delivery-rate", "onTimeDeliveryRate", count: ["onTimeDeliveryCount"],
            whole: ["shipmentCountWithValidTracking"]),
        Measure(
            "unit-on-time-delivery-rate", "unitOnTimeDeliveryRate", count: ["unitOnTimeDeliveryCount"],
            whole: ["totalUnitCount"]),
        Measure(
            "valid-tracking-rate", "validTrackingRate", count: ["validTrackingCount"], whole: ["shipmentCount"]),
        Measure("listing-policy-violations", "listingPolicyViolations"),
        Measure("received-intellectual-property-complaints", "receivedIntellectualPropertyComplaints"),
        Measure("suspected-intellectual-property-violations", "suspectedIntellectualPropertyViolations"),
        Measure("product-authenticity-complaints", "productAuthenticityCustomerComplaints"),
        Measure("product-condition-complaints", "productConditionCustomerComplaints"),
        Measure("product-safety-complaints", "productSafetyCustomerComplaints"),
        Measure("food-and-product-safety-issues", "foodAndProductSafetyIssues"),
        Measure("restricted-product-policy-violations", "restrictedProductPolicyViolations"),
        Measure("other-policy-violations", "otherPolicyViolations"),
        Measure("document-requests", "documentRequests", "documentRequest"),
        Measure("account-health-rating", "accountHealthRating"),
    ]

    private static func row(_ metric: String, in marketplace: String?, status: String?) -> [String: String] {
        var row: [String: String] = [:]
        row[DocumentTable.Heading.marketplace] = marketplace
        row[AccountMetrics.metric] = metric
        row[AccountMetrics.status] = status
        return row
    }
}
