import FlywheelKit

/// Listings with fewer units than a limit, by knobs of every kind of which one alone can be tuned.
struct ChosenStage: FlywheelStage {
    enum Side: String, Hashable, Codable { case left, right }

    struct Bounds: Hashable, Codable {
        var least = 1
        var most = 9
    }

    struct Knobs: StageKnobs {
        var limit = 5.0
        var side = Side.left
        var isStrict = false
        var places = ["US"]
        var bounds = Bounds()
        static let tunable = [Knob<Knobs>("limit", \.limit, in: 1...50, looser: .higher, unit: .units)]
    }

    static let low = FindingKind("low", title: "low stock", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "chosen", title: "Chosen", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [low])

    let knobs: Knobs

    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        for (row, units) in scarce(in: chunk, under: knobs.limit) { findings.report(Self.low, at: row, units) }
    }
}
