import Calendars
public import FlywheelKit
public import FlywheelStore

/// What one stage would have found at a moment past, with other knobs: from what was true then and had come in by then.
///
/// Publishers of what it reads run before it as in a rotation, with the knobs in force. What it finds is priced as in a queue in
/// which nothing else is wrong, with the seasons and prices that are published after it as well.
/// Models are those of now; a stage whose model learned much since finds with it what it could not have found then. Nothing
/// is published or changed.
public struct DetectionTrial: Sendable {
    private let rotation: Rotation

    /// Readies trials.
    public init(store: any Store, plan: Plan, zones: Zones, settings: RotationSettings) {
        rotation = Rotation(
            store: store, plan: plan, policy: WorkPolicy(calendar: .alwaysOpen), zones: zones, settings: settings)
    }

    /// The newest moment, of the last seven days at one time of day, at which a workflow could decide somewhere; the end where
    /// it never could. Whoever brings files once a week is looked at when they come, whatever the day it is asked.
    public func newestDecided(_ workflow: String, until end: Instant) throws -> Instant {
        guard let stage = rotation.plan.stages.first(where: { $0.manifest.id == workflow }) else { return end }
        let imports = try rotation.store.imports()
        let days = (0..<7).lazy.map { end.advanced(byDays: -Double($0)) }
        return days.first { moment in
            let ledger = FeedLedger(imports, asOf: moment, knownAt: moment)
            return ledger.owners.contains { ledger.ruling(of: stage.manifest, for: $0).isOpen }
        } ?? end
    }

    /// Looks with several sets of knobs.
    ///
    /// - Parameters:
    ///   - workflow: the id of the stage's workflow.
    ///   - knobs: each set as it would be kept.
    ///   - asOf: the moment to look from.
    public func run(_ workflow: String, knobs: [String], asOf: Instant) throws -> TrialLook {
        let aside = try rotation.aside(asOf: asOf, knownAt: asOf, standing: Standing([]))
        var sweep = try rotation.sweep(aside)
        sweep.isTrial = true
        guard let installed = rotation.plan.stages.first(where: { $0.manifest.id == workflow }) else {
            return TrialLook(asOf: asOf, currency: sweep.currency, hasDecided: false, sights: [])
        }
        var state = aside.states[workflow] ?? StageState(workflow: workflow)
        let tried = try knobs.map { json in
            state.knobs = json
            return try installed.prepare(state)
        }
        let (swept, found) = try look(sweep, at: installed, with: tried)
        let tiers = SweptTiers(swept.turns, last: try rotation.store.tiers(), today: asOf.utcDay)
        let pricer = rotation.pricer(in: sweep, outcomes: aside.outcomes, open: swept)
        let priced = try rotation.price(swept, tiers: tiers, by: pricer, in: sweep)
        let sights = priced.compactMap { row -> TrialSight? in
            guard let by = found[row.exception.fingerprint] else { return nil }
            return TrialSight(
                fingerprint: row.exception.fingerprint, onset: row.exception.onset, tier: row.tier,
                avoidable: (row.price.avoidable ?? row.price.atRisk).map { Money(minorUnits: $0, sweep.currency) },
                foundBy: by)
        }
        return TrialLook(
            asOf: asOf, currency: sweep.currency, hasDecided: swept.decided[workflow] != nil,
            sights: sights.sorted { $0.fingerprint.text < $1.fingerprint.text })
    }

    /// What all sets of knobs together find, and which of them found what.
    private func look(
        _ sweep: Sweep, at installed: InstalledStage, with tried: [PreparedStage]
    ) throws -> (swept: Swept, found: [Fingerprint: [Bool]]) {
        var swept = Swept()
        var signals = SignalTables()
        var found: [Fingerprint: [Bool]] = [:]
        let (workflow, kind) = (installed.manifest.id, installed.manifest.scans)
        let running = sweep.stages(toTry: installed.manifest)
        for scanned in Sweep.order where scanned == kind || scanned == .listing {
            let stages = running.filter { $0.manifest.scans == scanned }
            guard !stages.isEmpty else { continue }
            let places = try rotation.store.chunks(of: scanned)
            let reader = sweep.reader(of: scanned, for: stages)
            let tables = signals
            let chunks = try parallelMap(places.count) { index -> (turn: ChunkTurn, found: [Fingerprint: [Bool]])? in
                let zone = rotation.zones.zone(ofMarketplace: places[index].marketplace)
                guard let placed = try reader.chunk(at: places[index], zone: zone) else { return nil }
                var port = tables.port(for: FeedLedger.Owner(placed.chunk))
                var reports: [StageReport] = []
                for stage in stages {
                    if stage.manifest.id == workflow {
                        // Each set finds what the stages before it published, and nothing of the other sets.
                        reports = try tried.map { [port] stage in
                            var own = port
                            return try stage.detect(placed.chunk, &own)
                        }
                    }
                    if !stage.manifest.publishes.isEmpty { _ = try stage.detect(placed.chunk, &port) }
                }
                let all = reports.merged.map { [(stage: tried[0], report: $0)] } ?? []
                return (try sweep.turn(SeenChunk(placed, all, in: sweep), port: port), reports.found)
            }
            for chunk in chunks.compactMap(\.self) {
                if let port = chunk.turn.signals {
                    signals.add(port, of: chunk.turn.owner, codes: chunk.turn.codes)
                }
                guard scanned == kind else { continue }
                swept.add(chunk.turn)
                found.merge(chunk.found) { first, _ in first }
            }
        }
        return (swept, found)
    }
}

extension Sweep {
    /// The stages that run where one is tried, in running order: itself, and whoever publishes what it reads or what the host
    /// prices its findings by, directly or through others.
    fileprivate func stages(toTry tried: StageManifest) -> [PreparedStage] {
        var wanted = Set(tried.reads)
        if tried.scans == .listing { wanted.formUnion(Self.hostReads) }
        var running: [PreparedStage] = []
        for stage in stages.reversed() {
            let manifest = stage.manifest
            guard manifest.id == tried.id || manifest.publishes.contains(where: wanted.contains) else { continue }
            wanted.formUnion(manifest.reads)
            running.append(stage)
        }
        return running.reversed()
    }
}

extension [StageReport] {
    /// All that any of them reports, once; undecided is what all of them cannot decide. `nil` where there is none.
    fileprivate var merged: StageReport? {
        guard var whole = first else { return nil }
        var known = Set(whole.sightings.map(\.fingerprint))
        for report in dropFirst() {
            whole.sightings += report.sightings.filter { known.insert($0.fingerprint).inserted }
            whole.undecided.formIntersection(report.undecided)
            whole.undecidedByKind = whole.undecidedByKind.merging(report.undecidedByKind) { $0.intersection($1) }
                .filter { report.undecidedByKind[$0.key] != nil }
        }
        // A group says nothing of one row.
        whole.sightings = whole.sightings.map(\.alone)
        return whole
    }

    /// Which of them report what.
    fileprivate var found: [Fingerprint: [Bool]] {
        var found: [Fingerprint: [Bool]] = [:]
        for (place, report) in enumerated() {
            for sighting in report.sightings {
                found[sighting.fingerprint, default: [Bool](repeating: false, count: count)][place] = true
            }
        }
        return found
    }
}
