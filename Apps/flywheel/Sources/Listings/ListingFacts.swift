import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Inventory

/// What is known of one listing over the same days.
struct ListingFacts {
    /// Days looked back.
    static let days = 90

    /// The day the axis begins with.
    let first: Day
    var title: String?
    /// Its state at the marketplace, in the marketplace's word.
    var status: String?
    var price: Money?
    /// What it costs and between which prices it may be sold, in the currency of its price.
    var limits: ListingLimits?
    /// The lowest price of anybody else, delivery included where that is known.
    var lowestPrice: Money?
    /// The share of looks at which the seller's offer is the one that is offered first.
    var featuredShare: Double?
    /// Units to sell, of the shelf that the workflows judge: where the merchant ships, the catalogue's where no report knows it.
    var fulfillable: Int?
    /// The other marketplaces that sell from the same units, by name.
    var sharedWith: [String] = []
    /// Units on their way to the marketplace's warehouse.
    var inbound: Int?
    /// Units still to come from suppliers.
    var onOrder: Int?
    var reserved: Int?
    /// Units sold, day by day; `nil` where nobody reported the day.
    var units: [Int?] = []
    /// The seller's price in minor units, day by day.
    var prices: [Int?] = []
    /// What came in of purchase orders: units by day.
    var receipts: [(day: Day, units: Int?)] = []

    private static let inputs = [
        Catalog.feed.helping(Catalog.title, Catalog.price, Catalog.status, Catalog.quantity, Catalog.channel),
        Stock.feed.helping(
            Stock.fulfillable, Stock.inboundWorking, Stock.inboundShipped, Stock.inboundReceiving, Stock.reserved),
        Offers.feed.helping(
            Offers.ownPrice, Offers.lowestLandedPrice, Offers.lowestCompetitorPrice, Offers.featuredShare,
            Offers.minimumAdvertisedPrice),
        Costs.feed.helping(
            Costs.unitCost, Costs.fees, Costs.floor, Costs.ceiling, Costs.minimumAdvertisedPrice),
        Rates.feed.helping(Rates.rate),
        PurchaseOrders.feed.helping(
            PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.expected, PurchaseOrders.received,
            PurchaseOrders.units, PurchaseOrders.unitsReceived),
    ]

    /// Reads them as known at a moment; `nil` where no import names the listing.
    init?(of listing: Subject, in session: Session) throws {
        first = session.clock.today.advanced(by: -Self.days)
        let reader = try session.host.factReader(
            of: Self.inputs, windows: [Sales.units.last(days: Self.days), Offers.ownPrices.last(days: Self.days)],
            asOf: session.now)
        var isKnown = false
        try reader.forEach(of: [listing]) { [first] _, chunk, row in
            isKnown = true
            title = chunk[Catalog.title][row]
            status = chunk[Catalog.status][row]
            price = chunk[Catalog.price][row]
            limits = LimitReader(chunk).limits(of: row, in: (chunk[Offers.ownPrice][row] ?? price)?.currency)
            lowestPrice = chunk[Offers.lowestLandedPrice][row] ?? chunk[Offers.lowestCompetitorPrice][row]
            featuredShare = chunk[Offers.featuredShare][row]
            fulfillable = StockPosition(of: row, in: chunk)?.fulfillable
            let coming = [Stock.inboundWorking, Stock.inboundShipped, Stock.inboundReceiving].compactMap {
                chunk[$0][row]
            }
            inbound = coming.isEmpty ? nil : coming.reduce(0, +)
            onOrder = PurchaseOrders.openUnits(of: row, in: chunk)
            reserved = chunk[Stock.reserved][row]
            units = (0..<Self.days).map { chunk[Sales.units][row, first.advanced(by: $0)] }
            prices = (0..<Self.days).map { chunk[Offers.ownPrices][row, first.advanced(by: $0)] }
            receipts = PurchaseOrders.receipts(of: row, in: chunk)
        }
        guard isKnown else { return nil }
        let others = (try reader.stockPool(of: listing)?.marketplaces ?? []).filter { $0 != listing.marketplace }
        sharedWith = others.map { Marketplace.named($0)?.name ?? $0 }.sorted()
    }
}
