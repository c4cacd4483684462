import Calendars
import FlywheelKit

/// What one chunk of listings adds to how the business stands. All sums are of whole numbers, so that it does not matter
/// how listings were cut into chunks.
struct ListingMeasures: Sendable {
    /// What is read of listings: columns that stages of stock read anyway.
    static let inputs = [
        Catalog.feed.helping(Catalog.quantity, Catalog.channel), Stock.feed.helping(Stock.fulfillable),
    ]
    /// Days of sales that are summed.
    static let weekDays = 7
    /// How many days before a look the newest known sales may end.
    static let mostLag = Int(DailySales.feed.freshForDays)
    /// What sales of those days brought, where their report says it.
    static let revenue = Series("business.revenue", from: DailySales.revenue).last(days: weekDays + mostLag)

    /// Which snapshots say something of now.
    struct Fresh {
        /// Whether the stock file is fresh.
        let stock: Bool
        /// Whether the listings file is.
        let catalog: Bool
        /// Whether a file of all listings was ever brought: it then tells which listings are there to be sold.
        let hasCatalog: Bool

        init(_ ledger: FeedLedger, _ owner: FeedLedger.Owner) {
            stock = ledger.isFresh(Stock.feed, for: owner)
            catalog = ledger.isFresh(Catalog.feed, for: owner)
            hasCatalog = ledger.isWhole(Catalog.feed, for: owner)
        }
    }

    /// Units and what they come to, in minor units: wide enough that no sum of them overflows.
    struct Revenue {
        var units = 0
        var amount: Int128 = 0

        static func + (left: Revenue, right: Revenue) -> Revenue {
            Revenue(units: left.units + right.units, amount: left.amount + right.amount)
        }
    }

    let listings: Int
    var rows: Range<Int> { 0..<listings }
    private(set) var watched = 0
    private(set) var stockKnown = 0
    private(set) var stockedOut = 0
    private(set) var weekListings = 0
    private(set) var weekUnits = 0
    /// What the week's units come to, by the currency of their prices.
    private(set) var weekRevenue: [Currency: Revenue] = [:]
    private(set) var weekUnpricedUnits = 0
    /// The newest share of the featured offer of each row in ten-thousandths, and ``unknownShare``; empty where no row has
    /// one.
    private var featuredShares: [UInt16] = []

    private static let unknownShare = UInt16.max

    /// - Parameters:
    ///   - watched: the rows of which some stage could tell whether anything is wrong.
    ///   - reckoned: prices of rows whose own are errors.
    init(_ chunk: Chunk, watched: WatchedRows, reckoned: [Int: Money], fresh: Fresh, zone: TimeZoneTable) {
        listings = chunk.count
        self.watched = watched.count
        countStock(of: chunk, fresh)
        sumWeek(of: chunk, reckoned, fresh, zone)
        keepFeaturedShares(of: chunk)
    }

    /// The newest share of the featured offer of a row, in ten-thousandths; `nil` where none of the last days has one.
    func featuredShare(_ row: Int) -> Int? {
        guard !featuredShares.isEmpty, featuredShares[row] != Self.unknownShare else { return nil }
        return Int(featuredShares[row])
    }

    private mutating func countStock(of chunk: Chunk, _ fresh: Fresh) {
        let shelf = chunk.shelf
        let (title, price) = (chunk[Catalog.title], chunk[Catalog.price])
        for row in chunk.rows {
            guard !fresh.hasCatalog || title.known[row] || price.known[row] else { continue }
            let reported = fresh.stock ? shelf.reported(row) : nil
            guard let sellable = reported ?? (fresh.catalog ? shelf.stated(row) : nil) else { continue }
            stockKnown += 1
            if sellable <= 0 { stockedOut += 1 }
        }
    }

    private mutating func sumWeek(
        of chunk: Chunk, _ reckoned: [Int: Money], _ fresh: Fresh, _ zone: TimeZoneTable
    ) {
        let history = chunk[Sales.units].last(Self.weekDays + Self.mostLag)
        guard history.count == chunk.count else { return }
        let brought = chunk[Self.revenue.series].last(Self.weekDays + Self.mostLag)
        let (prices, title) = (chunk[Catalog.price], chunk[Catalog.title])
        let firstDays = chunk[Catalog.opened].firstWholeDays(since: history.days.lowerBound, in: zone)
        for row in chunk.rows {
            // What only old orders name is not on sale.
            guard !fresh.hasCatalog || title.known[row] || prices.known[row] else { continue }
            let before = firstDays[row].map { history.days.lowerBound.distance(to: $0) } ?? 0
            guard let week = history.row(row).newestWeek(since: before) else { continue }
            weekListings += 1
            let price = reckoned[row] ?? prices[row]
            for (day, units) in week {
                weekUnits += units
                // What a report says was brought holds discounts and refunds, which the price of today knows nothing of.
                if brought.count == chunk.count, let currency = brought.currency(of: row),
                    let stated = brought.row(row)[day]
                {
                    add(Revenue(units: units, amount: Int128(stated)), in: currency)
                } else if let price {
                    add(Revenue(units: units, amount: Int128(units) * Int128(price.minorUnits)), in: price.currency)
                } else {
                    weekUnpricedUnits += units
                }
            }
        }
    }

    private mutating func add(_ revenue: Revenue, in currency: Currency) {
        weekRevenue[currency] = weekRevenue[currency, default: Revenue()] + revenue
    }

    private mutating func keepFeaturedShares(of chunk: Chunk) {
        let all = chunk[Traffic.featuredShare]
        guard all.count == chunk.count, !all.isWhollyUnknown else { return }
        let history = all.last(Self.weekDays)
        featuredShares = chunk.rows.map { row in
            let newest = history.row(row).last { $0 != nil } ?? nil
            return newest.map(UInt16.init(clamping:)) ?? Self.unknownShare
        }
    }
}

extension HistoryRow {
    /// The newest seven days in a row that are all known, with their units, if they end late enough; days before the one
    /// numbered `first` are not asked for.
    fileprivate func newestWeek(since first: Int) -> [(day: Int, units: Int)]? {
        guard let last = indices.last(where: { self[$0] != nil }), last >= count - 1 - ListingMeasures.mostLag,
            last >= ListingMeasures.weekDays - 1
        else { return nil }
        let week = last - ListingMeasures.weekDays + 1...last
        var sold: [(day: Int, units: Int)] = []
        for day in week where day >= first {
            // More than a billion a day is no number of units, and sums of what is less cannot overflow.
            guard let units = self[day], abs(units) <= 1_000_000_000 else { return nil }
            sold.append((day, units))
        }
        return sold
    }
}

/// The rows of a chunk of which at least one stage could tell whether anything is wrong.
struct WatchedRows {
    private let rows: Int
    /// The rows that no stage could tell about so far; `nil` while no stage could decide at all.
    private var unwatched: Set<Int>?

    /// - Parameter rows: the number of rows.
    init(rows: Int) { self.rows = rows }

    /// Adds a stage that may decide.
    ///
    /// - Parameter undecided: the rows of which it cannot tell.
    mutating func add(undecided: Set<Int>) { unwatched = unwatched?.intersection(undecided) ?? undecided }

    /// How many rows they are.
    var count: Int { unwatched.map { rows - $0.count } ?? 0 }
}
