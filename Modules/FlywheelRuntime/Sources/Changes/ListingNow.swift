public import FlywheelKit
import FlywheelStore

/// What a change of a listing is held against: what files last said of it.
public struct ListingNow: Hashable, Sendable {
    /// The asking price; `nil` where no fresh file says it.
    public var price: Money?
    /// The lowest price allowed, in the price's currency where a rate leads there: the stated one, or, where that is more, what
    /// covers a unit's cost, the marketplace's fees, the tax in the price and what a buyer is taken off.
    public var floor: Money?
    /// The highest price allowed.
    public var ceiling: Money?
    /// The id that the marketplace gives the product, an ASIN or an item number.
    public var product: String?
    /// The category in the marketplace's words.
    public var category: String?

    /// What is known of a row.
    init(_ chunk: Chunk, _ row: Int, isPriceFresh: (Feed) -> Bool) {
        let offered = isPriceFresh(Offers.feed) ? chunk[Offers.ownPrice][row] : nil
        let price = offered ?? (isPriceFresh(Catalog.feed) ? chunk[Catalog.price][row] : nil)
        let limits = LimitReader(chunk).limits(of: row, in: price?.currency)
        self.price = price
        ceiling = limits.ceiling
        product = chunk.products[row]
        category = chunk[Catalog.category][row]
        let stated = limits.floor
        let cost = limits.costs.leastPaid.map { least in
            chunk[Offers.discount][row].flatMap(least.adding) ?? least
        }
        // Of two currencies there is no larger one: what is stated holds.
        floor =
            stated.map { stated in
                cost.flatMap { $0.currency == stated.currency && $0.minorUnits > stated.minorUnits ? $0 : nil }
                    ?? stated
            } ?? cost
    }

    /// What has to be read to know it.
    static let inputs = [
        Catalog.feed.helping(Catalog.price, Catalog.category), Offers.feed.helping(Offers.ownPrice, Offers.discount),
        Costs.feed.helping(Costs.unitCost, Costs.fees, Costs.floor, Costs.ceiling), Rates.feed.helping(Rates.rate),
    ]

    /// What is known of some listings at a moment.
    static func read(
        _ listings: Set<Subject>, in store: any Store, asOf: Instant, zones: Zones,
        terms: StatedTerms
    ) throws -> [Subject: ListingNow] {
        let ledger = FeedLedger(try store.imports(), asOf: asOf)
        let reader = try FactReader(store, inputs: inputs, asOf: asOf, zones: zones, terms: terms)
        var found: [Subject: ListingNow] = [:]
        try reader.forEach(of: listings) { listing, chunk, row in
            let owner = FeedLedger.Owner(account: listing.account, marketplace: listing.marketplace)
            found[listing] = ListingNow(chunk, row) { ledger.isFresh($0, for: owner) }
        }
        return found
    }
}
