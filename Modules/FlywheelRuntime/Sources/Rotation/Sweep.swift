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

    /// The signals of listings that rows of other kinds ask for.
    private var gathered: Set<SignalKey> {
        Set(stages.lazy.map(\.manifest).filter { $0.scans != .listing }.flatMap(\.reads))
    }

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
                var side = SideReport()
                let reports = try stages.map { stage in
                    let before = port
                    let report = try stage.detect(placed.chunk, &port, stands: stands)
                    try beside[stage.manifest.id]?.look(
                        placed, port: before, report, stage.manifest, ledger, stands: stands, into: &side)
                    return report
                }
                var turn = try turn(placed, Array(zip(stages, reports)), port: port)
                turn.side = side
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

    /// What comes of a chunk.
    ///
    /// - Parameters:
    ///   - reports: what each stage said of it, in running order.
    ///   - port: what they published.
    func turn(
        _ placed: PlacedChunk, _ reports: [(stage: PreparedStage, report: StageReport)], port: SignalPort
    ) throws -> ChunkTurn {
        let chunk = placed.chunk
        var port = port
        let owner = FeedLedger.Owner(chunk)
        let isPlace = ledger.isPlace(owner)
        var turn = ChunkTurn(owner: owner, codes: chunk.codes, kind: chunk.kind, place: placed.place)
        var watched = WatchedRows(rows: chunk.count)
        let stood = standing.places(in: chunk).map { (row: $0.row, place: $0.place, exception: standing.all[$0.place]) }
        let dismissedHere = dismissed.places(in: chunk).map { (row: $0.row, exception: dismissed.all[$0.place]) }
        let dismissedIDs = Set(dismissedHere.map(\.exception.id))
        let gone = try GoneListings(
            among: stood.map(\.row) + reports.flatMap { $0.report.sightings.map(\.row) }, of: placed, ledger, store)
        for (stage, report) in reports {
            let report = report.without(gone, for: stage.manifest)
            let ruling = ledger.ruling(of: stage.manifest, for: owner)
            let rows = ruling.parts.map { RuledRows(of: placed, by: $0, gone, ledger) }
            let own = stood.filter { $0.exception.fingerprint.workflow == stage.manifest.id }
            let ownDismissed = dismissedHere.filter { $0.exception.fingerprint.workflow == stage.manifest.id }
            turn.stood += own.map(\.place)
            let known = Set(own.map(\.exception.fingerprint))
            var unknown: [Fingerprint] = []
            for sighting in report.sightings where known.isEmpty || !known.contains(sighting.fingerprint) {
                unknown.append(sighting.fingerprint)
                unknown += sighting.formerly
            }
            let final = isTrial ? [:] : try store.lastFinal(of: unknown)
            func isUndecided(_ row: Int, _ kind: String) -> Bool {
                rows[ruling.place(of: kind)].untold.contains(row) || report.isUndecided(row, kind)
            }
            turn.isGrouped = turn.isGrouped || report.sightings.contains { $0.group != nil }
            let misled = self.misled.filter { $0.workflow == stage.manifest.id && $0.owner == owner }
            for (place, rows) in rows.enumerated() {
                func isHere(_ name: Fingerprint) -> Bool { ruling.place(of: name.kind) == place }
                let reconciler = Reconciler(
                    rotation: rotation, asOf: asOf, gate: rows.gate, model: stage.modelHash, dismissed: dismissedIDs,
                    knownSince: rows.knownSince, gone: gone, partlyRead: rows.partlyRead, misled: misled)
                let sightings = report.sightings.filter { isHere($0.fingerprint) }
                let changes = try reconciler.reconcile(
                    sightings, with: own.filter { isHere($0.exception.fingerprint) }.map { ($0.row, $0.exception) },
                    isUndecided: isUndecided, lastFinal: { final.isEmpty ? nil : final[$0] },
                    returning: { try store.endedByMistake($0, in: misled) })
                turn.changes += changes
                turn.noteUnsettled(changes, misled, sightings) { row, kind in
                    !rows.gate.isOpen || isUndecided(row, kind)
                }
                let dismissed = ownDismissed.filter { isHere($0.exception.fingerprint) }
                if !dismissed.isEmpty {
                    turn.over += reconciler.over(
                        dismissed, seen: Set(sightings.flatMap { [$0.fingerprint] + $0.formerly }),
                        standing: Set(changes.map(\.change.exception.fingerprint)), isUndecided: isUndecided)
                }
            }
            turn.noteOrders(chunk, stage.manifest, zone: zones.zone(ofMarketplace: chunk.marketplace))
            let lacking = ruling.lacking
            if isPlace, !ruling.isOpen || !lacking.isEmpty { turn.lacking[stage.manifest.id] = lacking }
            guard ruling.isOpen else { continue }
            let open = rows.filter(\.gate.isOpen)
            turn.decided[stage.manifest.id] = LookedRows(
                rows: chunk.count, untold: open.reduce(report.undecided) { $0.union($1.untold) }.count)
            watched.add(undecided: open.untoldOfAny.union(report.undecided))
            for sighting in report.sightings {
                guard let change = sighting.change, ruling.isOpen(for: sighting.fingerprint.kind),
                    !isUndecided(sighting.row, sighting.fingerprint.kind)
                else { continue }
                for name in [sighting.fingerprint] + sighting.formerly { turn.wanted[name] = change }
            }
        }
        if chunk.kind == .listing, !gathered.isEmpty { turn.signals = port.only(gathered) }
        turn.orderOpenings()
        if chunk.kind == .listing {
            turn.reckonedPrices = placed.lastPrices
            for (row, reckoned) in (port.column(ReckonedPrice.self) ?? []).enumerated() {
                if let reckoned { turn.reckonedPrices[row] = reckoned.price }
            }
            turn.seasons = ChunkSeasons(port.column(DemandSeason.self), horizon: horizon)
            turn.blocked = BlockedRows(port, by: pastBlocks.publishers)
            turn.demand = demand(of: placed, turn, chosen: turn.isOpen)
            turn.measures = ListingMeasures(
                chunk, watched: watched, reckoned: turn.reckonedPrices, fresh: .init(ledger, owner),
                zone: zones.zone(ofMarketplace: chunk.marketplace))
        }
        return turn
    }

    /// What the listings of a chunk sell: of those chosen all that prices need, of the others what tiers do.
    private func demand(
        of placed: PlacedChunk, _ turn: ChunkTurn, chosen: [Bool]
    ) -> ChunkDemand {
        let chunk = placed.chunk
        let zone = zones.zone(ofMarketplace: chunk.marketplace)
        let own = ChunkMask(
            mask, chunk: chunk, exceptions: turn.changes.lazy.map { ($0.row, $0.change.exception) },
            blocked: turn.blocked, closures: placed.closures, opened: chunk[Catalog.opened], zone: zone,
            days: chunk.soldInThirteenWeeks.days)
        return ChunkDemand(
            placed, mask: own, isOpen: chosen, reckoned: turn.reckonedPrices, seasons: turn.seasons,
            conversion: { rates.conversion(from: $0, to: currency, on: asOf.utcDay) })
    }

    /// What all listings of a chunk sell, once what happened on its rows is known.
    func demand(of turn: ChunkTurn) throws -> ChunkDemand? {
        let reader = ChunkReader(store: store, ledger: ledger, stages: [], kind: turn.kind)
        let zone = zones.zone(ofMarketplace: turn.owner.marketplace)
        return try reader.chunk(at: turn.place, zone: zone).map { placed in
            demand(of: placed, turn, chosen: placed.chunk.rows.map { _ in true })
        }
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

extension ChunkTurn {
    /// Notes turns whose mistakes could not all be judged: of something that they opened nothing can be said.
    fileprivate mutating func noteUnsettled(
        _ changes: [(row: Int, change: Change)], _ misled: [MisledTurns], _ sightings: [Sighting],
        isUndecided: (_ row: Int, _ kind: String) -> Bool
    ) {
        guard !misled.isEmpty else { return }
        let seen = Set(sightings.flatMap { [$0.fingerprint] + $0.formerly })
        for (row, change) in changes where !change.exception.state.isFinal {
            let (exception, name) = (change.exception, change.exception.fingerprint)
            guard !seen.contains(name) || isUndecided(row, name.kind) else { continue }
            unsettled.formUnion(misled.filter { $0.opened(exception) })
        }
    }
}

extension StageReport {
    /// The same where the listings that are gone lose nothing of what they sell, as far as the list that has them no more decides
    /// about a kind. What others are told of them by a list of problems stands, and so does what their units cost.
    fileprivate func without(_ gone: GoneListings, for manifest: StageManifest) -> StageReport {
        guard !gone.rows.isEmpty else { return self }
        func isListed(_ kind: FindingKind?) -> Bool {
            manifest.deciding(about: kind).contains { $0.feed.key == Catalog.feed.key }
        }
        let listed = Set(manifest.kinds.filter(isListed).map(\.id))
        guard !listed.isEmpty else { return self }
        var report = self
        report.sightings.removeAll { sighting in
            guard case .dailyShare = sighting.exposure.loss else { return false }
            return listed.contains(sighting.fingerprint.kind) && gone.rows.contains(sighting.row)
        }
        return report
    }
}
