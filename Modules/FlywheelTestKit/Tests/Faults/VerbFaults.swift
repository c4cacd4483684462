import FlywheelKit

/// `Double` where ``Exposure`` is asked for: it compiles, and the default runs.
struct NearlyWritesExposure: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .exposure]) }
    init(knobs: NoKnobs, model: NoModel) {}
    func exposure(of evidence: UnitsLeft) -> Double { Double(evidence.units) }
}

struct WritesMoreThanItSays: LowStock {
    init(knobs: NoKnobs, model: NoModel) {}
    func resolve(_ evidence: UnitsLeft) -> Resolution { Resolution(.dismiss("seasonal")) }
}

struct ChangesMoreThanItSays: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .resolve]) }
    init(knobs: NoKnobs, model: NoModel) {}
    func resolve(_ evidence: UnitsLeft) -> Resolution {
        Resolution(
            .act(Remedy("Name the brand", effortHours: 0.1, isReversible: true, change: .attributes([]))))
    }
}

/// Shares counted from today to a beginning years ahead, instead of from the beginning.
struct ListsMoreThanAYear: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .exposure]) }
    init(knobs: NoKnobs, model: NoModel) {}
    func exposure(of evidence: UnitsLeft) -> Exposure {
        Exposure(.dailyShare([Double](repeating: 0, count: 900) + [1]))
    }
}

struct NeverFinishesItsFix: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .exposure]) }
    init(knobs: NoKnobs, model: NoModel) {}
    func exposure(of evidence: UnitsLeft) -> Exposure { Exposure(.dailyShare([1]), fixTakesDays: .nan) }
}

struct LearnsTheFirstOnce: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .learn]) }
    init(knobs: NoKnobs, model: NoModel) {}

    func learn(_ outcome: Outcome<UnitsLeft>, into record: inout TrackRecord) {
        if record.total == 0 { record.add(1, to: "first") }
        record.count(outcome)
    }
}

struct MeasuresNothingOverNothing: LowStock {
    static var manifest: StageManifest { .lowStock(writes: [.detect, .measure]) }
    init(knobs: NoKnobs, model: NoModel) {}

    static func measure(_ record: TrackRecord) -> [Measure] {
        let noise = Double(record.count(of: .noise)) / Double(record.total)
        return [Measure("noise", noise, unit: .share, samples: record.total)]
    }
}

/// Evidence that forgets on its way through the store.
struct ForgetsEvidence: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable {
        var units: Int
        var sku = ""
        enum CodingKeys: CodingKey { case units }
    }

    static let manifest = StageManifest.lowStock()

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let units = chunk[Stock.fulfillable]
        for row in chunk.rows {
            guard let left = units[row], left < 5 else { continue }
            findings.report(.low, at: row, Evidence(units: left, sku: chunk.codes[row]))
        }
    }
}

/// Evidence with a number that equals nothing.
struct DividesByZero: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable { var cover: Double }

    static let manifest = StageManifest.lowStock()

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let units = chunk[Stock.fulfillable]
        for row in chunk.rows where units[row] == 0 { findings.report(.low, at: row, Evidence(cover: 0.0 / 0)) }
    }
}

/// A survey that reads a column which nobody reads for it, so that its model never knows enough.
struct SurveysUndeclaredColumn: LowStock, Surveying {
    struct Model: StageModel { var titles = 0 }

    struct Survey: Mergeable {
        var titles = 0
        mutating func merge(_ other: Survey) { titles += other.titles }
    }

    private let model: Model

    init(knobs: NoKnobs, model: Model) { self.model = model }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<UnitsLeft>) {
        if model.titles > 0 { Self.reportLow(in: chunk, into: &findings) }
    }

    static func survey(_ chunk: Chunk, into survey: inout Survey) {
        survey.titles += chunk.rows.count { chunk[Catalog.title][$0] != nil }
    }

    static func fit(_ survey: Survey, after model: Model) -> Model { Model(titles: survey.titles) }
}

/// A survey whose parts cannot be put together.
struct KeepsTheLargerSurvey: LowStock, Surveying {
    struct Model: StageModel { var listings = 0 }

    struct Survey: Mergeable {
        var listings = 0
        mutating func merge(_ other: Survey) { listings = max(listings, other.listings) }
    }

    init(knobs: NoKnobs, model: Model) {}
    static func survey(_ chunk: Chunk, into survey: inout Survey) { survey.listings += chunk.count }
    static func fit(_ survey: Survey, after model: Model) -> Model { Model(listings: survey.listings) }
}
