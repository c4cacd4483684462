import FlywheelKit
import FlywheelStore

/// Detection and reconciliation over all chunks, many at a time.
struct Sweep {
    let rotation: RotationID
    let asOf: Instant
    let ledger: FeedLedger
    let standing: Standing
    let store: any Store
    let plan: Plan
    let zones: Zones
    let stages: [PreparedStage]
    /// What ended problems took, and those of workflows that do not take part; the others are added as they are left.
    let mask: AvailabilityMask

    /// Accounts before listings before what hangs on listings, so that signals of listings can be gathered on tickets.
    private static let order: [Subject.Kind] = [.account, .product, .listing, .order, .party, .ticket]

    func run() throws -> Swept {
        var swept = Swept()
        var signals = SignalTables()
        for kind in Self.order {
            let stages = stages.filter { $0.manifest.scans == kind }
            guard kind == .listing || !stages.isEmpty else { continue }
            let places = try store.chunks(of: kind)
            let reader = ChunkReader(store: store, ledger: ledger, stages: stages.map(\.manifest), kind: kind)
            let tables = signals
            let turns = try parallelMap(places.count) { index -> ChunkTurn? in
                let place = places[index]
                guard let chunk = try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace)) else {
                    return nil
                }
                return try turn(chunk, stages: stages, tables: tables)
            }
            for turn in turns.compactMap(\.self) {
                swept.add(turn)
                if kind == .listing { signals.add(turn.signals, of: turn.owner, codes: turn.codes) }
            }
        }
        try addOrphans(to: &swept)
        for manifest in stages.map(\.manifest) where swept.gates[manifest.id] == nil {
            swept.withheld[manifest.id] = swept.withheld[manifest.id] ?? reasonWithoutRows(manifest)
        }
        return swept
    }

    private func turn(_ placed: PlacedChunk, stages: [PreparedStage], tables: SignalTables) throws -> ChunkTurn {
        let chunk = placed.chunk
        let owner = FeedLedger.Owner(account: chunk.account, marketplace: chunk.marketplace)
        var turn = ChunkTurn(owner: owner, codes: chunk.codes, kind: chunk.kind)
        var port = tables.port(for: owner)
        for stage in stages {
            let report = try stage.detect(chunk, &port)
            let deciding = stage.manifest.inputs.filter(\.decides)
            let unread = ledger.unread(of: deciding.map(\.feed), for: owner)
            let silent = chunk.rowsUnmentioned(by: deciding)
                .union(unread.isEmpty ? [] : chunk.rows.filter { unread.contains(chunk.codes[$0]) })
            let undecided = Set(report.undecided.union(silent).map { chunk.subject($0) })
            let gate = ledger.gate(of: stage.manifest, for: owner)
            let reconciler = Reconciler(rotation: rotation, asOf: asOf, gate: gate, model: stage.modelHash)
            let candidates = report.sightings.map(\.fingerprint)
            let standing = standing.exceptions(of: stage.manifest.id, in: chunk)
            let known = Set(standing.map(\.fingerprint))
            let final = try store.lastFinal(of: candidates.filter { !known.contains($0) })
            turn.changes += try reconciler.reconcile(
                report.sightings, with: standing, isUndecided: undecided.contains, lastFinal: { final[$0] })
            turn.gates[stage.manifest.id] = gate
        }
        turn.signals = port
        if chunk.kind == .listing {
            var mask = mask
            for change in turn.changes { try mask.add(change.exception) }
            let open = turn.changes.map(\.exception).filter(\.state.isOpen).map(\.fingerprint.subject)
            turn.demand = ChunkDemand(placed, mask: mask, open: Set(open))
        }
        return turn
    }

    /// Why a stage that met no rows could not have decided about them, as the first owner that has a reason says.
    private func reasonWithoutRows(_ manifest: StageManifest) -> [String]? {
        for owner in ledger.owners {
            if case .withheld(let why) = ledger.gate(of: manifest, for: owner) { return why }
        }
        return nil
    }

    /// Exceptions about things that no chunk holds any more, and those of workflows that are not installed: they stay,
    /// but for closes that nothing can confirm.
    private func addOrphans(to swept: inout Swept) throws {
        let seen = Set(swept.changes.map(\.exception.fingerprint))
        let reconciler = Reconciler(rotation: rotation, asOf: asOf, gate: .withheld(["no rows"]), model: "")
        let orphans = standing.all.filter { !seen.contains($0.fingerprint) }
        swept.changes += try reconciler.reconcile(
            [], with: orphans, isUndecided: { _ in true }, lastFinal: { _ in nil })
    }
}

/// What came of one chunk.
struct ChunkTurn: Sendable {
    let owner: FeedLedger.Owner
    let codes: Texts
    let kind: Subject.Kind
    var changes: [Change] = []
    var gates: [String: Gate] = [:]
    var signals = SignalPort()
    var demand: ChunkDemand?
}

/// What came of all chunks, in their order.
struct Swept {
    var changes: [Change] = []
    var demand: [ChunkDemand] = []
    var listings = 0
    /// By workflow: open when it could decide anywhere, else why it could not.
    var gates: [String: Gate] = [:]
    var withheld: [String: [String]] = [:]

    /// The exceptions that wait for work, by fingerprint.
    var open: [ExceptionRecord] { changes.map(\.exception).filter(\.state.isOpen) }

    mutating func add(_ turn: ChunkTurn) {
        changes += turn.changes
        if let demand = turn.demand { self.demand.append(demand) }
        if turn.kind == .listing { listings += turn.codes.count }
        for (workflow, gate) in turn.gates {
            switch gate {
            case .open: gates[workflow] = gate
            case .withheld(let why):
                let named = why.map {
                    "\($0) (\(turn.owner.account), \(Marketplace.named(turn.owner.marketplace)?.name ?? turn.owner.marketplace))"
                }
                withheld[workflow] = Set((withheld[workflow] ?? []) + named).sorted()
            }
        }
    }

    mutating func mapChanges(_ transform: (Change) -> Change) { changes = changes.map(transform) }
}

extension Chunk {
    /// Rows that none of these snapshots mentions: nothing is known of them, so nothing may be concluded. Where one of
    /// several does, the stage knows best, and says so when it cannot tell.
    func rowsUnmentioned(by inputs: [FeedInput]) -> Set<Int> {
        let columns = inputs.filter { $0.feed.shape == .snapshot }.flatMap(\.columns).map { data(of: $0) }
        guard !columns.isEmpty else { return [] }
        return Set(rows.filter { row in columns.allSatisfy { !$0.isKnown(row) } })
    }
}
