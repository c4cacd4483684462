import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What is known of one listing over the same days.
struct ListingFacts {
    /// Days looked back.
    static let days = 90

    /// The day the axis begins with.
    let first: Day
    var title: String?
    var price: Money?
    var fulfillable: Int?
    /// Units sold, day by day; `nil` where nobody reported the day.
    var units: [Int?] = []
    /// The seller's price in minor units, day by day.
    var prices: [Int?] = []
    /// What came in of purchase orders: units by day.
    var receipts: [(day: Day, units: Int?)] = []

    private static let inputs = [
        Catalog.feed.helping(Catalog.title, Catalog.price), Stock.feed.helping(Stock.fulfillable),
        PurchaseOrders.feed.helping(PurchaseOrders.received, PurchaseOrders.unitsReceived),
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
            price = chunk[Catalog.price][row]
            fulfillable = chunk[Stock.fulfillable][row]
            units = (0..<Self.days).map { chunk[Sales.units][row, first.advanced(by: $0)] }
            prices = (0..<Self.days).map { chunk[Offers.ownPrices][row, first.advanced(by: $0)] }
            let orders = chunk.details(of: PurchaseOrders.feed)
            receipts = orders.range(row).compactMap { detail in
                orders[PurchaseOrders.received][detail].map {
                    (day: $0, units: orders[PurchaseOrders.unitsReceived][detail])
                }
            }
        }
        guard isKnown else { return nil }
    }
}
