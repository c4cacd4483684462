import FlywheelKit

extension DocumentKind {
    /// GET_SALES_AND_TRAFFIC_REPORT. Its rows by date are of the whole assortment; its rows by ASIN are each one total of
    /// the whole range, by SKU, child or parent as was asked for.
    static let salesAndTraffic = DocumentKind(
        title: "Amazon sales and traffic", markers: [["salesAndTrafficByDate", "salesAndTrafficByAsin"]],
        records: ["salesAndTrafficByDate", "salesAndTrafficByAsin"], frame: ["reportSpecification"],
        tables: [
            DocumentTable(title: "Amazon sales and traffic of a day", feed: DailySales.feed) { record, frame in
                guard let sku = record["sku"]?.cell, let range = Range(of: frame), range.isOneDay else { return [] }
                var row = salesRow(record["salesByAsin"], of: sku, record, frame)
                row[DailySales.day] = range.last
                let traffic = record["trafficByAsin"]
                row[DailySales.sessions] = traffic?["sessions"]?.cell
                row[DailySales.pageViews] = traffic?["pageViews"]?.cell
                // Counted in hundredths.
                row[DailySales.featuredShare] = traffic?["buyBoxPercentage"]?.cell.map { "\($0)%" }
                return [row]
            },
            DocumentTable(title: "Amazon sales and traffic of a range", feed: SalesWindows.feed) { record, frame in
                let range = Range(of: frame)
                guard let sku = record["sku"]?.cell, range?.isOneDay != true else { return [] }
                return [windowRow(of: sku, range, record, frame)]
            },
            DocumentTable(title: "Amazon sales and traffic by product", feed: SalesByProduct.feed) { record, frame in
                guard record["sku"] == nil, record["salesByAsin"] != nil else { return [] }
                let asin = record["childAsin"]?.cell ?? record["parentAsin"]?.cell
                return [windowRow(of: asin, Range(of: frame), record, frame)]
            },
            DocumentTable(title: "Amazon sales and traffic by date", feed: StoreSales.feed) { record, frame in
                guard let sales = record["salesByDate"] else { return [] }
                var row = salesRow(sales, of: nil, record, frame)
                row[StoreSales.day] = record["date"]?.cell
                row[StoreSales.span] = frame["reportSpecification"]?["reportOptions"]?["dateGranularity"]?.cell
                row[StoreSales.sessions] = record["trafficByDate"]?["sessions"]?.cell
                return [row]
            },
        ])

    /// The days a report was asked for.
    private struct Range {
        let first: String
        let last: String

        var isOneDay: Bool { first == last }

        init?(of frame: DocumentFrame) {
            let specification = frame["reportSpecification"]
            guard let first = specification?["dataStartTime"]?.cell, let last = specification?["dataEndTime"]?.cell
            else { return nil }
            // A time of day follows in some reports.
            self.first = String(first.prefix(10))
            self.last = String(last.prefix(10))
        }
    }

    private static func windowRow(
        of code: String?, _ range: Range?, _ record: JSONValue, _ frame: DocumentFrame
    ) -> [String: String] {
        var row = salesRow(record["salesByAsin"], of: code, record, frame)
        row[SalesWindows.first] = range?.first
        row[SalesWindows.last] = range?.last
        row[SalesWindows.sessions] = record["trafficByAsin"]?["sessions"]?.cell
        return row
    }

    /// What all tables share; their columns of units and revenue are called alike.
    private static func salesRow(
        _ sales: JSONValue?, of code: String?, _ record: JSONValue, _ frame: DocumentFrame
    ) -> [String: String] {
        var row: [String: String] = [:]
        row[DocumentTable.Heading.code] = code
        row[DocumentTable.Heading.product] = record["childAsin"]?.cell ?? record["parentAsin"]?.cell
        row[DocumentTable.Heading.currency] = sales?["orderedProductSales"]?["currencyCode"]?.cell
        row[DocumentTable.Heading.marketplace] =
            frame["reportSpecification"]?["marketplaceIds"]?.elements.first?.cell
        row[DailySales.units] = sales?["unitsOrdered"]?.cell
        row[DailySales.revenue] = sales?["orderedProductSales"]?["amount"]?.cell
        return row
    }
}
