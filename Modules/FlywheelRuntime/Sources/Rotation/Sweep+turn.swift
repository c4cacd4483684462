import FlywheelKit
import FlywheelStore

extension Sweep {
    /// The signals of listings that the host itself reads, to price what is open.
    static let hostReads: Set<SignalKey> = [ReckonedPrice.key, DemandSeason.key, ListingAvailability.key]

    /// The signals of listings that rows of other kinds ask for.
    private var gathered: Set<SignalKey> {
        Set(stages.lazy.map(\.manifest).filter { $0.scans != .listing }.flatMap(\.reads))
    }

    /// What comes of a chunk.
    ///
    /// - Parameter port: what stages published of it.
    func turn(_ seen: SeenChunk, port: SignalPort) throws -> ChunkTurn {
        let chunk = seen.chunk
        var turn = ChunkTurn(
            owner: FeedLedger.Owner(chunk), codes: chunk.codes, kind: chunk.kind, place: seen.placed.place)
        let isPlace = ledger.isPlace(turn.owner)
        for sight in seen.sights {
            try reconcile(sight, in: seen, into: &turn)
            turn.noteOrders(chunk, sight.stage.manifest, zone: zones.zone(ofMarketplace: chunk.marketplace))
            turn.note(sight, isPlace: isPlace)
        }
        turn.orderOpenings()
        if chunk.kind == .listing {
            noteListings(seen, port.only(Self.hostReads), into: &turn)
            if !gathered.isEmpty { turn.signals = port.only(gathered) }
        }
        return turn
    }

    /// Holds what a stage sees against what stands on its rows, by the feeds that decide about each kind.
    private func reconcile(_ sight: StageSight, in seen: SeenChunk, into turn: inout ChunkTurn) throws {
        let (workflow, sightings) = (sight.stage.manifest.id, sight.report.sightings)
        let (stood, dismissed) = (seen.stood(of: workflow), seen.dismissed(of: workflow))
        let misled = misled.filter { $0.workflow == workflow && $0.owner == turn.owner }
        let final = try lastFinal(of: sightings, but: Set(stood.map(\.exception.fingerprint)))
        turn.stood += stood.map(\.place)
        turn.isGrouped = turn.isGrouped || sightings.contains { $0.group != nil }
        for (place, rows) in sight.rows.enumerated() {
            func isHere(_ name: Fingerprint) -> Bool { sight.ruling.place(of: name.kind) == place }
            let reconciler = Reconciler(
                rotation: rotation, asOf: asOf, gate: rows.gate, model: sight.stage.modelHash,
                dismissed: seen.dismissedIDs, knownSince: rows.knownSince, gone: seen.gone, partlyRead: rows.partlyRead,
                misled: misled)
            let sightings = sightings.filter { isHere($0.fingerprint) }
            let changes = try reconciler.reconcile(
                sightings, with: stood.filter { isHere($0.exception.fingerprint) }.map { ($0.row, $0.exception) },
                isUndecided: sight.isUndecided, lastFinal: { final.isEmpty ? nil : final[$0] },
                returning: { try store.endedByMistake($0, in: misled) })
            turn.changes += changes
            turn.noteUnsettled(changes, misled, sightings) { !sight.decides($0, $1) }
            let dismissed = dismissed.filter { isHere($0.exception.fingerprint) }
            guard !dismissed.isEmpty else { continue }
            turn.over += reconciler.over(
                dismissed, seen: Set(sightings.flatMap { [$0.fingerprint] + $0.formerly }),
                standing: Set(changes.map(\.change.exception.fingerprint)), isUndecided: sight.isUndecided)
        }
    }

    /// What ended last under the names of what is seen, but for what stands; a trial does not know it.
    private func lastFinal(
        of sightings: [Sighting], but standing: Set<Fingerprint>
    ) throws(StoreError) -> [Fingerprint: ExceptionRecord] {
        guard !isTrial else { return [:] }
        return try store.lastFinal(
            of: sightings.flatMap { standing.contains($0.fingerprint) ? [] : [$0.fingerprint] + $0.formerly })
    }

    /// Notes what the listings of a chunk sell, and what else is needed to price what is open on them.
    private func noteListings(_ seen: SeenChunk, _ signals: SignalPort, into turn: inout ChunkTurn) {
        var port = signals
        turn.reckonedPrices = seen.placed.lastPrices
        for (row, reckoned) in (port.column(ReckonedPrice.self) ?? []).enumerated() {
            if let reckoned { turn.reckonedPrices[row] = reckoned.price }
        }
        turn.seasons = ChunkSeasons(port.column(DemandSeason.self), horizon: horizon)
        turn.blocked = BlockedRows(port, by: pastBlocks.publishers)
        turn.demand = demand(of: seen.placed, turn, chosen: turn.isOpen)
        var watched = WatchedRows(rows: seen.chunk.count)
        for sight in seen.sights where sight.ruling.isOpen { watched.add(undecided: sight.unwatched) }
        turn.measures = ListingMeasures(
            seen.chunk, watched: watched, reckoned: turn.reckonedPrices, fresh: .init(ledger, turn.owner),
            zone: zones.zone(ofMarketplace: seen.chunk.marketplace))
    }

    /// What the listings of a chunk sell: of those chosen all that prices need, of the others what tiers do.
    private func demand(of placed: PlacedChunk, _ turn: ChunkTurn, chosen: [Bool]) -> ChunkDemand {
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
}

extension ChunkTurn {
    /// Notes what a stage could decide about, for want of what it could not, and what it would change.
    ///
    /// - Parameter isPlace: whether anything lacks here, see ``FeedLedger/isPlace(_:)``.
    fileprivate mutating func note(_ sight: StageSight, isPlace: Bool) {
        let (workflow, ruling) = (sight.stage.manifest.id, sight.ruling)
        let lacking = ruling.lacking
        if isPlace, !ruling.isOpen || !lacking.isEmpty { self.lacking[workflow] = lacking }
        guard ruling.isOpen else { return }
        decided[workflow] = LookedRows(rows: codes.count, untold: sight.untold.count)
        for sighting in sight.report.sightings {
            guard let change = sighting.change, sight.decides(sighting) else { continue }
            for name in [sighting.fingerprint] + sighting.formerly { wanted[name] = change }
        }
    }

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
