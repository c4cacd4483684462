import FlywheelKit

/// Listings with fewer units than a limit that can be tuned.
struct LimitStage: FlywheelStage {
    struct Knobs: StageKnobs {
        var limit = 5.0
        static let tunable = [Knob<Knobs>("limit", \.limit, in: 1...50, looser: .higher, unit: .units)]
    }

    static let low = FindingKind("low", title: "low stock", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "limit", title: "Limit", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [low],
        writes: [.detect, .exposure, .tune])

    let knobs: Knobs

    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        for row in chunk.rows {
            guard let units = chunk[Stock.fulfillable][row] else {
                findings.cannotTell(at: row)
                continue
            }
            if Double(units) < knobs.limit { findings.report(Self.low, at: row, units) }
        }
    }

    func exposure(of evidence: Int) -> Exposure { Exposure(.dailyShare([0.5])) }

    static func tune(_ knobs: Knobs, from record: TrackRecord) -> Proposal<Knobs>? {
        guard record.total > 0 else { return nil }
        return Proposal(Knobs(limit: knobs.limit + 1), because: "one more")
    }
}
