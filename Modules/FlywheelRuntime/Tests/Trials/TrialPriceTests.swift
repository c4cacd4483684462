import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What a trial finds is worth what its row in the queue is.
@Suite struct TrialPriceTests {
    /// Four listings that run low, of which two have a season and one a price that is an error.
    private func wheel(_ stages: [InstalledStage]) throws -> Wheel {
        let codes = ["O1", "O2", "S1", "S2"]
        return Wheel(
            store: try store([
                .catalog(codes.map { ($0, nil, $0 == "S2" ? 90_000 : 1_000) }, at: .noon - 0.2),
                .sales(
                    Dictionary(uniqueKeysWithValues: codes.map { ($0, 6) }), days: 60, until: .today, at: .noon - 0.2),
                .stock(Dictionary(uniqueKeysWithValues: codes.map { ($0, 2) }), at: .noon - 0.2),
            ]), stages: stages)
    }

    private static let stages = [
        "limit": [
            InstalledStage(LimitStage.self), InstalledStage(SeasonStage.self), InstalledStage(UsualStage.self),
        ],
        "peak": [InstalledStage(PeakStage.self), InstalledStage(UsualStage.self)],
    ]

    /// The first is told of seasons by a workflow that runs later, the other tells of them itself.
    @Test(arguments: ["limit", "peak"]) func whatOthersPublishPricesWhatItFinds(workflow: String) throws {
        let stages = try #require(Self.stages[workflow])
        let wheel = try wheel(stages)
        let plan = try Plan(stages)
        let look = try DetectionTrial(store: wheel.store, plan: plan, zones: .utc, settings: wheel.settings)
            .run(workflow, knobs: [""], asOf: .noon)
        try wheel.turn()
        let rows = try amounts(wheel)
        #expect(rows.count == 4)
        let found = look.sights.map { ($0.fingerprint.text, $0.avoidable?.minorUnits ?? 0) }
        #expect(Dictionary(uniqueKeysWithValues: found) == rows)
        // Without what is published all of them would come to the same, but for the error.
        #expect(Set(rows.values).count == 3)
    }

    /// What each row's end would save, by its fingerprint.
    private func amounts(_ wheel: Wheel) throws -> [String: Int64] {
        try wheel.terms().mapValues { try #require($0.avoidable ?? $0.atRisk) }
    }
}

/// Says of listings that ask for much what they usually ask for.
private struct UsualStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "usual", title: "Usual", inputs: [Catalog.feed.deciding(Catalog.price)], publishes: [ReckonedPrice.key],
        kinds: [])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        let prices = chunk[Catalog.price]
        signals.publish(
            chunk.rows.map { row in
                prices[row].flatMap {
                    $0.minorUnits > 10_000 ? ReckonedPrice(price: Money(minorUnits: 1_500, $0.currency)) : nil
                }
            })
    }
}

/// Listings that run low, with the season of them itself.
private struct PeakStage: FlywheelStage {
    typealias Knobs = LimitStage.Knobs

    static let manifest = StageManifest(
        id: "peak", title: "Peak", inputs: [Stock.feed.deciding(Stock.fulfillable)], publishes: [DemandSeason.key],
        kinds: [LimitStage.low], writes: [.detect, .exposure, .tune])

    private let limit: LimitStage

    init(knobs: Knobs, model: NoModel) { limit = LimitStage(knobs: knobs, model: model) }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
        limit.detect(in: chunk, signals: &signals, into: &findings)
        signals.publish(chunk.rows.map { chunk.codes[$0].hasPrefix("S") ? SeasonStage.season : nil })
    }

    func exposure(of evidence: Int) -> Exposure { limit.exposure(of: evidence) }
}
