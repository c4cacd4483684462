import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Statistics

/// What one chunk's listings sell when nothing is wrong: for tiers all of them, for pricing those with open exceptions.
struct ChunkDemand: Sendable {
    /// One product's listings.
    struct Product: Sendable {
        let code: String?
        let codes: [String]
        /// The rows of ``ChunkDemand/place`` the listings stand in, as the store counts them.
        let rows: [Int]
        let prices: [Money?]
        /// Empty where nothing is open on the product: only a price needs them again.
        let histories: [SKUHistory]
        let demand: ProductDemand?
        let peers: Peers
    }

    /// Listings that are compared with each other when one of them has too little of its own to go by.
    struct Peers: Hashable, Sendable {
        let account: String
        let marketplace: String
    }

    let place: Int64
    /// The rows of the chunk, used or not.
    let rowCount: Int
    let products: [Product]

    /// - Parameter open: the subjects of exceptions that wait for work.
    init(_ chunk: PlacedChunk, mask: AvailabilityMask, open: Set<Subject>) {
        let (chunk, layout) = (chunk.chunk, chunk)
        place = layout.place.id
        rowCount = layout.rowCount
        let history = chunk[Sales.units]
        let prices = chunk[Catalog.price]
        let opened = chunk[Catalog.opened]
        let group = Peers(account: chunk.account, marketplace: chunk.marketplace)
        products = Self.groups(of: chunk).map { rows in
            let histories = rows.map { row in
                SKUHistory(
                    units: history.row(row),
                    available: mask.available(chunk.subject(row), opened: opened[row], on: history.days))
            }
            let demand = ProductDemand(of: histories)
            let isOpen = demand == nil || rows.contains { open.contains(chunk.subject($0)) }
            return Product(
                code: chunk.products[rows[0]], codes: rows.map { chunk.codes[$0] }, rows: rows.map { layout.used[$0] },
                prices: rows.map { prices[$0] },
                histories: isOpen ? histories : [], demand: demand, peers: group)
        }
    }

    /// Rows that share a product, in the order of their first row; a row whose product is unknown stands alone.
    private static func groups(of chunk: Chunk) -> [[Int]] {
        var index: [String: Int] = [:]
        var groups: [[Int]] = []
        for row in chunk.rows {
            if let product = chunk.products[row] {
                if let group = index[product] {
                    groups[group].append(row)
                    continue
                }
                index[product] = groups.count
            }
            groups.append([row])
        }
        // The parts of a product's demand are handed out in this order, which must not depend on how rows were placed.
        return groups.map { rows in rows.sorted { chunk.codes[$0] < chunk.codes[$1] } }
    }
}

extension Sequence where Element == ChunkDemand {
    /// What similar products sell, by group: the prior that a product with too few days of its own borrows from.
    func priors() -> [ChunkDemand.Peers: GammaPrior] {
        var rates: [ChunkDemand.Peers: [(rate: Double, exposure: Double)]] = [:]
        for product in flatMap(\.products) {
            guard let estimate = product.demand?.estimate else { continue }
            rates[product.peers, default: []].append((estimate.rate, estimate.exposureSum))
        }
        return rates.compactMapValues { members in
            // In one order, whatever the chunks are: sums of reals depend on it.
            let ordered = members.sorted { ($0.rate, $0.exposure) < ($1.rate, $1.exposure) }
            return GammaPrior.fitted(rates: ordered.map(\.rate), exposures: ordered.map(\.exposure))
        }
    }
}
