import FlywheelKit

@testable import Inventory

/// Friday 2026-11-20T16:05:00Z.
let asOf = Instant(seconds: 1_795_190_700)
let today = asOf.utcDay

let stage = InventoryStage(knobs: InventoryKnobs(), model: NoModel())

/// One listing: what is known of its stock and sales.
struct Listing {
    var fulfillable: Int?
    var receiving: Int?
    var shipped: Int?
    var working: Int?
    var quantity: Int?
    var channel: String?
    /// Units of the last 90 days, oldest first.
    var sales: [Int?] = [Int?](repeating: 2, count: 90)
    var availability: ListingAvailability?
}

/// The chunk of some listings, and the signals another stage published of them.
func example(_ listings: [Listing], asOf: Instant = asOf) -> (chunk: Chunk, signals: SignalPort) {
    var builder = ChunkBuilder(listings: listings.indices.map { "SKU-\($0)" }, asOf: asOf)
    builder.set(Stock.fulfillable, listings.map(\.fulfillable))
    builder.set(Stock.inboundReceiving, listings.map(\.receiving))
    builder.set(Stock.inboundShipped, listings.map(\.shipped))
    builder.set(Stock.inboundWorking, listings.map(\.working))
    builder.set(Catalog.quantity, listings.map(\.quantity))
    builder.set(Catalog.channel, listings.map(\.channel))
    builder.set(Sales.units, listings.map(\.sales))
    var signals = SignalPort()
    signals.publish(listings.map(\.availability))
    return (builder.build(), signals)
}

/// What a stage says of some listings.
private func look(
    at listings: [Listing], by stage: InventoryStage = stage, asOf: Instant = asOf
) -> Findings<InventoryEvidence> {
    var (chunk, signals) = example(listings, asOf: asOf)
    var findings = Findings<InventoryEvidence>()
    stage.detect(in: chunk, signals: &signals, into: &findings)
    return findings
}

/// What a stage finds in some listings.
func detect(_ listings: [Listing], by stage: InventoryStage = stage) -> [Finding<InventoryEvidence>] {
    look(at: listings, by: stage).all
}

/// The listings of which the stage cannot tell.
func undecided(_ listings: [Listing]) -> Set<Int> { look(at: listings).undecided }

/// What the stage finds in one listing, some days later; it can find one thing at most.
func find(_ listing: Listing, on day: Int = 0) -> Finding<InventoryEvidence>? {
    look(at: [listing], asOf: asOf.advanced(byDays: Double(day))).all.first
}

/// A demand without sampling error beyond what is given.
func demand(_ rate: Double, deviation: Double = 0, dispersion: Double = 1) -> DemandEstimate {
    DemandEstimate(rate: rate, deviation: deviation, dispersion: dispersion, daysUsed: 90, daysLeftOut: 0)
}

/// Stock reported as fulfillable, receiving and shipped.
func stock(_ fulfillable: Int, receiving: Int? = nil, shipped: Int? = nil) -> StockPosition {
    StockPosition(
        fulfillable: fulfillable, isFromCatalog: false, receiving: receiving, shipped: shipped, working: nil,
        reserved: nil, researching: nil, unsellable: nil)
}

/// The shares of a claim.
func shares(_ exposure: Exposure) -> [Double] {
    if case .dailyShare(let shares) = exposure.loss { shares } else { [] }
}
