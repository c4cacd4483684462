import FlywheelKit

/// Listings whose stock, read as a percentage, is how likely they are to run out; from 100 on they did.
struct ChanceStage: FlywheelStage {
    struct Knobs: StageKnobs {
        var least = 0.2
        static let tunable = [Knob<Knobs>("least", \.least, in: 0.05...0.9, looser: .lower, unit: .share)]
    }

    static let out = FindingKind("out", title: "out of stock", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "chance", title: "Chance", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [out],
        writes: [.detect, .exposure])

    let knobs: Knobs

    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        for row in chunk.rows {
            guard let percent = chunk[Stock.fulfillable][row],
                let weight = FindingWeight(Double(percent) / 100, least: knobs.least)
            else { continue }
            findings.report(Self.out, at: row, weighing: weight, percent)
        }
    }

    func exposure(of evidence: Int) -> Exposure {
        Exposure(.dailyShare([1]), probability: min(1, Double(evidence) / 100))
    }
}
