import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Predictions whose seller ordered: by the file of orders, and without a word to the desk.
@Suite struct OrderedWarningTests {
    /// Foresees that few units run out, those on their way counted, and sees that none are left.
    private struct LowStage: FlywheelStage {
        static let out = FindingKind("out", title: "out of stock", effortHours: 1, lastsDays: 14)
        static let manifest = StageManifest(
            id: "low", title: "Low",
            inputs: [
                Stock.feed.deciding(Stock.fulfillable),
                PurchaseOrders.feed.helping(
                    PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.expected, PurchaseOrders.received,
                    PurchaseOrders.units),
            ], kinds: [out])

        init(knobs: NoKnobs, model: NoModel) {}

        func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {
            let lines = chunk.details(of: PurchaseOrders.feed)
            let ordered = lines[PurchaseOrders.units]
            for row in chunk.rows {
                guard let units = chunk[Stock.fulfillable][row] else {
                    findings.cannotTell(at: row)
                    continue
                }
                let coming = lines.range(row).reduce(0) { $0 + (ordered[$1] ?? 0) }
                if units == 0 || units + coming < 5 { findings.report(Self.out, at: row, units) }
            }
        }

        func exposure(of units: Int) -> Exposure { Exposure(.dailyShare([1]), probability: units > 0 ? 0.6 : 1) }
    }

    private static func order(
        _ ordered: [(String, Day)], expected: Day? = nil, units: Int = 50, at: Instant = .noon + 1.9
    ) -> Export {
        Export(
            feed: PurchaseOrders.feed, effectiveAt: at,
            rows: ordered.map { code, day in
                FactRow(
                    code, PurchaseOrders.order.of("P\(code)"), PurchaseOrders.ordered.of(day),
                    PurchaseOrders.expected.of(expected), PurchaseOrders.units.of(units))
            })
    }

    /// Foreseen of each of these.
    private static func foreseen(_ codes: [String]) throws -> Wheel {
        let units = Dictionary(uniqueKeysWithValues: codes.map { ($0, 3) })
        let wheel = Wheel(
            store: try store([
                .catalog(codes.map { ($0, nil, 1_000) }, at: .noon - 0.5),
                .sales(units, days: 60, until: .today, at: .noon - 0.4), .stock(units, at: .noon - 0.2),
            ]), stages: [InstalledStage(LowStage.self)])
        try wheel.turn()
        #expect(try wheel.store.unfinishedExceptions().map(\.state) == codes.map { _ in .predicted })
        return wheel
    }

    private static func fates(_ wheel: Wheel) throws -> [String: Fate] {
        let fates =
            try wheel.store.outcomes().map { ($0.fingerprint.subject.code, $0.fate) }
            + wheel.store.unfinishedExceptions().map { ($0.fingerprint.subject.code, $0.fate) }
        return Dictionary(uniqueKeysWithValues: fates.compactMap { code, fate in fate.map { (code, $0) } })
    }

    @Test func anOrderPlacedSinceIsAnActOnThePrediction() throws {
        let wheel = try Self.foreseen(["A", "B", "C"])
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

    @Test func whatCouldHelpBeforeItBeganIsAnActOnWhatComesTrueToo() throws {
        let wheel = try Self.foreseen(["A", "B", "C", "D", "E"])
        let out = ["A": 0, "B": 0, "C": 0, "D": 0, "E": 3]
        // A and E are ordered the day after and are to come the day before A runs out, B was ordered before, C comes too late.
        try Self.order(
            [("A", .ago(-1)), ("B", .ago(3)), ("E", .ago(-1))], expected: .ago(-2), units: 1, at: .noon + 2.9
        )
        .keep(in: wheel.store)
        try Self.order([("C", .ago(-1))], expected: .ago(-9), units: 1, at: .noon + 2.9).keep(in: wheel.store)
        try Export.stock(out, at: .noon + 2.9).keep(in: wheel.store)
        try wheel.turn(at: .noon + 3)
        #expect(
            try Self.fates(wheel) == ["A": .actedOn, "B": .cameTrue, "C": .cameTrue, "D": .cameTrue, "E": .actedOn])
        let standing = try wheel.store.unfinishedExceptions()
        #expect(standing.compactMap { UntouchedProblem($0)?.fingerprint.subject.code }.sorted() == ["B", "C", "D"])
        let told = try wheel.store.events().map(\.event).filter { $0.detail.hasPrefix("ordered ") }
        #expect(told.map(\.verb) == [.cameTrue, .cameTrue, .changed])
        // What is seen again says nothing more.
        try wheel.turn(at: .noon + 3.1)
        #expect(try wheel.store.unfinishedExceptions() == standing)
        // What came in time and was entered late counts as well.
        try Self.order([("D", .ago(-2))], units: 1, at: .noon + 4).keep(in: wheel.store)
        try Export.stock(out, at: .noon + 4).keep(in: wheel.store)
        try wheel.turn(at: .noon + 4.1)
        #expect(try Self.fates(wheel)["D"] == .actedOn)

        try Export.stock(out.mapValues { _ in 90 }, at: .noon + 5).keep(in: wheel.store)
        try wheel.turn(at: .noon + 5.1)
        #expect(
            try Self.fates(wheel) == ["A": .actedOn, "B": .cameTrue, "C": .cameTrue, "D": .actedOn, "E": .actedOn])
        let outcomes = try wheel.store.outcomes()
        #expect(outcomes.compactMap { UntouchedProblem($0)?.fingerprint.subject.code }.sorted() == ["B", "C"])
        // What began was a problem that ended by itself, whoever ordered.
        #expect(outcomes.map(\.verdict) == [.selfCleared, .selfCleared, .selfCleared, .selfCleared, .actionable])
        let score = try #require(WarningScore.all(outcomes: outcomes, unfinished: [], asOf: .noon + 60).first)
        #expect((score.actedOn, score.cameTrue, score.lapsed, score.settled) == (3, 2, 0, 2))
    }
}
