public import FlywheelKit
import Statistics

/// A small invented seller of kitchen and household goods on two marketplaces, and the files they would export.
///
/// Everything follows from the seed and the day: the same pair gives the same bytes on every machine. What was drawn is
/// in ``truth``, so that whoever estimates demand can be compared with what it was.
///
/// ```swift
/// let seller = ExampleSeller(seed: 7, asOf: day)
/// for file in seller.files() { write(file.bytes, to: file.name) }
/// ```
public struct ExampleSeller: Sendable {
    /// Days of orders before the day of the exports; the first and the last may be incomplete.
    public static let daysOfOrders = 100

    /// The day the files were exported on.
    public let asOf: Day
    /// What each listing was drawn with.
    public let truth: [ListingTruth]

    private let listings: [Listing]
    private let trade: SplitMix64

    /// The seller of a seed on a day.
    public init(seed: UInt64, asOf: Day) {
        self.asOf = asOf
        var random = SplitMix64(seed: seed)
        let products = Product.range(&random)
        var listings = Shop.all.flatMap { shop in
            Listing.listed(products, in: shop, asOf: asOf, &random)
        }
        Trouble.strike(&listings, asOf: asOf, &random)
        self.listings = listings
        truth = listings.map(\.truth)
        trade = random
    }

    /// The exports, by name; the name says the marketplace and the day.
    public func files() -> [(name: String, bytes: [UInt8])] {
        var random = trade
        return Shop.all.flatMap { shop in
            let own = listings.filter { $0.shop == shop }
            let orders = OrderLine.placed(in: own, before: asOf, days: Self.daysOfOrders, &random)
            return [
                ("listings-\(shop.name)-\(asOf).txt", ListingsReport.bytes(of: own)),
                ("suppressed-\(shop.name)-\(asOf).txt", SuppressedReport.bytes(of: own)),
                ("fba-\(shop.name)-\(asOf).txt", StockReport.bytes(of: own)),
                ("orders-\(shop.name)-\(asOf).txt", OrdersReport.bytes(of: orders, in: shop, &random)),
                ("stock-\(shop.name)-\(asOf).csv", OwnStockTable.bytes(of: own)),
            ]
        } + [("rates-\(asOf).csv", RatesTable.bytes(until: asOf, days: Self.daysOfOrders, &random))]
    }
}
