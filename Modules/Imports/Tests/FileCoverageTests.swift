import FlywheelKit
@testable import Imports
import Testing

/// Which days a file of rows of days speaks for.
@Suite struct FileCoverageTests {
    private func sales(_ days: [String]) throws -> Reading {
        let rows = days.map { "KN-12,\($0),10\n" }.joined()
        return try read("sku,day,units\n" + rows, named: "sales.csv", .test(marketplace: "US"))
    }

    private func span(_ from: String, _ to: String) throws -> ClosedRange<Instant> {
        try #require(Instant(from))...(try #require(Instant(to)))
    }

    /// Midnight in Los Angeles is at 07:00 UTC until the end of October 2026, and at 08:00 from then on.
    @Test func ofAWeekWithoutARowNothingIsKnown() throws {
        let one = (5...11).map { "2026-10-\($0 < 10 ? "0" : "")\($0)" }
        let other = (9...15).map { "2026-11-\($0 < 10 ? "0" : "")\($0)" }
        for days in [one + other, other + one] {
            let summary = try sales(days).summary
            #expect(try summary.covers == span("2026-10-05T07:00:00Z", "2026-11-16T07:59:59Z"))
            #expect(try summary.gaps == [span("2026-10-12T07:00:00Z", "2026-11-09T07:59:59Z")])
            #expect(summary.warnings.map(\.code) == [.gap])
            #expect(
                summary.warnings.first?.message
                    == "no row is of the 28 days from 2026-10-12 to 2026-11-08: nothing is known of these")
        }
    }

    @Test func aMistypedYearTakesNoYearWithIt() throws {
        let summary = try sales(["2026-11-16", "2025-11-16", "2026-11-24", "2026-11-17"]).summary
        #expect(try summary.gaps.first == span("2025-11-17T08:00:00Z", "2026-11-16T07:59:59Z"))
        #expect(summary.gaps.count == 1, "six days are not too many")
        #expect(
            try sales(["2026-11-16", "2025-11-16", "2026-11-25"]).summary.warnings.map(\.message) == [
                "no row is of the 364 days from 2025-11-17 to 2026-11-15, nor of 8 others: nothing is known of these"
            ])
    }

    @Test func whoSellsLittleHasDaysWithoutARow() throws {
        let summary = try sales(["2026-11-02", "2026-11-06", "2026-11-13"]).summary
        #expect(summary.gaps.isEmpty && summary.warnings.isEmpty)
        #expect(summary.covers != nil)
    }

    /// What lies between two spans of days is no gap in a list of them.
    @Test func rowsOfSpansHaveNone() throws {
        let rows = table(["sku", "from", "to"], ["A", "2026-01-05", "2026-01-06"], ["A", "2026-11-05", "2026-11-06"])
        let summary = try read(rows, .test(marketplace: "US")).summary
        #expect(summary.kept == 2 && summary.gaps.isEmpty && summary.warnings.isEmpty)
    }

    @Test func runsOfDaysAreTheSameInAnyOrder() {
        var random = SystemRandomNumberGenerator()
        let days = (0..<60).map { _ in Day(epochDays: .random(in: 20_000...20_120, using: &random)) }
        var inOrder = DayRuns()
        for day in days.sorted() { inOrder.insert(day...day) }
        var halves = DayRuns()
        for half in [days.prefix(20), days.suffix(40)] {
            var runs = DayRuns()
            for day in half.shuffled() { runs.insert(day...day) }
            halves.formUnion(runs)
        }
        #expect(inOrder == halves)
        #expect(Set(inOrder.runs.joined()) == Set(days))
        let pairs = zip(inOrder.runs, inOrder.runs.dropFirst())
        #expect(pairs.allSatisfy { $0.upperBound.distance(to: $1.lowerBound) > 1 })
    }
}
