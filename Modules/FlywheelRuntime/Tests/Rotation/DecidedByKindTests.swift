import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What a turn decides of a workflow whose kinds are decided by feeds of their own.
@Suite struct DecidedByKindTests {
    private let wheel = Wheel(store: MemoryStore(), stages: [InstalledStage(TwoFeedStage.self)])

    private func keep(_ exports: Export...) throws { for export in exports { try export.keep(in: wheel.store) } }

    private func open() throws -> [String] {
        try wheel.store.unfinishedExceptions().map { "\($0.fingerprint.kind) \($0.fingerprint.subject.code)" }.sorted()
    }

    @Test func anAccountThatBringsOneOfTwoFeedsIsToldOfItsKind() throws {
        try keep(.stock(["A": 0, "B": 9], at: .noon - 0.1))
        let summary = try wheel.turn()
        #expect(try open() == ["short A"])
        let workflow = try #require(summary.workflows.first)
        #expect(workflow.decided && workflow.opened == 1)
        #expect(workflow.withheld.map(\.text) == ["suppressed listings missing (acme, US), only for blocked"])
    }

    @Test func aStaleFeedStopsItsOwnKindAlone() throws {
        try keep(
            .stock(["A": 0, "B": 9, "C": 0], at: .noon - 0.1), .blocked([("A", 100), ("B", 100)], at: .noon - 0.1))
        try wheel.turn()
        #expect(try open() == ["blocked A", "blocked B", "short A", "short C"])
        try keep(.stock(["A": 50, "B": 0, "C": 0], at: .noon + 2.9))
        let summary = try wheel.turn(at: .noon + 3)
        #expect(try open() == ["blocked A", "blocked B", "short B", "short C"])
        #expect(
            summary.workflows.flatMap(\.withheld).map(\.text) == [
                "suppressed listings stale, 3 days old (acme, US), only for blocked"
            ])
        func name(_ kind: String) -> Fingerprint {
            let name = Fingerprint.blocked("A")
            return Fingerprint(workflow: "two-feeds", kind: kind, subject: name.subject, discriminator: "")
        }
        #expect(summary.isStale(name("blocked")) && !summary.isStale(name("short")))
    }

    @Test func rowsOfWhichItsFeedsDoNotTellAreCounted() throws {
        try keep(
            .catalog([("A", nil, 1_000), ("B", nil, 1_000), ("C", nil, 1_000)], at: .noon - 0.1),
            .stock(["A": 0], at: .noon - 0.1))
        let workflow = try #require(try wheel.turn().workflows.first)
        #expect(workflow.rows == 3 && workflow.untold == 2)
        let account = try #require(try wheel.store.currentRotation()?.accounts["acme"])
        let own = try CanonicalJSON.value(RotationSummary.self, from: account)
        #expect(own.workflows.map(\.rows) == [3] && own.workflows.map(\.untold) == [2])
        try keep(.stock(["A": 0], at: .noon - 9))
        #expect(
            try wheel.turn(at: .noon + 9).workflows.map(\.rows) == [nil], "where nothing is decided none is looked at")
    }

    @Test func aCloseIsJudgedByAFileOfItsOwnFeed() throws {
        try keep(.stock(["A": 0], at: .noon - 0.1), .blocked([("A", 100)], at: .noon - 0.1))
        try wheel.turn()
        let bench = try Workbench(
            wheel.store, plan: Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 0.1)
        for exception in try wheel.store.unfinishedExceptions() { try bench.close(exception.id, rootCause: "policy") }
        try keep(.stock(["A": 0], at: .noon + 0.3))
        try wheel.turn(at: .noon + 0.4)
        let states = try wheel.store.unfinishedExceptions().map { "\($0.fingerprint.kind) \($0.state)" }
        #expect(states.sorted() == ["blocked verifying", "short notFixed"])
    }

    @Test func whatADiscardedFileOpenedWaitsForItsOwnFeed() throws {
        try keep(.stock(["A": 0], at: .noon - 0.1))
        let file = try Export.blocked([("A", 100)], at: .noon - 0.1).keep(in: wheel.store)
        try wheel.turn()
        try wheel.store.decideImport(file, accept: false, by: .flywheel, at: .noon + 0.1)
        try wheel.turn(at: .noon + 0.2)
        #expect(try open() == ["blocked A", "short A"])
        try keep(.blocked([("B", 100)], at: .noon + 0.3))
        try wheel.turn(at: .noon + 0.4)
        #expect(try open() == ["blocked B", "short A"])
        #expect(try wheel.store.outcomes().isEmpty, "it never was")
    }

    @Test func aKindThatAFeedDecidesWhichTheStageDoesNotReadIsRefused() {
        #expect(throws: PlanError.unreadDecider("blind", "short", "stock/1")) {
            try Plan([InstalledStage(BlindStage.self)])
        }
    }
}

/// Names a feed that it does not read.
private struct BlindStage: FlywheelStage {
    static let manifest = StageManifest(
        id: "blind", title: "Blind", inputs: [Catalog.feed.deciding(Catalog.price)], kinds: [TwoFeedStage.short])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}
