import FlywheelKit

extension FileFormat {
    /// The detail page sales and traffic report that people download from Seller Central. Its rows have no dates: they are
    /// one total each of a range that at most the file's name tells.
    ///
    /// A name with one day makes it a report of that day, a name with two a total from the first to the last; without any
    /// it is a total of unknown beginning up to `day`, and never a day's sales.
    static func amazonBusinessReports(period: ClosedRange<Day>?, at day: Day) -> [FileFormat] {
        let window =
            period.map { [SalesWindows.first.name: $0.lowerBound, SalesWindows.last.name: $0.upperBound] }
            ?? [SalesWindows.last.name: day]
        let isOneDay = period.map { $0.lowerBound == $0.upperBound } ?? false
        let bySKU: FileFormat =
            if isOneDay {
                businessReport(
                    DailySales.feed, totals: totals(DailySales.units, DailySales.revenue) + traffic,
                    days: [DailySales.day.name: period?.upperBound ?? day])
            } else {
                businessReport(
                    SalesWindows.feed,
                    totals: totals(SalesWindows.units, SalesWindows.revenue) + [sessions(SalesWindows.sessions)],
                    days: window)
            }
        let byProduct = businessReport(
            SalesByProduct.feed,
            totals: totals(SalesByProduct.units, SalesByProduct.revenue) + [sessions(SalesByProduct.sessions)],
            days: window)
        return [bySKU, byProduct]
    }

    private static func businessReport(_ feed: Feed, totals: [ColumnHeadings], days: [String: Day]) -> FileFormat {
        let asin: [HeadingAlias] = ["(child) asin", "(parent) asin"]
        let isByProduct = feed.subject == .product
        return FileFormat(
            title: isByProduct ? "Amazon business report by product" : "Amazon business report", feed: feed,
            channel: .amazon, markers: [["(parent) asin", "(child) asin"], ["units ordered"]], columns: totals,
            subject: isByProduct ? asin : ["sku"], products: isByProduct ? [] : [ProductHeadings(asin)], days: days)
    }

    private static func totals(_ units: Column<Int>, _ revenue: Column<Money>) -> [ColumnHeadings] {
        [ColumnHeadings(units, ["units ordered"]), ColumnHeadings(revenue, ["ordered product sales"])]
    }

    private static var traffic: [ColumnHeadings] {
        [
            sessions(DailySales.sessions),
            ColumnHeadings(DailySales.pageViews, ["page views - total", "page views"]),
            ColumnHeadings(
                DailySales.featuredShare, ["featured offer (buy box) percentage", "buy box percentage"]),
        ]
    }

    private static func sessions(_ column: Column<Int>) -> ColumnHeadings {
        ColumnHeadings(column, ["sessions - total", "sessions"])
    }
}
