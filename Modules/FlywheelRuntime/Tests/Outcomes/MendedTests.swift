import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What a written change ended is the doing of who wrote it.
@Suite struct MendedTests {
    private let listing: PricedListing
    private let first = PricedListing.first

    init() throws { listing = try PricedListing() }

    @Test func whatAWrittenChangeEndedIsThatOfWhoWroteIt() throws {
        try listing.write(by: "mia", at: first + 0.2)
        try listing.list(own: 18_00, lowest: 18_00, at: first + 1)
        let summary = try listing.wheel.turn(at: first + 1.1)
        let outcome = try #require(try listing.outcomes().first)
        #expect(outcome.verdict == .actionable && outcome.isVerified == true && outcome.rootCause == nil)
        #expect(outcome.ended == first + 1.1 && outcome.verified == first + 1.1)
        let work = try #require(outcome.work)
        #expect(work.closer == "mia" && work.touches == 2 && work.touchSeconds == 600 && work.worker == nil)
        let cleared = try #require(work.atRiskAtEnd)
        #expect(summary.verified == 1 && summary.verifiedAtRisk == cleared.minorUnits && cleared.minorUnits > 0)
        #expect(summary.selfCleared == 0)
        // The same comes back: it is known that it had been ended.
        try listing.list(own: 20_00, lowest: 18_00, at: first + 2)
        try listing.wheel.turn(at: first + 2.1)
        try listing.list(own: 18_00, lowest: 18_00, at: first + 3)
        try listing.wheel.turn(at: first + 3.1)
        let second = try listing.outcomes()[1]
        #expect(second.work?.regressionOf == outcome.exception && second.verdict == .selfCleared)
    }

    @Test func whatIsApprovedAndNotWrittenEndsNothing() throws {
        try listing.desk("mia", at: first + 0.2).approve(try #require(try listing.changes().last).id)
        try listing.list(own: 18_00, lowest: 18_00, at: first + 1)
        try listing.wheel.turn(at: first + 1.1)
        let outcome = try #require(try listing.outcomes().first)
        #expect(outcome.verdict == .selfCleared && outcome.work?.closer == nil && outcome.isVerified == nil)
        #expect(outcome.work?.touches == 1)
    }

    @Test func aFileFromAfterTheListEndedNothingThatItShows() throws {
        try listing.write(by: "mia", at: first + 0.2)
        // It comes in only now.
        try listing.list(own: 18_00, lowest: 18_00, at: first + 0.15)
        try listing.wheel.turn(at: first + 0.3)
        #expect(try listing.outcomes().map(\.verdict) == [.selfCleared])
    }

    @Test func whatWasTakenBackEndedNothing() throws {
        let id = try listing.write(by: "mia", at: first + 0.2)
        try listing.takeBack(id, by: "mia", at: first + 0.3)
        try listing.list(own: 20_00, lowest: 21_00, at: first + 1)
        try listing.wheel.turn(at: first + 1.1)
        let outcome = try #require(try listing.outcomes().first)
        #expect(outcome.verdict == .selfCleared && outcome.work?.touches == 3)
    }

    @Test func aPriceThatNeverCameEndedNothing() throws {
        try listing.write(by: "mia", at: first + 0.2)
        for day in 1...4 { try listing.list(own: 20_00, lowest: 18_00, at: first + Double(day)) }
        try listing.list(own: 20_00, lowest: 21_00, at: first + 5)
        try listing.wheel.turn(at: first + 5.1)
        #expect(try listing.outcomes().map(\.verdict) == [.selfCleared])
    }
}
