import FlywheelKit
import FlywheelTestKit
import Statistics

@testable import Inventory

/// Friday 2026-11-20T16:05:00Z.
let asOf = Instant(seconds: 1_795_190_700)
let today = asOf.utcDay

let stage = InventoryStage(knobs: InventoryKnobs(), model: DeliveryModel())

/// One line of an order, in days from today.
struct OrderExample {
    var order = "PO-1"
    var ordered = -5
    var expected: Int?
    var received: Int?
    var units = 100
    var unitsReceived: Int?
}

/// One listing: what is known of it.
struct Listing {
    var fulfillable: Int?
    var receiving: Int?
    var shipped: Int?
    var inTransfer: Int?
    var working: Int?
    var quantity: Int?
    var channel: String?
    var status: String?
    var backorders: String?
    /// Units of the last 90 days, oldest first.
    var sales: [Int?] = [Int?](repeating: 2, count: 90)
    /// Units at hand at the end of past days, oldest first, up to yesterday.
    var levels: [Int?] = []
    var availability: ListingAvailability?
    var forecast: DemandForecast?
    var orders: [OrderExample] = []
    var leadTime: Double?
    var supplier: String?
    var minimumOrder: Int?
    var casePack: Int?
    var unitCost: Int64?
    var aged: [Int?] = [nil, nil, nil, nil, nil]
    var storageCost: Int64?
    /// Of units that are 181 to 210 days old, and of those older than a year.
    var ageSurcharges: [Int64?] = [nil, nil]
    var stranded: Int?
    var removal: Int?
    var product: String?
    var pool: StockPool?
}

private func dollars(_ cents: Int64?) -> Money? { cents.map { Money(minorUnits: $0, "USD") } }

/// The chunk of some listings, and the signals another stage published of them.
func example(_ listings: [Listing], asOf: Instant = asOf) -> (chunk: Chunk, signals: SignalPort) {
    var builder = ChunkBuilder(listings: listings.indices.map { "SKU-\($0)" }, asOf: asOf)
    builder.setProducts(listings.map(\.product))
    builder.set(Stock.fulfillable, listings.map(\.fulfillable))
    builder.set(Catalog.status, listings.map(\.status))
    builder.set(Catalog.backorders, listings.map(\.backorders))
    builder.set(Stock.inboundReceiving, listings.map(\.receiving))
    builder.set(Stock.inboundShipped, listings.map(\.shipped))
    builder.set(Stock.reservedInTransfer, listings.map(\.inTransfer))
    builder.set(Stock.inboundWorking, listings.map(\.working))
    let ages = [
        Stock.aged181To270, Stock.aged271To365, Stock.agedOver365, Stock.aged366To455, Stock.agedOver455,
    ]
    for (index, column) in ages.enumerated() { builder.set(column, listings.map { $0.aged[index] }) }
    builder.set(Stock.ageSurcharge181To210, listings.map { dollars($0.ageSurcharges[0]) })
    builder.set(Stock.ageSurchargeOver365, listings.map { dollars($0.ageSurcharges[1]) })
    builder.set(Stock.storageCost, listings.map { dollars($0.storageCost) })
    builder.set(Catalog.quantity, listings.map(\.quantity))
    builder.set(Catalog.channel, listings.map(\.channel))
    builder.set(Supply.leadTime, listings.map(\.leadTime))
    builder.set(Supply.supplier, listings.map(\.supplier))
    builder.set(Supply.minimumOrder, listings.map(\.minimumOrder))
    builder.set(Supply.casePack, listings.map(\.casePack))
    builder.set(Costs.unitCost, listings.map { dollars($0.unitCost) })
    builder.set(StrandedStock.fulfillable, listings.map(\.stranded))
    builder.set(StrandedStock.removal, listings.map { $0.removal.map(today.advanced(by:)) })
    builder.set(Sales.units, listings.map(\.sales))
    let longest = listings.map(\.levels.count).max() ?? 0
    builder.set(Stock.levels, listings.map { [Int?](repeating: nil, count: longest - $0.levels.count) + $0.levels })
    for (row, listing) in listings.enumerated() {
        for order in listing.orders { builder.add(order, at: row) }
    }
    if listings.contains(where: { $0.pool != nil }) { builder.setPools(listings.map(\.pool)) }
    var signals = SignalPort()
    signals.publish(listings.map(\.availability))
    if listings.contains(where: { $0.forecast != nil }) { signals.publish(listings.map(\.forecast)) }
    return (builder.build(), signals)
}

