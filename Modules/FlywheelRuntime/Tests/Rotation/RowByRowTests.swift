import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What files decide that name a few listings each, of a feed of which no complete file ever comes.
@Suite struct RowByRowTests {
    private let wheel: Wheel
    private let dollar = Currency("USD")

    init() throws {
        wheel = Wheel(store: MemoryStore(), stages: [InstalledStage(OfferStage.self)])
        try Export.catalog([("A", nil, 1_000), ("B", nil, 1_000)], at: .noon - 9).keep(in: wheel.store)
    }

    /// One answer about one listing: the own price in cents, while the lowest of others is 9.00.
    private func offer(_ code: String, _ cents: Int64, at: Instant) throws { try offers([(code, cents, nil)], at: at) }

    /// A file about several, of which some say themselves when they were true.
    private func offers(_ offers: [(code: String, cents: Int64, at: Instant?)], at file: Instant) throws {
        func money(_ cents: Int64) -> Money? { dollar.map { Money(minorUnits: cents, $0) } }
        let rows = offers.map { code, cents, at in
            FactRow(
                code, Offers.ownPrice.of(money(cents)), Offers.lowestCompetitorPrice.of(money(900)),
                Cell(name: FactRows.moment, data: .instants(Values([at]))))
        }
        try Export(feed: Offers.feed, effectiveAt: file, rows: rows, isComplete: false).keep(in: wheel.store)
    }

    private func state(_ code: String) throws -> ExceptionRecord.State? {
        try exception(of: "offers", on: code, in: wheel.store)?.state
    }

    @Test func aFileOpensAndClearsWhatItNamesAndNothingElse() throws {
        try offer("A", 1_000, at: .noon - 1)
        try offer("B", 1_000, at: .noon - 0.9)
        #expect(try wheel.turn().workflows.first?.opened == 2)
        try offer("A", 800, at: .noon + 0.1)
        try wheel.turn(at: .noon + 0.2)
        #expect(try state("A") == nil)
        #expect(try state("B") == .active)
    }

    @Test func whatNoFreshFileNamesStaysAsItIs() throws {
        try offer("A", 1_000, at: .noon - 1)
        try wheel.turn()
        // Of A nothing was heard for four days, of B it was.
        try offer("B", 1_000, at: .noon + 2.9)
        let summary = try wheel.turn(at: .noon + 3)
        #expect(summary.workflows.first?.withheld == [])
        #expect(try state("A") == .active)
        #expect(try state("B") == .active)
    }

    @Test func aCloseIsJudgedByAFileThatNamesTheListingAfterIt() throws {
        try offer("A", 1_000, at: .noon - 1)
        try wheel.turn()
        let bench = try Workbench(
            wheel.store, plan: Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 0.1)
        let id = try #require(try exception(of: "offers", on: "A", in: wheel.store)?.id)
        _ = try bench.close(id, rootCause: "price")
        try offer("B", 800, at: .noon + 0.2)
        try wheel.turn(at: .noon + 0.3)
        #expect(try state("A") == .verifying, "what was known of A before the close says nothing of what came after")
        try offer("A", 1_000, at: .noon + 0.4)
        try wheel.turn(at: .noon + 0.5)
        #expect(try state("A") == .notFixed)
    }

    @Test(arguments: [1_000, 800]) func aCloseIsNotJudgedByAnOlderChangeInANewerFile(cents: Int64) throws {
        try offer("A", 1_000, at: .noon - 1)
        try wheel.turn()
        let bench = try Workbench(
            wheel.store, plan: Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 0.1)
        let id = try #require(try exception(of: "offers", on: "A", in: wheel.store)?.id)
        _ = try bench.close(id, rootCause: "price")
        try offers([("A", cents, .noon - 0.1), ("B", 800, .noon + 0.4)], at: .noon + 0.4)
        try wheel.turn(at: .noon + 0.5)
        #expect(try state("A") == .verifying)
        try offers([("A", 1_000, .noon + 0.3), ("B", 800, .noon + 0.6)], at: .noon + 0.6)
        try wheel.turn(at: .noon + 0.7)
        #expect(try state("A") == .notFixed)
    }

    /// What answers about a few listings say of problems: the percentage that is lost, nothing where there is none.
    private func answer(_ problems: [String: String?], at: Instant, isComplete: Bool = false) throws {
        try Export(
            feed: SuppressedListings.feed, effectiveAt: at,
            rows: problems.sorted { $0.key < $1.key }.map { code, status in
                FactRow(code, SuppressedListings.status.of(status))
            }, format: isComplete ? "report" : "answer", isComplete: isComplete
        ).keep(in: wheel.store)
    }

    @Test func answersAloneOpenAndEndWhatTheyNameOfAListOfProblems() throws {
        let wheel = Wheel(store: self.wheel.store, stages: [InstalledStage(BlockedStage.self)])
        func state(_ code: String) throws -> ExceptionRecord.State? {
            try exception(of: "blocked", on: code, in: wheel.store)?.state
        }
        try answer(["A": "100", "B": "100"], at: .noon - 1)
        #expect(try wheel.turn().workflows.first?.withheld == [])
        #expect(try state("A") == .active)
        try answer(["A": nil], at: .noon + 0.1)
        try wheel.turn(at: .noon + 0.2)
        #expect(try state("A") == nil)
        #expect(try state("B") == .active, "what an answer leaves out is not known to be well")
        try answer(["Z": "100"], at: .noon + 0.3, isComplete: true)
        try wheel.turn(at: .noon + 0.4)
        #expect(try state("B") == .active, "another source holds it open while it is fresh")
    }
    @Test func whatAnAnswerAloneSaidTooLongAgoOpensAndEndsNothing() throws {
        let wheel = Wheel(store: self.wheel.store, stages: [InstalledStage(BlockedStage.self)])
        func state(_ code: String) throws -> ExceptionRecord.State? {
            try exception(of: "blocked", on: code, in: wheel.store)?.state
        }
        try answer(["A": "100"], at: .noon - 3)
        try answer(["B": "100"], at: .noon - 0.1)
        try wheel.turn()
        #expect(try state("A") == nil)
        #expect(try state("B") == .active)
        try answer(["Z": "100"], at: .noon + 2.9)
        #expect(try wheel.turn(at: .noon + 3).workflows.first?.withheld == [])
        #expect(try state("B") == .active)
    }
}
