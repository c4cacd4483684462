import FlywheelKit

/// A workflow before its author changed what is kept of it.
struct EarlierStage: Surveying {
    struct Knobs: StageKnobs {
        var limit = 5.0
        var gone = 1.0
        static let tunable = [Knob<Knobs>("limit", \.limit, in: 1...50, looser: .higher, unit: .units)]
    }

    struct Model: StageModel { var seen = 0 }

    struct Survey: Mergeable {
        var rows = 0
        mutating func merge(_ other: Survey) { rows += other.rows }
    }

    struct Evidence: Hashable, Codable { var units: Int }

    static let low = FindingKind("low", title: "low stock", effortHours: 1, lastsDays: 14)
    static let manifest = StageManifest(
        id: "versioned", title: "Versioned", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [low])

    private let knobs: Knobs

    init(knobs: Knobs, model: Model) { self.knobs = knobs }

    static func survey(_ chunk: Chunk, into survey: inout Survey) { survey.rows += chunk.count }
    static func fit(_ survey: Survey, after model: Model) -> Model { Model(seen: survey.rows) }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for (row, units) in scarce(in: chunk, under: knobs.limit) {
            findings.report(Self.low, at: row, Evidence(units: units))
        }
    }
}

/// The same workflow with a knob, a number of its model and one of its evidence that the earlier one did not keep, and
/// without one of its knobs.
struct LaterStage: Surveying {
    struct Knobs: StageKnobs {
        var limit = 5.0
        var least = 0.0
        static let tunable = [Knob<Knobs>("limit", \.limit, in: 1...50, looser: .higher, unit: .units)]
    }

    struct Model: StageModel { var listings = 0 }

    typealias Survey = EarlierStage.Survey

    struct Evidence: Hashable, Codable {
        var units: Int
        var listings: Int
    }

    static let manifest = EarlierStage.manifest

    private let knobs: Knobs
    private let model: Model

    init(knobs: Knobs, model: Model) {
        self.knobs = knobs
        self.model = model
    }

    static func survey(_ chunk: Chunk, into survey: inout Survey) { survey.rows += chunk.count }
    static func fit(_ survey: Survey, after model: Model) -> Model { Model(listings: survey.rows) }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for (row, units) in scarce(in: chunk, under: knobs.limit) where Double(units) >= knobs.least {
            findings.report(EarlierStage.low, at: row, Evidence(units: units, listings: model.listings))
        }
    }
}

func scarce(in chunk: Chunk, under limit: Double) -> [(row: Int, units: Int)] {
    let units = chunk[Stock.fulfillable]
    return chunk.rows.compactMap { row in units[row].flatMap { Double($0) < limit ? (row, $0) : nil } }
}
