import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// A written price that the marketplace never takes up.
@Suite struct UntakenPriceTests {
    private let listing: PricedListing
    private let first = PricedListing.first
    private let id: ChangeID

    init() throws {
        listing = try PricedListing()
        id = try listing.write(by: "mia", at: first + 0.2)
    }

    /// A list of each of some days after the first, and a turn after each.
    private func list(_ days: ClosedRange<Int>, own: Int64 = 20_00, lowest: Int64 = 18_00) throws {
        for day in days {
            try listing.list(own: own, lowest: lowest, at: first + Double(day))
            try listing.wheel.turn(at: first + Double(day) + 0.1)
        }
    }

    private func untaken(at now: Instant) throws -> [ChangeID: UntakenPrice] {
        try listing.desk("mia", at: now).untaken(among: try listing.changes())
    }

    @Test func itIsToldAndProposedAgainOnceTheListsAreOldEnough() throws {
        try list(1...2)
        #expect(try listing.changes().count == 1 && untaken(at: first + 2.1).isEmpty, "lists may be two days behind")
        try list(3...4)
        let price = try #require(try untaken(at: first + 4.1)[id])
        #expect(price.shown.minorUnits == 20_00 && price.listed == (first + 3).utcDay)
        let changes = try listing.changes()
        #expect(changes.map(\.state) == [.written, .proposed])
        #expect(changes[1].proposal.sets(sameAs: changes[0].proposal))
        try list(5...6)
        #expect(try listing.changes().map(\.state) == [.written, .proposed], "once is enough")
        // It may be written again, and waits its two days then.
        try listing.write(by: "ben", at: first + 6.2)
        try list(7...8)
        #expect(try listing.changes().map(\.state) == [.written, .written])
        try list(9...10)
        #expect(try listing.changes().map(\.state) == [.written, .written, .proposed])
        // It comes after all.
        try list(11...11, own: 18_00)
        #expect(try listing.changes().map(\.state) == [.written, .written, .superseded])
        #expect(try untaken(at: first + 12).isEmpty)
        #expect(try listing.outcomes().map(\.work?.closer) == ["ben"])
    }

    @Test func aRefusalOfTheSecondHolds() throws {
        try list(1...4)
        try listing.desk("mia", at: first + 4.2).refuse(try #require(try listing.changes().last).id, reason: "no")
        try list(5...6)
        #expect(try listing.changes().map(\.state) == [.written, .refused])
    }

    @Test func aPriceThatCameAndWentWasTakenUp() throws {
        try list(1...1, own: 18_00)
        try list(2...5)
        #expect(try untaken(at: first + 5.1).isEmpty)
    }

    @Test func anotherPriceIsSomebodyElses() throws {
        try list(1...5, own: 19_00)
        #expect(try untaken(at: first + 5.1).isEmpty)
    }

    @Test func withoutListsNothingIsKnown() throws {
        #expect(try untaken(at: first + 9).isEmpty)
        try list(1...1)
        #expect(try untaken(at: first + 9).isEmpty)
    }
}
