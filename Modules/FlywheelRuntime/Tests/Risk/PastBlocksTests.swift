import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What stages are told of days on which listings were blocked, once nothing blocks them any more.
@Suite struct PastBlocksTests {
    private func catalog(at moment: Instant) -> Export {
        .catalog([("A", nil, 1_000), ("B", nil, 1_000), ("C", nil, 1_000)], at: moment)
    }

    /// Listings of which A was hidden whole, B in a small part, and C not.
    private func wheel(hidden percents: [(String, Int)], since: Int) throws -> Wheel {
        let hidden = Export(
            feed: SuppressedListings.feed, effectiveAt: .noon - 2.2,
            rows: percents.map { code, percent in
                FactRow(code, SuppressedListings.status.of("\(percent)"), SuppressedListings.since.of(.ago(since)))
            })
        let wheel = Wheel(
            store: try store([
                catalog(at: .noon - 2.5), hidden,
            ]), stages: [InstalledStage(HiddenStage.self), InstalledStage(ClosedDaysStage.self)])
        try wheel.turn(at: .noon - 2)
        try Export.blocked([], at: .noon - 1.1).keep(in: wheel.store)
        try catalog(at: .noon - 1.1).keep(in: wheel.store)
        return wheel
    }

    /// The closed days that were found, by listing.
    private func closed(_ wheel: Wheel) throws -> [String: String] {
        let found = try wheel.store.unfinishedExceptions().filter { $0.fingerprint.workflow == "closed-days" }
        return Dictionary(uniqueKeysWithValues: try found.map { ($0.fingerprint.subject.code, try $0.evidence.text()) })
    }

    @Test func theDaysOfABlockAreKnownFromTheLookThatSeesItsEndOn() throws {
        let wheel = try wheel(hidden: [("A", 100), ("B", 40)], since: 4)
        #expect(try closed(wheel).isEmpty, "while it lasts its workflow says so")
        try wheel.turn(at: .noon - 1)
        #expect(try closed(wheel) == ["A": "[0,1,2,3]"])
        try wheel.turn(at: .noon)
        #expect(try closed(wheel) == ["A": "[1,2,3,4]"])
    }

    @Test func whatAPersonClosedEndedThen() throws {
        let wheel = try wheel(hidden: [("A", 100)], since: 4)
        let hidden = try #require(try exception(of: "hidden", on: "A", in: wheel.store))
        try Workbench(wheel.store, plan: Plan(wheel.stages), actor: Actor(.person, "mia"), now: .noon - 1.9)
            .close(hidden.id, rootCause: "image")
        try wheel.turn(at: .noon - 1)
        try wheel.turn(at: .noon)
        #expect(try closed(wheel) == ["A": "[2,3,4]"])
    }

    @Test func nothingOfItIsLeftOutOfTheRateOfSaleTwice() throws {
        let wheel = try wheel(hidden: [("A", 60)], since: 4)
        let days = Day.ago(5)..<Day.today
        let plan = try Plan(wheel.stages)
        let past = try OutcomeRecord.sample(
            Fingerprint(
                workflow: "hidden", kind: "hidden", subject: Fingerprint.blocked("A").subject, discriminator: ""),
            exposure: Exposure(.dailyShare([0.6])), from: .noon - 3, to: .noon - 2)
        var reader = ChunkReader(
            store: wheel.store, ledger: FeedLedger(try wheel.store.imports(), asOf: .noon), stages: [], kind: .listing)
        reader.pastBlocks = PastBlocks(plan, outcomes: [past], standing: [], asOf: .noon, zones: .utc)
        let place = try #require(try wheel.store.chunks(of: .listing).first)
        let placed = try #require(try reader.chunk(at: place, zone: .utc))
        #expect(placed.chunk.details(of: Availability.feed).count == 1 && placed.closures.count == 0)
        let mask = ChunkMask(
            AvailabilityMask(outcomes: [past], standing: [], asOf: .noon, zones: .utc), chunk: placed.chunk,
            exceptions: [], closures: placed.closures, opened: Values(unknown: 3), zone: .utc, days: days)
        #expect(mask.available(0, on: days).map { ($0 * 10).rounded() / 10 } == [1, 1, 0.4, 0.4, 1])
    }
}
