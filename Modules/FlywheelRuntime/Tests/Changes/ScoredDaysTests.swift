import Calendars
import FlywheelKit
import FlywheelStore
import Statistics
import Testing

@testable import FlywheelRuntime

/// Which days after a written price it is scored by.
@Suite struct ScoredDaysTests {
    /// What was sold on each of the days from the price's first on: `units` but on days that are closed, so many before today.
    private func sales(_ units: Int, closed: [ClosedRange<Int>]) -> Export {
        let rows = (1...29).map { back in
            let isClosed = closed.contains { $0.contains(back) }
            return FactRow("A", DailySales.day.of(.ago(back)), DailySales.units.of(isClosed ? 0 : units))
        }
        return Export(
            feed: DailySales.feed, effectiveAt: .noon - 0.5, rows: rows,
            covers: ImportSummary.Span(
                from: Instant(startOf: .ago(29)), to: Instant(startOf: .today).advanced(bySeconds: -1)))
    }

    private func hidden(_ isHidden: Bool, at: Instant) -> Export {
        Export(
            feed: SuppressedListings.feed, effectiveAt: at,
            rows: isHidden
                ? [FactRow("A", SuppressedListings.status.of("100"), SuppressedListings.since.of(.ago(12)))] : [])
    }

    @Test func whatCouldNotBeBoughtSaysNothingOfThePrice() throws {
        let listing = try PricedListing()
        let id = try listing.write(by: "mia", at: PricedListing.first + 0.2)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 28.9)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 1)
        // Sold out from the twentieth to the sixteenth day before today, as the first and the last file of them say.
        for (level, day) in [(9, 21.0), (0, 20), (0, 16), (9, 15)] {
            try Export.stock(["A": level], at: .noon - day).keep(in: listing.wheel.store)
        }
        try hidden(true, at: .noon - 11.5).keep(in: listing.wheel.store)
        try listing.wheel.turn(at: .noon - 11.4)
        try hidden(false, at: .noon - 8).keep(in: listing.wheel.store)
        try listing.wheel.turn(at: .noon - 7.9)
        let told = FactRow("A", Availability.from.of(.ago(5)), Availability.to.of(.ago(4)))
        try Export(feed: Availability.feed, effectiveAt: .noon - 3, rows: [told]).keep(in: listing.wheel.store)
        try sales(3, closed: [16...20, 8...12, 4...5]).keep(in: listing.wheel.store)
        let scored = try #require(try listing.desk("mia", at: .noon).scores().first { $0.change.id == id }).score
        #expect((scored.course, scored.daysScored) == (.taken, ChangeScore.mostDays - 12), "\(scored)")
        #expect((scored.expected, scored.actual) == (48, 48))
    }

    @Test func whatStillBlocksItCountsToo() throws {
        let listing = try PricedListing()
        try listing.write(by: "mia", at: PricedListing.first + 0.2)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 28.9)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 1)
        try hidden(true, at: .noon - 11.5).keep(in: listing.wheel.store)
        try listing.wheel.turn(at: .noon - 11.4)
        try sales(3, closed: [1...12]).keep(in: listing.wheel.store)
        let scored = try #require(try listing.desk("mia", at: .noon).scores().first).score
        #expect((scored.daysScored, scored.expected, scored.actual) == (17, 51, 51), "\(scored)")
    }

    @Test func whatWasTakenBackIsScoredByTheDaysItStoodAndTheyCountOnce() throws {
        let listing = try PricedListing()
        let id = try listing.write(by: "mia", at: PricedListing.first + 0.2)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 28.9)
        try listing.list(own: 18_00, lowest: 18_00, at: .noon - 20)
        try listing.wheel.turn(at: .noon - 19.9)
        // Somebody sets the old price by hand: it is to be matched again, and what was written is taken back besides.
        try listing.list(own: 20_00, lowest: 18_00, at: .noon - 19.2)
        try listing.wheel.turn(at: .noon - 19.1)
        try listing.takeBack(id, by: "ben", at: .noon - 19)
        try listing.list(own: 20_00, lowest: 18_00, at: .noon - 1)
        try sales(3, closed: []).keep(in: listing.wheel.store)
        let scores = try listing.desk("mia", at: .noon).scores()
        #expect(scores.map(\.change.id.number) == [1, 2])
        #expect((scores[0].score.course, scores[0].score.daysScored) == (.taken, 10), "\(scores[0].score)")
        #expect((scores[0].score.expected, scores[0].score.actual) == (30, 30))
        #expect((scores[1].score.course, scores[1].score.daysScored) == (.notTaken, 18), "\(scores[1].score)")
    }

    @Test func whatIsProposedAnewHasTheDaysFromThenOn() throws {
        let listing = try PricedListing()
        try listing.write(by: "mia", at: PricedListing.first + 0.2)
        for day in 1...4 { try listing.list(own: 20_00, lowest: 18_00, at: PricedListing.first + Double(day)) }
        try listing.wheel.turn(at: PricedListing.first + 4.1)
        try listing.list(own: 20_00, lowest: 18_00, at: .noon - 1)
        try sales(2, closed: []).keep(in: listing.wheel.store)
        let scores = try listing.desk("mia", at: .noon).scores().map(\.score)
        #expect(scores.map(\.course) == [.tooEarly, .notTaken])
        #expect(scores.map(\.daysKnown) == [3, 25])
    }
}
