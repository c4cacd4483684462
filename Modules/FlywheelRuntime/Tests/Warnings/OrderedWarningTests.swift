import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Predictions that lapse because their seller ordered: by the file of orders, and without a word to the desk.
@Suite struct OrderedWarningTests {
    /// Foresees that few units run out, unless some are on their way.
    private struct LowStage: FlywheelStage {
        static let out = FindingKind("out", title: "out of stock", effortHours: 1, lastsDays: 14)
        static let manifest = StageManifest(
            id: "low", title: "Low",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable),
                PurchaseOrders.feed.helping(PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.units),
            ], kinds: [out])

        init(knobs: NoKnobs, model: NoModel) {}

        func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
            let lines = chunk.details(of: PurchaseOrders.feed)
            for row in chunk.rows {
                guard let units = chunk[Stock.fulfillable][row] else {
                    findings.cannotTell(at: row)
                    continue
                }
                if units < 5, lines.range(row).isEmpty { findings.report(Self.out, at: row, units) }
            }
        }

        func exposure(of units: Int) -> Exposure { Exposure(.dailyShare([1]), probability: 0.6) }
    }

    private static func order(_ ordered: [(String, Day)]) -> Export {
        Export(
            feed: PurchaseOrders.feed, effectiveAt: .noon + 1.9,
            rows: ordered.map { code, day in
                FactRow(
                    code, PurchaseOrders.order.of("P\(code)"), PurchaseOrders.ordered.of(day),
                    PurchaseOrders.units.of(50))
            })
    }

    @Test func anOrderPlacedSinceIsAnActOnThePrediction() throws {
        let codes = ["A", "B", "C"]
        let wheel = Wheel(
            store: try store([
                .catalog(codes.map { ($0, nil, 1_000) }, at: .noon - 0.5),
                .sales(["A": 2, "B": 2, "C": 2], days: 60, until: .today, at: .noon - 0.4),
                .stock(["A": 3, "B": 3, "C": 3], at: .noon - 0.2),
            ]), stages: [InstalledStage(LowStage.self)])
        try wheel.turn()
        #expect(try wheel.store.unfinishedExceptions().map(\.state) == [.predicted, .predicted, .predicted])
        // A is ordered on the day of the look, B was before it, and C comes without an order.
        try Self.order([("A", .today), ("B", .ago(3))]).keep(in: wheel.store)
        try Export.stock(["A": 3, "B": 3, "C": 90], at: .noon + 1.9).keep(in: wheel.store)
        try wheel.turn(at: .noon + 2)
        let outcomes = try wheel.store.outcomes()
        let verdicts = Dictionary(uniqueKeysWithValues: outcomes.map { ($0.fingerprint.subject.code, $0.verdict) })
        #expect(verdicts == ["A": .actionable, "B": .didNotHappen, "C": .didNotHappen])
        #expect(outcomes.allSatisfy { $0.work?.closer == nil && $0.rootCause == nil })
        #expect(outcomes.compactMap { UntouchedProblem($0)?.fingerprint.subject.code }.sorted() == ["B", "C"])
        let score = try #require(
            WarningScore.all(outcomes: outcomes, unfinished: [], asOf: .noon + 60).first)
        #expect((score.predicted, score.actedOn, score.lapsed, score.settled) == (3, 1, 2, 2))
    }
}
