import Statistics
import Testing

@testable import SeriesFiles

@Suite struct PeriodTests {
    private func period(_ text: String, _ frequency: Frequency = .daily) -> Period? {
        Array(text.utf8).withUnsafeBufferPointer { Period($0, frequency) }
    }

    /// The steps from the first period to the second; `nil` where it cannot follow.
    private func steps(_ frequency: Frequency, _ one: String, _ other: String) throws -> Int? {
        guard let first = period(one, frequency), let next = period(other, frequency) else { return nil }
        var grid = try PeriodGrid(frequency, from: first)
        return try? grid.advance(to: next)
    }

    @Test(
        arguments: [
            (.daily, "2026-02-28", "2026-03-01", 1), (.weekly, "2026-11-02", "2026-11-23", 3),
            (.weekly, "2026-11-02", "2026-11-10", nil), (.monthly, "2026-01-31", "2026-02-28", 1),
            (.monthly, "2026-01-30", "2026-02-28", 1), (.monthly, "2024-02-29", "2024-03-31", 1),
            (.monthly, "2026-01-15", "2026-02-16", nil), (.quarterly, "2026-01-01", "2027-01-01", 4),
            (.quarterly, "2026-01-01", "2026-03-01", nil), (.yearly, "2024-12-31", "2026-12-31", 2),
            (.daily, "2026-03-01", "2026-02-28", nil), (.weekly, "5", "6", 1), (.numbered(season: 12), "-3", "4", 7),
            (.weekly, "5", "5", nil), (.daily, "20260131", "20260201", 1), (.daily, "20260131", "20260230", nil),
            (.weekly, "20261102", "2026-11-23", 3), (.monthly, "202512", "202601", 1),
            (.monthly, "202612", "202613", nil),
            (.monthly, "2026-01", "2026-03-01", 2), (.quarterly, "2026-01", "202604", 1), (.yearly, "2024", "2026", 2),
            (.numbered(season: 7), "20260131", "20260201", 70), (.daily, "202601", "202602", 1),
            (.daily, "-1234567", "-1234566", 1), (.daily, "2026-01", "2026-02", nil),
            (.daily, "999999999999998", "999999999999999", 1), (.daily, "999999999999999", "1000000000000000", nil),
        ] as [(Frequency, String, String, Int?)])
    func periodsAreCounted(frequency: Frequency, one: String, other: String, expected: Int?) throws {
        #expect(try steps(frequency, one, other) == expected)
    }

    /// The 30th of February is its last day; the 30th comes back in March.
    @Test func aShortMonthDoesNotMoveTheNext() throws {
        let dates = try ["2026-01-30", "2026-02-28", "2026-03-30"].map { try #require(period($0)) }
        var grid = try PeriodGrid(.monthly, from: dates[0])
        #expect(try grid.advance(to: dates[1]) == 1)
        #expect(try grid.advance(to: dates[2]) == 1)
    }

    @Test func onlyNumberedDatesHaveNoDistance() throws {
        let date = try #require(period("2026-01-01"))
        #expect(throws: PeriodGrid.Fault.unknownDistance) { try PeriodGrid(.numbered(season: 12), from: date) }
    }

    @Test func frequenciesHaveNamesLettersAndLengths() {
        #expect(Frequency("weekly") == .weekly && Frequency("W") == .weekly && Frequency("m") == .monthly)
        #expect(Frequency("12") == .numbered(season: 12))
        for text in ["", "0", "-1", "fortnightly", "99999"] { #expect(Frequency(text) == nil) }
        #expect(Frequency.named.map(\.frequency.seasonLength) == [7, 52, 12, 4, 1])
    }

    @Test(
        arguments: [
            ("12", 12), ("-0.5", -0.5), ("+3.", 3), (".5", 0.5), ("1e3", 1_000), ("0.1", 0.1),
            ("123456789.123456789", 123456789.123456789),
            ("9007199254740993", 9_007_199_254_740_992), ("00000000000000000000000007", 7), ("-0", 0), ("", nil),
            ("-", nil),
            (".", nil),
            ("1,5", nil), ("1 ", nil), ("inf", nil), ("1e999", nil), ("--1", nil), ("1e", nil),
        ] as [(String, Double?)])
    func numbersAreReadAsTheyAreWritten(text: String, expected: Double?) {
        #expect(Array(text.utf8).withUnsafeBufferPointer(DecimalText.value) == expected)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func numbersAreTheNearestThereAre(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let value = (random.uniform() - 0.5) * [1e-6, 1, 1e4, 1e12][Int(random.uniform() * 4)]
            #expect(Array("\(value)".utf8).withUnsafeBufferPointer(DecimalText.value) == value)
        }
    }

    @Test(
        arguments: [
            (0, "0"), (3, "3"), (2.5, "2.5"), (1 / 3, "0.333333"), (123_456.789, "123457"), (1e-7 / 3, "3.33333e-08"),
            (-2 / 3, "-0.666667"), (1e20, "1e+20"), (99_999.96, "100000"),
        ] as [(Double, String)])
    func sixDigitsAreWritten(value: Double, expected: String) {
        #expect(DecimalText.text(value) == expected)
    }
}
