import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct DailyTallyTests {
    private let days = Day.ago(3)..<Day.today

    private func sums(_ values: [Int?], unsaid: [Int] = []) -> DailySums {
        var sums = DailySums(cells: values.count)
        for (cell, value) in values.enumerated() { if let value { sums.add(value, to: cell) } }
        for cell in unsaid { sums.add(nil, to: cell) }
        return sums
    }

    @Test func aCoveredDayWithoutSalesIsZeroAndAnUncoveredOneUnknown() {
        var tally = DailyTally(rows: 2, days: days)
        tally.fill(from: sums([nil, 4, 9, nil, nil, nil]), covered: [.ago(3), .ago(2)])
        #expect(Array(tally.history.row(0)) == [0, 4, nil])
        #expect(Array(tally.history.row(1)) == [0, 0, nil])
    }

    @Test func theFirstSourceThatKnowsADayIsBelieved() {
        var tally = DailyTally(rows: 1, days: days)
        tally.fill(from: sums([5, nil, nil]), covered: [.ago(3), .ago(2)])
        tally.fill(from: sums([8, 8, 8]), covered: [.ago(3), .ago(2), .ago(1)])
        #expect(Array(tally.history.row(0)) == [5, 0, 8])
    }

    @Test func aDayWhoseNumberIsNotSaidIsUnknownUnlessAnotherSourceKnowsIt() {
        let covered: Set<Day> = [.ago(3), .ago(2), .ago(1)]
        let blank = sums([5, 2, nil], unsaid: [1, 2])
        var tally = DailyTally(rows: 1, days: days)
        tally.fill(from: blank, covered: covered)
        #expect(Array(tally.history.row(0)) == [5, nil, nil], "a part of a day is not its sum")
        tally.fill(from: sums([8, 8, nil]), covered: covered)
        #expect(Array(tally.history.row(0)) == [5, 8, 0])
        tally.fill(from: blank, covered: covered)
        #expect(Array(tally.history.row(0)) == [5, 8, 0], "what was known before stays")
    }

    @Test func nothingIsSaidOfDaysBeforeTheListingAndOfItsFirst() {
        let history = History(days: days, values: Values([1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let opened = Values([Instant(startOf: .ago(2)) + 0.5, nil, .noon + 5])
        let known = history.unknown(before: opened, zone: .utc)
        #expect(Array(known.row(0)) == [nil, nil, 3])
        #expect(Array(known.row(1)) == [4, 5, 6])
        #expect(Array(known.row(2)) == [nil, nil, nil])
    }

    @Test func aListingOlderThanTheWindowLosesNothing() {
        let history = History(days: days, values: Values([1, 2, 3]))
        #expect(history.unknown(before: Values([.noon - 400]), zone: .utc) == history)
    }
}

@Suite struct CoverageTests {
    private func span(_ from: String, _ to: String) throws -> ImportSummary.Span {
        ImportSummary.Span(from: try #require(Instant(from)), to: try #require(Instant(to)))
    }

    private func days(_ spans: [ImportSummary.Span], _ zone: TimeZoneTable = .utc) -> [String] {
        Coverage.days(spans, zone: zone).sorted().map(\.description)
    }

    @Test func onlyWholeDaysAreCovered() throws {
        #expect(days([try span("2026-11-01T00:00:01Z", "2026-11-03T23:59:58Z")]) == ["2026-11-02"])
        #expect(days([try span("2026-11-01T00:00:00Z", "2026-11-01T23:59:59Z")]) == ["2026-11-01"])
        #expect(days([try span("2026-11-01T00:00:00Z", "2026-11-01T23:59:58Z")]).isEmpty)
        #expect(days([]).isEmpty)
    }

    @Test func filesThatMeetCoverADayTogether() throws {
        let morning = try span("2026-11-01T00:00:00Z", "2026-11-01T11:59:59Z")
        let evening = try span("2026-11-01T12:00:00Z", "2026-11-01T23:59:59Z")
        let late = try span("2026-11-01T12:00:01Z", "2026-11-01T23:59:59Z")
        #expect(days([evening, morning]) == ["2026-11-01"])
        #expect(days([late, morning]).isEmpty, "a second between them may hold a sale")
    }

    @Test func aFileWithinAnotherTakesNothingAway() throws {
        let long = try span("2026-11-01T00:00:00Z", "2026-11-03T23:59:59Z")
        let short = try span("2026-11-02T03:00:00Z", "2026-11-02T04:00:00Z")
        #expect(days([short, long]).count == 3)
        #expect(days([long, short]).count == 3)
    }

    /// What a file does not know another may, as two halves of a day are one.
    @Test func daysWithinAGapAreNotCovered() throws {
        var summary = ImportSummary()
        #expect(summary.covered.isEmpty)
        summary.covers = try span("2026-11-01T00:00:00Z", "2026-11-20T23:59:59Z")
        #expect(summary.covered == [summary.covers])
        summary.gaps = [
            try span("2026-11-03T00:00:00Z", "2026-11-09T23:59:59Z"),
            try span("2026-11-11T00:00:00Z", "2026-11-19T23:59:59Z"),
        ]
        #expect(days(summary.covered) == ["2026-11-01", "2026-11-02", "2026-11-10", "2026-11-20"])
        let other = try span("2026-11-09T00:00:00Z", "2026-11-09T23:59:59Z")
        #expect(days(summary.covered + [other]).contains("2026-11-09"))
    }

    @Test func dayWhenClocksChangeIsCoveredFromItsMidnightToTheNext() throws {
        let zone = try pacific()
        #expect(days([try span("2026-11-01T07:00:00Z", "2026-11-02T07:59:59Z")], zone) == ["2026-11-01"])
        #expect(
            days([try span("2026-11-01T07:00:00Z", "2026-11-02T06:59:59Z")], zone).isEmpty, "24 hours are not enough")
        #expect(days([try span("2026-03-08T08:00:00Z", "2026-03-09T06:59:59Z")], zone) == ["2026-03-08"])
    }
}
