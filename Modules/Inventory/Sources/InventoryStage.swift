public import FlywheelKit

/// Finds listings with nothing left to sell, those that will run out before an order placed at the next review arrives, and
/// those with more than will sell; proposes orders, and says how long stock lasts.
public struct InventoryStage: FlywheelStage {
    static let orderInput = PurchaseOrders.feed.helping(
        PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.expected, PurchaseOrders.received,
        PurchaseOrders.units, PurchaseOrders.unitsReceived)
    static let supplyInput = Supply.feed.helping(
        Supply.leadTime, Supply.minimumOrder, Supply.casePack, Supply.supplier)

    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "inventory", title: "Inventory",
        inputs: [
            Stock.feed.deciding(
                Stock.fulfillable, Stock.inboundReceiving, Stock.inboundShipped, Stock.inboundWorking, Stock.reserved,
                Stock.reservedForOrders, Stock.reservedInTransfer, Stock.researching, Stock.unsellable,
                Stock.aged181To270, Stock.aged271To365, Stock.agedOver365, Stock.aged366To455, Stock.agedOver455,
                Stock.storageCost, Stock.ageSurcharge181To210, Stock.ageSurcharge211To240,
                Stock.ageSurcharge241To270, Stock.ageSurcharge271To300, Stock.ageSurcharge301To330,
                Stock.ageSurcharge331To365, Stock.ageSurchargeOver365),
            Catalog.feed.deciding(Catalog.quantity, Catalog.channel, Catalog.status, Catalog.backorders),
            orderInput, supplyInput, Costs.feed.helping(Costs.unitCost),
            StrandedStock.feed.helping(
                StrandedStock.since, StrandedStock.removal, StrandedStock.reason, StrandedStock.fulfillable,
                StrandedStock.unsellable),
        ],
        windows: [Sales.units.last(days: 90), Stock.levels.last(days: 90)],
        publishes: [StockCover.key], reads: [ListingAvailability.key, DemandForecast.key],
        kinds: FindingKind.inventory, rootCauses: RootCause.inventory,
        writes: [.detect, .exposure, .resolve])

    let knobs: InventoryKnobs
    let model: DeliveryModel

    /// A stage with these knobs that knows so much of suppliers.
    public init(knobs: InventoryKnobs, model: DeliveryModel) {
        self.knobs = knobs
        self.model = model
    }

    /// Reports listings that are or may soon be without stock, and those with too much of it; publishes how long stock
    /// lasts. A listing that its seller gave up, or that sells on with nothing left, is never short. Nothing is said of one whose
    /// stock is unknown, whose sales are unknown on every usable day, or that is empty and sold nothing: what is open there
    /// stays open.
    public func detect(
        in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<InventoryEvidence>
    ) {
        let stocks = StockReader(chunk)
        let demands = DemandReader(chunk, &signals)
        let look = StockLook(chunk, knobs: knobs, model: model)
        let surpluses = SurplusReader(chunk, knobs: knobs)
        let statuses = chunk[Catalog.status]
        let backorders = chunk[Catalog.backorders]
        var covers = [StockCover?](repeating: nil, count: chunk.count)
        var found: [(kind: FindingKind, row: Int, weight: FindingWeight, evidence: InventoryEvidence)] = []
        for row in chunk.rows {
            guard let stock = stocks.position(of: row) else {
                findings.cannotTell(at: row)
                continue
            }
            let own = demands.demand(of: row)
            let shared = chunk.sharedStock(of: row, own: own)
            let demand = own.with(shared)
            var selling: DemandEstimate?
            switch demand {
            case .unknown:
                findings.cannotTell(at: row)
                continue
            case .nothing:
                if stock.fulfillable <= 0 {
                    findings.cannotTell(at: row)
                    continue
                }
                covers[row] = StockCover(units: stock.fulfillable, days: nil, emptyProbability: 0)
            case .rate(let estimate):
                // An empty shelf that sold nothing here, whoever else sells from it.
                if !own.isRate, stock.fulfillable <= 0 {
                    findings.cannotTell(at: row)
                    continue
                }
                selling = estimate
                // What sells on with nothing left has no last day.
                if !Catalog.takesBackorders(backorders[row]) {
                    let seen = look.look(at: row, stock, estimate, shared)
                    covers[row] = seen.cover
                    // Nothing is lost where nothing sells.
                    if let short = seen.short, own.isRate, !Catalog.isGivenUp(statuses[row]) {
                        found.append((.stockOut, row, short.weight, short.evidence))
                    }
                }
            }
            for kind in surpluses.undecided(of: row) { findings.cannotTell(of: kind, at: row) }
            let isSaidHere = shared?.isSaid(on: chunk.marketplace) ?? true
            for surplus in surpluses.all(of: row, stock, demand, isSaidHere: isSaidHere) {
                let evidence = InventoryEvidence(
                    stock: stock, demand: selling, coverDays: selling.flatMap { stock.coverDays($0) },
                    shortage: nil, surplus: surplus, shared: shared, seen: chunk.today)
                found.append((surplus.reason.kind, row, .opens, evidence))
            }
        }
        let transfers = TransferFinder(
            chunk, short: found.lazy.filter { $0.evidence.shortage != nil }.map(\.row), stocks: stocks,
            demands: demands, look: look, knobs: knobs)
        for (kind, row, weight, evidence) in found {
            findings.report(kind, at: row, weighing: weight, transfers.adding(to: evidence, at: row))
        }
        signals.publish(covers)
    }

    /// What the evidence claims to be lost: see ``Shortage`` and ``Surplus``.
    public func exposure(of evidence: InventoryEvidence) -> Exposure {
        if let claim = ShortageClaim(evidence, knobs: knobs) { return claim.exposure }
        return evidence.surplus?.exposure ?? .none
    }

    /// Order, ship what is announced, or hurry what is on its way; sell off, remove or list again what is too much.
    public func resolve(_ evidence: InventoryEvidence) -> Resolution {
        if let claim = ShortageClaim(evidence, knobs: knobs) {
            return Replenishment(evidence, claim, knobs: knobs).resolution
        }
        return evidence.surplus.map { Disposal(evidence, $0).resolution } ?? Resolution(.ask("nothing is known of it"))
    }
}
