import Calendars
public import FlywheelKit
public import FlywheelStore

/// Measures what workflows do for each other by cutting one signal at a time: a sample of the facts is looked at with all
/// signals, and once more for each pair of a publisher and a reader, with the signal withheld from that reader alone.
///
/// Whatever follows from the cut follows: what the reader publishes changes with it, so the places in the queue are those
/// that would be. Its findings are compared one by one. Stages work with what the last rotation left them, and nothing is
/// published or changed.
public struct LinkProbe: Sendable {
    /// The most chunks that are looked at of each account's marketplace.
    public static let mostChunks = 16

    private let rotation: Rotation
    private var store: any Store { rotation.store }

    /// Readies a measurement.
    public init(store: any Store, plan: Plan, zones: Zones, settings: RotationSettings) {
        rotation = Rotation(
            store: store, plan: plan, policy: WorkPolicy(calendar: .alwaysOpen), zones: zones, settings: settings)
    }

    /// Measures every pair of the plan, in its order.
    ///
    /// - Parameter cutting: signals that their readers are not given at all; for asking what is left of the other links.
    public func measure(asOf: Instant, cutting cuts: Set<SignalCut> = []) throws -> [MeasuredLink] {
        let edges = SignalEdge.all(of: rotation.plan)
        guard !edges.isEmpty else { return [] }
        let aside = try rotation.aside(
            asOf: asOf, knownAt: rotation.settings.knownAt,
            standing: Standing(try store.unfinishedExceptions().filter { !$0.isGroup }))
        var sweep = try rotation.sweep(aside)
        // What a signal says of now must be known from nothing else.
        sweep.pastBlocks = PastBlocks(
            rotation.plan, outcomes: aside.outcomes, standing: [], asOf: asOf, zones: rotation.zones)
        var links = edges.map { MeasuredLink(from: $0.from, to: $0.to, signal: $0.signal, at: asOf) }
        let trials = try run(sweep, edges: edges, cuts: cuts, into: &links)
        let last = try store.tiers()
        func ranks(_ swept: Swept) throws -> [Fingerprint: Int64] {
            let tiers = SweptTiers(swept.turns, last: last, today: asOf.utcDay)
            let pricer = rotation.pricer(in: sweep, outcomes: aside.outcomes, open: swept)
            let priced = try rotation.price(swept, tiers: tiers, by: pricer, in: sweep)
            return Dictionary(
                priced.compactMap { row in row.price.atRisk.map { (row.exception.fingerprint, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        let whole = try ranks(trials.whole)
        for (place, swept) in trials.cut.enumerated() {
            (links[place].ranked, links[place].moved) = whole.moved(without: try ranks(swept))
        }
        return links
    }

    /// The sample with all signals, and once for each edge without it.
    private struct Trials {
        var whole = Swept()
        var cut: [Swept]
    }

    private func run(
        _ sweep: Sweep, edges: [SignalEdge], cuts: Set<SignalCut>, into links: inout [MeasuredLink]
    ) throws -> Trials {
        var trials = Trials(cut: edges.map { _ in Swept() })
        var tables = (whole: SignalTables(), cut: edges.map { _ in SignalTables() })
        var lags = edges.map { _ in MeanLag() }
        let readers = Set(edges.map(\.to))
        for kind in Sweep.order {
            let stages = sweep.stages.filter { $0.manifest.scans == kind }
            guard kind == .listing || stages.contains(where: { readers.contains($0.manifest.id) }) else { continue }
            let places = try store.chunks(of: kind).sample(Self.mostChunks)
            let reader = sweep.reader(of: kind, for: stages)
            let known = tables
            let chunks = try parallelMap(places.count) { index -> ChunkTrial? in
                let zone = rotation.zones.zone(ofMarketplace: places[index].marketplace)
                return try reader.chunk(at: places[index], zone: zone).map { placed in
                    try ChunkTrial(
                        placed, stages: stages, edges: edges, cuts: cuts, sweep: sweep,
                        tables: (known.whole, known.cut))
                }
            }
            for chunk in chunks.compactMap(\.self) {
                trials.whole.add(chunk.whole)
                if let port = chunk.whole.signals {
                    tables.whole.add(port, of: chunk.whole.owner, codes: chunk.whole.codes)
                }
                for (place, turn) in chunk.cut.enumerated() {
                    trials.cut[place].add(turn)
                    if let port = turn.signals { tables.cut[place].add(port, of: turn.owner, codes: turn.codes) }
                }
                for (place, effect) in chunk.effects.enumerated() {
                    guard let effect else { continue }
                    links[place].add(effect)
                    lags[place].add(sweep.ledger.lag(of: edges[place], for: chunk.whole.owner), rows: effect.rows)
                }
            }
        }
        for (place, lag) in lags.enumerated() { links[place].lagHours = lag.mean }
        return trials
    }
}

/// A signal that a reader is not given.
public struct SignalCut: Hashable, Sendable {
    /// The signal.
    public let signal: SignalKey
    /// The id of the workflow that reads it.
    public let reader: String

    /// Cuts a signal before it reaches a reader.
    public init(_ signal: SignalKey, to reader: String) {
        self.signal = signal
        self.reader = reader
    }
}

/// A publisher of a signal and one of its readers.
struct SignalEdge: Sendable {
    let from: String
    let to: String
    let signal: SignalKey
    let publisher: StageManifest
    let reader: StageManifest

    var cut: SignalCut { SignalCut(signal, to: to) }

    /// All of a plan, by readers in running order.
    static func all(of plan: Plan) -> [SignalEdge] {
        let manifests = plan.stages.map(\.manifest)
        return manifests.flatMap { reader in
            reader.reads.compactMap { key in
                manifests.first { $0.publishes.contains(key) && $0.id != reader.id }.map { publisher in
                    SignalEdge(from: publisher.id, to: reader.id, signal: key, publisher: publisher, reader: reader)
                }
            }
        }
    }
}

extension [Fingerprint: Int64] {
    /// How many rows have an amount here and there, and how many of these stand more than one place elsewhere among each
    /// other.
    fileprivate func moved(without others: [Fingerprint: Int64]) -> (ranked: Int, moved: Int) {
        let common = keys.filter { others[$0] != nil }
        func order(_ amounts: [Fingerprint: Int64]) -> [Fingerprint: Int] {
            let names = common.map { (name: $0, amount: amounts[$0] ?? 0, text: $0.text) }
                .sorted { ($1.amount, $0.text) < ($0.amount, $1.text) }
            return [Fingerprint: Int](uniqueKeysWithValues: names.enumerated().map { ($1.name, $0) })
        }
        let (here, there) = (order(self), order(others))
        let moved = common.count { abs((here[$0] ?? 0) - (there[$0] ?? 0)) > 1 }
        return (common.count, moved)
    }
}

/// A mean of lags by the rows that have them.
private struct MeanLag {
    private var hours = 0.0
    private var rows = 0

    mutating func add(_ lag: Double?, rows count: Int) {
        guard let lag, count > 0 else { return }
        hours += lag * Double(count)
        rows += count
    }

    var mean: Double? { rows > 0 ? hours / Double(rows) : nil }
}

extension FeedLedger {
    /// By how many hours what a publisher decides on is older than what a reader does; `nil` where either is not known.
    fileprivate func lag(of edge: SignalEdge, for owner: Owner) -> Double? {
        guard let behind = knownAt(edge.publisher, for: owner), let read = knownAt(edge.reader, for: owner) else {
            return nil
        }
        return read.days(since: behind) * 24
    }

    /// When the oldest of what a stage decides on was true.
    private func knownAt(_ manifest: StageManifest, for owner: Owner) -> Instant? {
        let moments = manifest.inputs.filter(\.decides).map(\.feed).map { feed -> Instant? in
            switch status(of: feed, for: owner) {
            case .fresh(let at), .stale(let at, _): at
            case .missing: nil
            }
        }
        return moments.contains(nil) ? nil : moments.compactMap(\.self).min()
    }
}
