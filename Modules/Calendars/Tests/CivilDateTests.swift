import Calendars
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
        ("2026-11-20", 20_777, .friday), ("1900-03-01", -25_508, .thursday), ("0000-03-01", -719_468, .wednesday),
        ("9999-12-31", 2_932_896, .friday),
    ])
    func knownDaysHaveTheirNumberAndWeekday(text: String, days: Int32, weekday: Weekday) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(CivilDate(daysSinceEpoch: days) == date)
        #expect(date.description == text)
    }

    @Test func everyDayOfElevenCenturiesFollowsTheOneBefore() {
        var previous = CivilDate(daysSinceEpoch: -200_001)
        var failures = 0
        for days in Int32(-200_000)...200_000 {
            let date = CivilDate(daysSinceEpoch: days)
            let sameMonth = date.year == previous.year && date.month == previous.month && date.day == previous.day + 1
            let newMonth =
                date.day == 1 && CivilDate(year: previous.year, month: previous.month, day: previous.day + 1) == nil
            if !(sameMonth || newMonth) || date.daysSinceEpoch != days || !(previous < date) { failures += 1 }
            previous = date
        }
        #expect(failures == 0)
    }

    @Test(arguments: [Int32.min, -1_000_000_000, 1_000_000_000, .max])
    func farDaysComeBack(days: Int32) {
        let date = CivilDate(daysSinceEpoch: days)
        #expect(date.daysSinceEpoch == days)
        #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
        (5_900_000, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1),
    ])
    func daysThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-11-200", "2026/11/20", "20261120", "2026-02-29", "+026-11-20", "2026-1 -20", "２026-11-2",
        "2026-11-20Z", "-001-01-01",
    ])
    func otherTextIsNoDate(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func yearsOfOtherThanFourDigitsAreWrittenWithTheirSign() throws {
        #expect(try #require(CivilDate(year: 12_026, month: 1, day: 31)).description == "+12026-01-31")
        #expect(try #require(CivilDate(year: -44, month: 3, day: 15)).description == "-00044-03-15")
        #expect(try #require(CivilDate(year: 7, month: 3, day: 5)).description == "0007-03-05")
    }

    @Test func weekdaysRepeatEverySevenDaysOnBothSidesOf1970() {
        #expect((-10..<11).allSatisfy { Weekday(daysSinceEpoch: $0) == Weekday(daysSinceEpoch: $0 + 7) })
        #expect((4..<11).map { Weekday(daysSinceEpoch: $0) } == Weekday.allCases)
        #expect(Weekday(daysSinceEpoch: .max) == Weekday(daysSinceEpoch: .max - 7))
    }
}
