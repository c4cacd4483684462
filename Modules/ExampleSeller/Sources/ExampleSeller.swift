import Calendars
public import FlywheelKit
import Statistics

/// An invented seller of kitchen and household goods on two marketplaces, and the files they would export.
///
/// Everything follows from the seed, the size and the day: the same three give the same bytes on every machine. What was
/// drawn is in ``truth``, so that what somebody finds in the files can be compared with what was put there.
///
/// ```swift
/// let seller = ExampleSeller(seed: 7)
/// try seller.forEachFile { file in try write(file.bytes, to: file.path) }
/// ```
public struct ExampleSeller: Sendable {
    /// The day on which the seller's story ends unless another is asked for: Friday 20 November 2026.
    public static let lastDay = Day(epochDays: 20_777)

    /// The day of the last exports.
    public let asOf: Day
    /// The days of exports, ascending: Mondays, and the last day.
    public let exportDays: [Day]
    /// What each listing was drawn with.
    public var truth: [ListingTruth] { trades.flatMap { $0.trade.listings.map(ListingTruth.init) } }

    /// Days ahead that the calendar of deals reaches.
    private static let daysPlanned = 120
    /// Days of traffic that the first exports reach back.
    private static let daysOfTraffic = 35

    private let days: ClosedRange<Day>
    private let rates: RatesTable
    private let trades: [(shop: Shop, trade: Trade)]

    /// The seller of a seed.
    public init(seed: UInt64, _ size: Size = .year, asOf: Day = lastDay) {
        self.asOf = asOf
        days = asOf.advanced(by: -size.days)...asOf
        exportDays = Self.mondays(size.mondays, before: asOf) + [asOf]
        var random = SplitMix64(seed: seed)
        rates = RatesTable(days, &random)
        let products = Product.range(&random)
        var trades: [(Shop, Trade)] = []
        for shop in Shop.all(size) {
            let story = days.lowerBound..<asOf
            var listings = Listing.listed(products, in: shop, days: story, &random)
            var fate = Fate(days: story, SplitMix64(seed: random.next()))
            fate.strike(&listings, in: shop)
            trades.append((shop, Trade(of: listings, days: days, exports: exportDays, seed: random.next())))
        }
        self.trades = trades
    }

    /// What a day's demand is, compared with an average day's: the index of its weekday, its month and its deals.
    public static func demandIndex(on day: Day) -> Double { Demand.index(on: day) }

    /// Hands over the files one after the other, day by day, so that not all are in memory at once.
    ///
    /// Where there are Mondays, some files are not as they should be: one is cut off, one has eight rows of a hundred, two
    /// have cells that are no numbers, and one is no export at all.
    public func forEachFile(_ body: (ExportedFile) throws -> Void) rethrows {
        for index in exportDays.indices {
            for (shop, trade) in trades { try hand(overIn: shop, trade, export: index, to: body) }
            let first = index == 0 ? days.lowerBound : exportDays[index - 1]
            let folder = exportDays[index].description
            let until = exportDays[index].advanced(by: 1)
            try body(ExportedFile(folder: folder, name: "rates.csv", bytes: rates.bytes(of: first..<until)))
            if index == 0 {
                let known = days.lowerBound...asOf.advanced(by: Self.daysPlanned)
                try body(ExportedFile(folder: folder, name: "events.csv", bytes: EventsTable.bytes(of: known)))
            }
            if exportDays.count > 1, index == exportDays.count - 1 {
                try body(ExportedFile(folder: folder, name: "dock-times.txt", bytes: Spoiling.note))
            }
        }
    }

    private func hand(
        overIn shop: Shop, _ trade: Trade, export index: Int, to body: (ExportedFile) throws -> Void
    ) rethrows {
        let day = exportDays[index]
        let exported = shop.exported(on: day)
        let (listings, counts) = (trade.listings, trade.counts[index])
        let toCome = exportDays.count - 1 - index
        // The seller counts their own shelves on Mondays, and hands over prices and terms once.
        let isMonday = toCome > 0
        let before = index == 0 ? nil : exportDays[index - 1]
        func hand(_ name: String, _ bytes: [UInt8]) throws {
            let mishap = exportDays.count > 1 ? Mishap(of: name, exportsToCome: toCome) : nil
            try body(ExportedFile(folder: day.description, name: name, bytes: mishap?.strike(bytes) ?? bytes))
        }
        if index == 0 { try hand("costs-\(shop.name).csv", CostsTable.bytes(of: listings, in: shop, on: day)) }
        try hand("fba-\(shop.name).txt", StockReport.bytes(of: listings, in: shop, on: day, counts: counts))
        try hand("listings-\(shop.name).txt", ListingsReport.bytes(of: listings, in: shop, on: day, counts: counts))
        try hand("offers-\(shop.name).csv", OffersTable.bytes(of: listings, in: shop, on: day, counts: counts))
        let spans =
            before.map { [Span(since: shop.exported(on: $0), to: exported)] }
            ?? Span.months(from: days.lowerBound, to: exported)
        for span in spans {
            let bytes = OrdersReport.bytes(of: trade, in: shop, writtenIn: span.written, exported: exported)
            try hand("orders-\(shop.name)\(span.mark).txt", bytes)
        }
        try hand(
            "purchase-orders-\(shop.name).csv",
            PurchasesTable.bytes(of: trade, in: shop, on: day, since: before ?? days.lowerBound))
        if isMonday || exportDays.count == 1 {
            try hand("stock-\(shop.name).csv", OwnStockTable.bytes(of: listings, in: shop, on: day))
        }
        if index == 0 { try hand("supply-\(shop.name).csv", SupplyTable.bytes(of: listings, in: shop, on: day)) }
        try hand("suppressed-\(shop.name).txt", SuppressedReport.bytes(of: listings, in: shop, on: day))
        let watched = before ?? max(days.lowerBound, day.advanced(by: -Self.daysOfTraffic))
        try hand("traffic-\(shop.name).csv", TrafficTable.bytes(of: trade, in: shop, on: watched..<day))
    }

    private static func mondays(_ count: Int, before day: Day) -> [Day] {
        let back = Weekday(daysSinceEpoch: day.advanced(by: -1).epochDays).rawValue
        return (0..<count).reversed().map { day.advanced(by: -back - 7 * $0) }
    }
}
