import Foundation
@testable import Imports
import Testing

@Suite struct BytesDateTests {
    private func date(_ text: String, _ order: DateOrder = .monthFirst) throws -> ParsedDate? {
        try CellValue.date(Array(text.utf8).span, order: order)
    }

    /// The instant Foundation reads from a full ISO 8601 text.
    private func instant(_ text: String) throws -> ParsedDate {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return .instant(seconds: Int64(date.timeIntervalSince1970))
    }

    private func day(_ text: String) throws -> Int {
        guard case .instant(let seconds) = try instant(text + "T00:00:00Z") else { return 0 }
        return Int(seconds / 86_400)
    }

    @Test(arguments: [
        ("2020-10-21T00:00Z", "2020-10-21T00:00:00Z"), ("2018-05-01T00:00-07:00", "2018-05-01T07:00:00Z"),
        ("2024-04-04T01:02:04.284Z", "2024-04-04T01:02:04Z"), ("2024-04-04T01:02:04+00:00", "2024-04-04T01:02:04Z"),
        ("2024-04-04T01:02:04,5Z", "2024-04-04T01:02:04Z"), ("2021-08-15 20:35:17 PDT", "2021-08-16T03:35:17Z"),
        ("2026/01/05 10:11:12 JST", "2026-01-05T01:11:12Z"), ("2026-09-03 10:15:00 -0400", "2026-09-03T14:15:00Z"),
        ("Jun-29-26 16:00:01 PDT", "2026-06-29T23:00:01Z"), ("2026-01-05 10:00 IST", "2026-01-05T04:30:00Z"),
        ("2026-01-05T10:00+05", "2026-01-05T05:00:00Z"), ("5/7/2026 12:05 am UTC", "2026-05-07T00:05:00Z"),
        ("2026-01-05 10:00 GMT+01:00", "2026-01-05T09:00:00Z"), ("2026-01-05 10:00 gmt-1", "2026-01-05T11:00:00Z"),
        ("2026-01-05 10:00 UTC+0530", "2026-01-05T04:30:00Z"),
        ("2026-01-05 10:00:00 AEDT", "2026-01-04T23:00:00Z"), ("Jul 4, 2026 8:35:00 PM PDT", "2026-07-05T03:35:00Z"),
    ])
    func instants(text: String, expected: String) throws {
        #expect(try date(text) == instant(expected))
    }

    @Test func europeanReportsPutTheDayFirst() throws {
        #expect(try date("05/01/2026 10:11:12 MET", .dayFirst) == instant("2026-01-05T09:11:12Z"))
        #expect(try date("05.01.2026 10:11:12 MEST", .dayFirst) == instant("2026-01-05T08:11:12Z"))
    }

    @Test(arguments: [
        ("2022-07-29", DateOrder.dayFirst), ("7/29/22", .monthFirst), ("07/29/2022", .monthFirst),
        ("29.7.22", .dayFirst),
        ("29/07/2022", .dayFirst), ("22/7/29", .yearFirst), ("2022/7/29", .monthFirst), ("Jul-29-22", .dayFirst),
        ("29-Jul-22", .monthFirst), ("29 July 2022", .yearFirst), ("July 29, 2022", .monthFirst),
        (" 2022-07-29 ", .dayFirst),
    ])
    func days(text: String, order: DateOrder) throws {
        #expect(try date(text, order) == .day(day("2022-07-29")))
    }

    @Test func timeWithoutAZoneStaysLocal() throws {
        let expected = ParsedDate.local(day: try day("2022-07-29"), second: 20 * 3600 + 35 * 60)
        #expect(try date("2022-07-29 20:35") == expected)
        #expect(try date("2022-07-29T20:35:00") == expected)
        #expect(try date("7/29/22, 8:35\u{202F}PM") == expected)
        #expect(try date("7/29/22 12:00 PM") == .local(day: day("2022-07-29"), second: 43_200))
    }

    @Test(arguments: [
        ("PST", -480), ("PDT", -420), ("MST", -420), ("MDT", -360), ("CST", -360), ("CDT", -300), ("EST", -300),
        ("EDT", -240), ("GMT", 0), ("UTC", 0), ("BST", 60), ("MET", 60), ("MEST", 120), ("CET", 60), ("CEST", 120),
        ("EET", 120), ("EEST", 180), ("WET", 0), ("WEST", 60), ("JST", 540), ("IST", 330), ("AEST", 600), ("AEDT", 660),
        ("SGT", 480), ("BRT", -180), ("Z", 0),
    ])
    func zoneAbbreviations(zone: String, minutesEast: Int64) throws {
        #expect(try date("1970-01-02 00:00:00 \(zone)") == .instant(seconds: 86_400 - minutesEast * 60))
    }

    @Test(arguments: [
        ("05/2026", ValueError.Expectation.dayOfMonth, 0), ("2026-05", .dayOfMonth, 0), ("yesterday", .day, 0),
        ("2026", .day, 0), ("13/25/2026", .calendarDay(.monthFirst), 0), ("2/29/2026", .calendarDay(.monthFirst), 2),
        ("2026-02-30", .calendarDay(.yearFirst), 8), ("0001-01-01", .calendarDay(.yearFirst), 0),
        ("2026-01-05 25:00", .timeOfDay, 11), ("2026-01-05 10:00:", .timeOfDay, 11),
        ("2026-01-05 10:00:123", .timeOfDay, 11),
        ("2026-01-05T", .timeOfDay, 11), ("2026-01-05 13:00 PM", .timeOfDay, 17), ("2026-01-05 10:00 XYZ", .zone, 17),
        ("2026-01-05 10:00 +", .zone, 17), ("2026-01-05 10:00 GMT01:00", .zone, 17),
        ("2026-01-05 10:00 MET+1", .zone, 17),
        ("2026-01-05 10:00+01:", .zone, 16), ("20260105", .day, 0),
        ("1/2/3/4", .calendarDay(.monthFirst), 4),
        ("2026-01-05 10:00 ?", .zone, 17), ("886000000000", .day, 0),
    ])
    func whatIsNoDateSaysWhere(text: String, expected: ValueError.Expectation, offset: Int) throws {
        do {
            _ = try date(text)
            Issue.record("\(text) was read as a date")
        } catch let error as ValueError {
            #expect(error.expected == expected)
            #expect(error.offset == offset)
        }
    }

    @Test func everyDayAgreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: -25_567, through: 84_000, by: 13) {
            let components = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let (year, month, day) = try (
                #require(components.year), #require(components.month), #require(components.day)
            )
            #expect(try date("\(year)-\(month)-\(day)") == .day(number))
        }
    }

    @Test func orderIsToldByTheColumn() {
        func order(_ cells: [String], _ preferred: DateOrder) -> DateOrder {
            var evidence = DateOrderEvidence()
            for cell in cells { evidence.observe(Array(cell.utf8).span) }
            return evidence.order(preferring: preferred)
        }
        #expect(order(["05/01/2026", "13/01/2026"], .monthFirst) == .dayFirst)
        #expect(order(["05/01/2026", "01/13/2026"], .dayFirst) == .monthFirst)
        #expect(order(["05/01/2026", "", "n/a"], .monthFirst) == .monthFirst)
        #expect(order(["05/01/2026"], .dayFirst) == .dayFirst)
        #expect(order(["2026-01-05"], .dayFirst) == .dayFirst)
        #expect(order(["32/7/22", "35/1/5"], .dayFirst) == .yearFirst)
    }
}
