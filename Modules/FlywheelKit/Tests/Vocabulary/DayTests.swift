import FlywheelKit
import Foundation
import Testing

@Suite struct DayTests {
    /// Walks the calendar day by day with the leap rule alone, 800 years of it: two whole Gregorian cycles.
    @Test func everyDateIsTheDayThatCountingReaches() {
        var epochDays: Int32 = -135_140  // 1600-01-01
        var mistakes = 0
        for year in 1_600..<2_400 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                for number in 1...length {
                    let day = Day(epochDays: epochDays)
                    if day.date != (year, index + 1, number) { mistakes += 1 }
                    if Day(year: year, month: index + 1, day: number) != day { mistakes += 1 }
                    epochDays += 1
                }
            }
        }
        #expect(mistakes == 0)
        #expect(epochDays == 157_054)  // 2400-01-01
    }

    @Test(arguments: 1...50) func aDayAgreesWithFoundationsCalendar(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let day = Day(epochDays: .random(in: -100_000...200_000, using: &random))
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let parts = calendar.dateComponents(
            [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day.epochDays) * 86_400))
        #expect(day.date.year == parts.year && day.date.month == parts.month && day.date.day == parts.day)
        #expect(Day(day.description) == day)
    }

    @Test(
        arguments: [
            (2_026, 2, 29), (2_026, 4, 31), (2_026, 13, 1), (2_026, 0, 1), (1_900, 2, 29), (10_000, 1, 1), (-1, 1, 1),
        ])
    func thereIsNoSuchDate(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func leapDaysAreDates() {
        #expect(Day(year: 2_024, month: 2, day: 29)?.description == "2024-02-29")
        #expect(Day(year: 2_000, month: 2, day: 29)?.description == "2000-02-29")
        #expect(Day(year: 0, month: 1, day: 1)?.description == "0000-01-01")
    }

    @Test(arguments: ["2026-1-20", "2026-11-20 ", "2026/11/20", "20261120", "2026-11-3O", "2026-02-30", ""])
    func onlyTheWrittenFormIsRead(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func daysAreCountedAndOrdered() throws {
        let day = try #require(Day("2026-11-20"))
        #expect(day.advanced(by: 11).description == "2026-12-01")
        #expect(day.distance(to: day.advanced(by: -365)) == -365)
        #expect(day < day.advanced(by: 1))
        #expect((day.advanced(by: -7)..<day).count == 7)
    }

    @Test func aDayIsCodedAsText() throws {
        let day = try #require(Day("2026-11-20"))
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["2026-11-20"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["20 Nov"]"#.utf8)) }
    }
}
