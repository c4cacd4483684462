import FlywheelKit
import FlywheelStore

/// One chunk looked at with all signals, and once for each edge with that one withheld.
struct ChunkTrial: Sendable {
    /// What a cut changed of its reader's findings on one chunk.
    struct Effect: Sendable {
        var rows: Int
        var published: Int?
        var read: Int
        var findings = 0
        var gone = 0
        var different = 0
        var new = 0
    }

    /// What comes of the chunk with all signals.
    let whole: ChunkTurn
    /// The same without each edge, in their order.
    private(set) var cut: [ChunkTurn] = []
    /// What each cut changed; `nil` where its reader does not look at rows of this kind.
    private(set) var effects: [Effect?] = []

    /// What stages said in running order, and the port as each of them found it.
    private struct Run {
        var reports: [StageReport] = []
        var ports: [SignalPort]
    }

    /// - Parameters:
    ///   - cuts: what is withheld in every look.
    ///   - tables: signals of listings, as they are with all signals and without each edge.
    init(
        _ placed: PlacedChunk, stages: [PreparedStage], edges: [SignalEdge], cuts: Set<SignalCut>, sweep: Sweep,
        tables: (whole: SignalTables, cut: [SignalTables])
    ) throws {
        let owner = FeedLedger.Owner(placed.chunk)
        let base = try Self.run(
            Run(ports: [tables.whole.port(for: owner)]), on: placed.chunk, stages, withholding: cuts)
        func turn(of run: Run) throws -> ChunkTurn {
            let seen = try SeenChunk(
                placed, zip(stages, run.reports).map { (stage: $0, report: $1) }, in: sweep)
            return try sweep.turn(seen, port: run.ports[stages.count])
        }
        whole = try turn(of: base)
        for (place, edge) in edges.enumerated() {
            let reader = stages.firstIndex { $0.manifest.id == edge.to }
            // What runs before the reader on listings saw nothing of the cut.
            var resumed = Run(ports: [tables.cut[place].port(for: owner)])
            if placed.chunk.kind == .listing {
                let unchanged = reader ?? stages.count
                resumed = Run(
                    reports: Array(base.reports[..<unchanged]), ports: Array(base.ports[...unchanged]))
            }
            let run = try Self.run(resumed, on: placed.chunk, stages, withholding: cuts.union([edge.cut]))
            cut.append(try turn(of: run))
            effects.append(
                try reader.map { reader in
                    var effect = try Effect(
                        of: base.reports[reader], without: run.reports[reader], rows: placed.chunk.count,
                        read: base.ports[reader + 1].handed?[edge.signal] ?? 0)
                    effect.published = base.ports[reader].count(of: edge.signal)
                    return effect
                })
        }
    }

    /// Runs the stages that have not run yet.
    private static func run(
        _ begun: Run, on chunk: Chunk, _ stages: [PreparedStage], withholding cuts: Set<SignalCut>
    ) throws -> Run {
        var run = begun
        for stage in stages[run.reports.count...] {
            var port = run.ports[run.reports.count]
            port.handed = [:]
            port.withheld = Set(cuts.filter { $0.reader == stage.manifest.id }.map(\.signal))
            run.reports.append(try stage.detect(chunk, &port))
            port.withheld = []
            run.ports.append(port)
        }
        return run
    }
}

extension ChunkTrial.Effect {
    init(of whole: StageReport, without cut: StageReport, rows: Int, read: Int) throws {
        self.init(rows: rows, published: nil, read: read)
        findings = whole.sightings.count
        let left = Dictionary(cut.sightings.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Set(whole.sightings.map(\.fingerprint))
        new = cut.sightings.count { !names.contains($0.fingerprint) }
        for sighting in whole.sightings {
            guard let other = left[sighting.fingerprint] else {
                gone += 1
                continue
            }
            let isSame = try sighting.isSameClaim(other.evidence.text()) && sighting.exposure == other.exposure
            if !isSame { different += 1 }
        }
    }
}

extension MeasuredLink {
    /// Adds what was seen on a chunk.
    mutating func add(_ effect: ChunkTrial.Effect) {
        rows += effect.rows
        if let published = effect.published { self.published = (self.published ?? 0) + published }
        read += effect.read
        findings += effect.findings
        gone += effect.gone
        different += effect.different
        new += effect.new
    }
}
