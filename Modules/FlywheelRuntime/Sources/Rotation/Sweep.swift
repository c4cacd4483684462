import FlywheelKit
import FlywheelStore

/// Detection and reconciliation over all chunks, many at a time.
struct Sweep: Sendable {
    let rotation: RotationID
    let asOf: Instant
    let ledger: FeedLedger
    let standing: Standing
    /// What people dismissed and that was not over at the last look.
    let dismissed: Standing
    let store: any Store
    let plan: Plan
    let zones: Zones
    let stages: [PreparedStage]
    /// What ended problems took, and those of workflows that do not take part; the others are added as they are left.
    let mask: AvailabilityMask
    /// What stages are told of days that are over.
    var pastBlocks: PastBlocks
    /// Which listings sell from one stock; nothing where no stage decides by it.
    let stockPools: StockPools?
    let rates: ExchangeRates
    let terms: StatedTerms
    let currency: Currency
    /// Days that revenue at risk looks ahead.
    let horizon: Int
    /// Whether it asks what would have been found at a moment past: what ended since hides nothing from it.
    var isTrial = false
    /// What is looked at beside, by workflow.
    var beside: [String: SideLook] = [:]
    /// The turns that files misled which were discarded since.
    var misled: [MisledTurns] = []

    /// Accounts before listings before what hangs on listings, so that signals of listings can be gathered on tickets.
    static let order: [Subject.Kind] = [.account, .product, .listing, .order, .party, .ticket]

    func run() throws -> Swept {
        var swept = Swept()
        var signals = SignalTables()
        for kind in Self.order {
            let stages = stages.filter { $0.manifest.scans == kind }
            guard kind == .listing || !stages.isEmpty else { continue }
            let places = try store.chunks(of: kind)
            let reader = reader(of: kind, for: stages)
            let tables = signals
            let turns = try parallelMap(places.count) { index -> ChunkTurn? in
                let zone = zones.zone(ofMarketplace: places[index].marketplace)
                guard let placed = try reader.chunk(at: places[index], zone: zone) else { return nil }
                var port = tables.port(for: FeedLedger.Owner(placed.chunk))
                var ports: [SignalPort] = []
                let reports = try stages.map { stage in
                    ports.append(port)
                    return (stage: stage, report: try stage.detect(placed.chunk, &port, stands: stands))
                }
                let seen = try SeenChunk(placed, reports, in: self)
                var turn = try turn(seen, port: port)
                for (sight, port) in zip(seen.sights, ports) {
                    try beside[sight.stage.manifest.id]?.look(
                        beside: sight, of: seen, port: port, stands: stands, into: &turn.side)
                }
                return turn
            }
            for turn in turns.compactMap(\.self) {
                swept.add(turn)
                if let port = turn.signals { signals.add(port, of: turn.owner, codes: turn.codes) }
            }
        }
        try addOrphans(to: &swept)
        for manifest in stages.map(\.manifest) where swept.decided[manifest.id] == nil {
            swept.withheld[manifest.id] = swept.withheld[manifest.id] ?? lackingWithoutRows(manifest)
        }
        return swept
    }

    /// Whether something stands under a name, or was dismissed and is not over.
    private func stands(_ fingerprint: Fingerprint) -> Bool {
        standing.holds(fingerprint) || dismissed.holds(fingerprint)
    }

    /// What the given stages and the host itself read of rows of a kind.
    func reader(of kind: Subject.Kind, for stages: [PreparedStage]) -> ChunkReader {
        var reader = ChunkReader(
            store: store, ledger: ledger, stages: stages.map(\.manifest), kind: kind, measured: ListingMeasures.inputs)
        reader.rates = rates
        reader.terms = terms
        if kind == .listing {
            reader.pastBlocks = pastBlocks
            reader.stockPools = stockPools
        }
        return reader
    }

    /// What a stage that met no rows would have lacked to decide about them, of the first owner that lacks anything.
    private func lackingWithoutRows(_ manifest: StageManifest) -> [LackingFeed]? {
        for owner in ledger.owners {
            let ruling = ledger.ruling(of: manifest, for: owner)
            if !ruling.isOpen { return ruling.lacking }
        }
        return nil
    }

    /// Exceptions about things that no chunk holds any more, and those of workflows that are not installed: they stay,
    /// but for closes that nothing can confirm.
    private func addOrphans(to swept: inout Swept) throws {
        guard !standing.all.isEmpty else { return }
        var isHeld = [Bool](repeating: false, count: standing.all.count)
        for place in swept.turns.lazy.flatMap(\.stood) { isHeld[place] = true }
        let reconciler = Reconciler(
            rotation: rotation, asOf: asOf, gate: .withheld([]), model: "", misled: misled)
        let orphans = standing.all.indices.filter { !isHeld[$0] }.map { standing.all[$0] }
        let (mistaken, others) = (
            orphans.filter(reconciler.isMistaken), orphans.filter { !reconciler.isMistaken($0) }
        )
        swept.orphans = try reconciler.reconcile(
            [], with: others.map { (row: 0, exception: $0) }, isUndecided: { _, _ in true }, lastFinal: { _ in nil }
        ).map(\.change)
        // What only a discarded file named no file will tell of.
        swept.orphans += mistaken.map { .withdrawn($0, by: rotation, because: .discarded) }
    }
}
