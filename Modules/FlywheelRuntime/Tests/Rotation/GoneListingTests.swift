import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What becomes of rows on listings that the list of all listings no longer has.
@Suite struct GoneListingTests {
    private static let stages = [InstalledStage(BlockedStage.self), InstalledStage(ShelfStage.self)]
    private let wheel: Wheel

    init() throws { wheel = Wheel(store: try store([]), stages: Self.stages) }

    private func bench(at now: Instant) throws -> Workbench {
        try Workbench(wheel.store, plan: Plan(Self.stages), actor: Actor(.person, "ann"), now: now)
    }

    /// The list of all listings, with the merchant's own quantities.
    private func list(_ quantities: [String: Int?], at: Instant) -> Export {
        Export(
            feed: Catalog.feed, effectiveAt: at,
            rows: quantities.sorted { $0.key < $1.key }.map { code, units in
                FactRow(code, Catalog.title.of("Title of \(code)"), Catalog.quantity.of(units))
            })
    }

    /// What is the matter on a day: units in warehouses and blocked listings, as files of an hour before noon say.
    private func day(
        _ day: Double, list: Export? = nil, stock: [String: Int?] = ["Z": 50], blocked: [String] = []
    ) throws {
        let at = Instant.noon + day
        try list?.keep(in: wheel.store)
        try Export.stock(stock, at: at - 0.05).keep(in: wheel.store)
        try Export.blocked(blocked.map { ($0, 100) } + [("Z", 1)], at: at - 0.05).keep(in: wheel.store)
        try wheel.turn(at: at)
    }

    private func state(of workflow: String, on code: String) throws -> [ExceptionRecord.State] {
        try wheel.store.exceptions(
            on: Subject(.listing, account: "acme", marketplace: "ATVPDKIKX0DER", code: code)
        ).filter { $0.fingerprint.workflow == workflow }.map(\.state)
    }

    @Test func aStockOutIsWithdrawnWithItsListing() throws {
        try day(0, list: list(["A": 0, "Z": 50], at: .noon - 0.04))
        #expect(try state(of: "shelf", on: "A") == [.active])
        try day(1, list: list(["Z": 50], at: .noon + 0.96))
        #expect(try state(of: "shelf", on: "A") == [.withdrawn])
        let id = try #require(
            try wheel.store.exceptions(
                on: Subject(.listing, account: "acme", marketplace: "ATVPDKIKX0DER", code: "A")
            ).first?.id)
        let last = try wheel.store.history(of: "\(id)").last?.event
        #expect(last == JournalEvent(.cleared, "\(id)", cause: "R2", state: "withdrawn", detail: "gone"))
        #expect(try wheel.store.outcomes().isEmpty, "it is no hit, no miss and no lesson")
        #expect(try wheel.store.stageStates().allSatisfy(\.record.isEmpty))
    }

    @Test func unitsOfAListingThatIsGoneAreStillPaidForAndSellNothing() throws {
        var stock = Export.stock(["A": 0, "Z": 50], at: .noon - 0.05)
        stock.rows[0].cells[Stock.unsellable.name] = Stock.unsellable.of(7).data
        try stock.keep(in: wheel.store)
        try list(["A": nil, "Z": nil], at: .noon - 0.04).keep(in: wheel.store)
        try wheel.turn()
        #expect(try state(of: "shelf", on: "A") == [.active, .active])
        for number in 1...2 {
            stock.effectiveAt = .noon + Double(number) - 0.05
            try stock.keep(in: wheel.store)
            try list(["Z": nil], at: .noon + Double(number) - 0.04).keep(in: wheel.store)
            try wheel.turn(at: .noon + Double(number))
        }
        let left = try wheel.store.unfinishedExceptions().filter { $0.fingerprint.subject.code == "A" }
        #expect(left.map(\.fingerprint.kind) == ["fee"])
        #expect(Set(try state(of: "shelf", on: "A")) == [.active, .withdrawn])
    }

    @Test(arguments: [true, false]) func whatSpeaksNotForAllListingsEndsNothing(isPartial: Bool) throws {
        try day(0, list: list(["A": 0, "Z": 50], at: .noon - 0.04))
        var less = list(["Z": 50], at: .noon + 0.96)
        less.isComplete = !isPartial
        if !isPartial { less.state = .quarantined }
        try day(1, list: less)
        #expect(try state(of: "shelf", on: "A") == [.active])
    }

    @Test func aCloseIsNotVerifiedByTheListingsEnd() throws {
        try day(0, list: list(["A": 9, "B": 9, "Z": 50], at: .noon - 0.04), blocked: ["A", "B"])
        for code in ["A", "B"] {
            let id = try #require(try exception(of: "blocked", on: code, in: wheel.store)?.id)
            try bench(at: .noon + 0.1).close(id, rootCause: "policy")
        }
        try day(1, list: list(["B": 9, "Z": 50], at: .noon + 0.96))
        #expect(try state(of: "blocked", on: "A") == [.withdrawn])
        #expect(try state(of: "blocked", on: "B") == [.verified])
        #expect(try wheel.store.outcomes().map(\.fingerprint.subject.code) == ["B"])
    }

    @Test func aListFromBeforeTheListOfProblemsIsWaitedFor() throws {
        try day(0, list: list(["A": 9, "Z": 50], at: .noon - 0.04), blocked: ["A"])
        try day(1, list: list(["Z": 50], at: .noon + 0.9))
        #expect(try state(of: "blocked", on: "A") == [.active], "the next list may have it again")
        try day(2, list: list(["A": 9, "Z": 50], at: .noon + 1.96))
        #expect(try state(of: "blocked", on: "A") == [.cleared])
    }

    @Test func aListOfProblemsIsBelievedOfWhatIsInNoOtherList() throws {
        try day(0, list: list(["A": 9, "Z": 50], at: .noon - 0.04), blocked: ["A"])
        try day(1, list: list(["Z": 50], at: .noon + 0.96), blocked: ["A"])
        #expect(try state(of: "blocked", on: "A") == [.active], "the marketplace may have taken it out itself")
    }

    @Test func whatNoListEverHadIsNotGone() throws {
        try day(0, list: list(["Z": 50], at: .noon - 0.04), blocked: ["A"])
        let id = try #require(try exception(of: "blocked", on: "A", in: wheel.store)?.id)
        try bench(at: .noon + 0.1).close(id, rootCause: "policy")
        try day(1, list: list(["Z": 50], at: .noon + 0.96))
        #expect(try state(of: "blocked", on: "A") == [.verified])
    }
}

/// Listings of which no units are left, as warehouses or the list of listings say, and fees for units that cannot be sold.
private struct ShelfStage: FlywheelStage {
    typealias Evidence = StockStage.Evidence

    static let manifest = StageManifest(
        id: "shelf", title: "Shelf",
        inputs: [
            Stock.feed.deciding(Stock.fulfillable, Stock.unsellable), Catalog.feed.deciding(Catalog.quantity),
        ],
        kinds: [StockStage.out, StockStage.fee], writes: [.detect, .exposure])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            guard let units = chunk[Stock.fulfillable][row] ?? chunk[Catalog.quantity][row] else {
                findings.cannotTell(at: row)
                continue
            }
            if units < 5 { findings.report(StockStage.out, at: row, Evidence(units: units)) }
            if let unsellable = chunk[Stock.unsellable][row], unsellable > 0 {
                findings.report(StockStage.fee, at: row, Evidence(unsellable: unsellable))
            }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        StockStage(knobs: NoKnobs(), model: NoModel()).exposure(of: evidence)
    }
}
