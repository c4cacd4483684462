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
    private func offer(_ code: String, _ cents: Int64, at: Instant) throws {
        func money(_ cents: Int64) -> Money? { dollar.map { Money(minorUnits: cents, $0) } }
        let row = FactRow(
            code, Offers.ownPrice.of(money(cents)), Offers.lowestCompetitorPrice.of(money(900)))
        try Export(feed: Offers.feed, effectiveAt: at, rows: [row], isComplete: false).keep(in: wheel.store)
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
}