extension ChunkBuilder {
    fileprivate mutating func add(_ order: OrderExample, at row: Int) {
        var cells = [
            PurchaseOrders.order(order.order), PurchaseOrders.ordered(today.advanced(by: order.ordered)),
            PurchaseOrders.units(order.units),
        ]
        if let day = order.expected { cells.append(PurchaseOrders.expected(today.advanced(by: day))) }
        if let day = order.received { cells.append(PurchaseOrders.received(today.advanced(by: day))) }
        if let units = order.unitsReceived { cells.append(PurchaseOrders.unitsReceived(units)) }
        addDetail(of: PurchaseOrders.feed, at: row, cells)
    }
}

/// What a stage says of some listings.
func look(
    at listings: [Listing], by stage: InventoryStage = stage, asOf: Instant = asOf
) -> (findings: Findings<InventoryEvidence>, cover: [StockCover?]) {
    var (chunk, signals) = example(listings, asOf: asOf)
    var findings = Findings<InventoryEvidence>()
    stage.detect(in: chunk, signals: &signals, into: &findings)
    return (findings, signals.column(StockCover.self) ?? [])
}

/// What a stage finds in some listings.
func detect(_ listings: [Listing], by stage: InventoryStage = stage) -> [Finding<InventoryEvidence>] {
    look(at: listings, by: stage).findings.all
}

/// The listings of which the stage cannot tell.
func undecided(_ listings: [Listing]) -> Set<Int> { look(at: listings).findings.undecided }

/// What the stage finds in one listing, some days later, where it is too little.
func find(
    _ listing: Listing, on day: Int = 0, by stage: InventoryStage = stage
) -> Finding<InventoryEvidence>? {
    look(at: [listing], by: stage, asOf: asOf.advanced(byDays: Double(day))).findings.all
        .first { $0.kind.id == "stock-out" }
}

/// What the stage finds in one listing, where it is too much.
func surplus(_ listing: Listing, by stage: InventoryStage = stage) -> [Finding<InventoryEvidence>] {
    look(at: [listing], by: stage).findings.all.filter { $0.kind.id != "stock-out" }
}

/// What the stage proposes to order for a listing.
func order(_ listing: Listing, by stage: InventoryStage = stage) -> OrderQuantity? {
    find(listing, by: stage)?.evidence.shortage?.order
}

/// A stage with some knobs set.
func stageWith(
    model: DeliveryModel = DeliveryModel(), _ configure: (inout InventoryKnobs) -> Void = { _ in }
) -> InventoryStage {
    var knobs = InventoryKnobs()
    configure(&knobs)
    return InventoryStage(knobs: knobs, model: model)
}

/// A demand without sampling error beyond what is given.
func demand(_ rate: Double, deviation: Double = 0, dispersion: Double = 1) -> DemandEstimate {
    DemandEstimate(rate: rate, deviation: deviation, dispersion: dispersion, daysUsed: 90, daysLeftOut: 0)
}

/// The shares of a claim.
func shares(_ exposure: Exposure) -> [Double] {
    if case .dailyShare(let shares) = exposure.loss { shares } else { [] }
}

extension DemandEstimate {
    /// The probability that at least so many units are asked for within so many days.
    func probability(ofSelling units: Int, within days: Double) -> Double {
        guard units > 0, days > 0 else { return units > 0 ? 0 : 1 }
        return 1 - over(mean: mean(within: days)).cdf(Double(units) - 0.5)
    }
}
