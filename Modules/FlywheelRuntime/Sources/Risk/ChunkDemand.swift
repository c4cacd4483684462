import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Statistics

/// What one chunk's listings sell when nothing is wrong: for tiers what all of them would earn, for prices what those with
/// open exceptions sold.
struct ChunkDemand: Sendable {
    /// One product's listings, of which at least one has something open.
    struct Product: Sendable {
        /// The chunk's rows, in the order of their codes.
        let rows: [Int]
        /// What their days come to.
        let sales: ProductSales
        /// How the weeks ahead differ from ordinary ones; `nil` where nothing says that they do.
        let season: Season?

        /// The demand with what similar products sell weighed in; the only basis where the product has none of its own.
        func estimate(prior: GammaPrior?) -> ProductDemand? { ProductDemand(of: sales, prior: prior) }
    }

    /// Listings that are compared with each other when one of them has too little of its own to go by.
    struct Peers: Hashable, Sendable {
        let account: String
        let marketplace: String
    }

    let peers: Peers
    let place: Int64
    /// The store's row of each row of the chunk, and the rows it has, used or not.
    let used: [Int]
    let rowCount: Int
    /// The listings, and what they sell for.
    let codes: Texts
    let prices: Values<Money>
    /// What each listing would earn in thirteen weeks with nothing wrong, in minor units of the reporting currency.
    private(set) var revenue: [Int64?]
    /// The rates of sale of all products.
    private(set) var members = RateMembers()
    private(set) var open: [Product] = []

    /// - Parameters:
    ///   - mask: what cannot be sold of which row.
    ///   - isOpen: whether something on a row waits for work.
    ///   - reckoned: prices of rows whose own are errors.
    ///   - seasons: how the days past and ahead of each row differ.
    ///   - conversion: how a currency becomes the reporting one.
    init(
        _ placed: PlacedChunk, mask: ChunkMask, isOpen: [Bool], reckoned: [Int: Money], seasons: ChunkSeasons,
        conversion: (Currency) -> Conversion?
    ) {
        let chunk = placed.chunk
        peers = Peers(account: chunk.account, marketplace: chunk.marketplace)
        place = placed.place.id
        used = placed.used
        rowCount = placed.rowCount
        codes = chunk.codes
        revenue = [Int64?](repeating: nil, count: chunk.count)
        let history = chunk.soldInThirteenWeeks
        var prices = chunk[Catalog.price]
        for (row, price) in reckoned { prices[row] = price }
        self.prices = prices
        var conversions: [Currency: Conversion?] = [:]
        var days = ProductDays()
        for rows in chunk.rowsByProduct {
            days.take(
                rows.map { row in
                    (sold: history.row(row), open: mask.isClear(row) ? nil : mask.available(row, on: history.days))
                })
            let season = seasons.shared(by: rows)
            if let past = season?.published { days.index { past.index(daysAgo: history.days.count - $0) } }
            let sales = ProductSales(of: days)
            if let demand = ProductDemand(of: sales) {
                members.add(rate: demand.estimate.rate, exposure: demand.estimate.exposureSum)
                for (sku, row) in rows.enumerated() {
                    guard let price = prices[row] else { continue }
                    if conversions[price.currency] == nil { conversions[price.currency] = conversion(price.currency) }
                    revenue[row] = Self.revenue(
                        demand.skuUnitsPerDay[sku], price, days: season?.tierDays, conversions[price.currency] ?? nil)
                }
            }
            guard rows.contains(where: { isOpen[$0] }) else { continue }
            open.append(Product(rows: rows, sales: sales, season: season?.ahead))
        }
    }

    private static func revenue(
        _ rate: Decimal4, _ price: Money, days: Double?, _ conversion: Conversion?
    ) -> Int64? {
        guard let terms = try? Terms(unitsPerDay: rate, price: price),
            let fullDays = Decimal4(rounding: days ?? Double(Tiering.days))
        else { return nil }
        return conversion?.convert(terms.amount(fullDays))?.minorUnits
    }
}

extension Chunk {
    /// The days that rates of sale are estimated from, however far back any stage looks.
    var soldInThirteenWeeks: History { self[Sales.units].last(ChunkReader.hostWindow.days) }
}

extension Sequence where Element == ChunkDemand {
    /// What similar products sell, by group: the prior that a product with too few days of its own borrows from.
    func priors() -> [ChunkDemand.Peers: GammaPrior] {
        var members: [ChunkDemand.Peers: RateMembers] = [:]
        for chunk in self { members[chunk.peers, default: RateMembers()].merge(chunk.members) }
        return members.compactMapValues { GammaPrior.fitted(to: $0) }
    }
}
