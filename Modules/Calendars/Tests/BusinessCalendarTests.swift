import Calendars
import Testing

/// Due times and business seconds worked out by hand. 20 November 2026 is a Friday.
@Suite struct BusinessCalendarTests {
    @Test(arguments: [
        ("2026-11-20", 16, 30, 3_600, "2026-11-23", 9, 30),
        ("2026-11-18", 7, 0, 7_200, "2026-11-18", 11, 0),
        ("2026-11-20", 16, 30, 1_800, "2026-11-20", 17, 0),
        ("2026-11-21", 12, 0, 60, "2026-11-23", 9, 1),
        ("2026-11-16", 9, 0, 40 * 3_600, "2026-11-20", 17, 0),
        ("2026-11-16", 17, 0, 40 * 3_600, "2026-11-23", 17, 0),
    ])
    func workOfAWeekdayOfficeIsDueWithinItsHours(
        from: String, hour: Int, minute: Int, seconds: Int64, to: String, dueHour: Int, dueMinute: Int
    ) throws {
        let calendar = try Offices.nineToFive()
        let due = calendar.due(after: try instant(from, hour, minute), businessSeconds: seconds)
        #expect(due == (try instant(to, dueHour, dueMinute)))
    }

    @Test func aLunchBreakIsNotBusinessTime() throws {
        let calendar = try Offices.weekdays([time(8)..<time(12), time(13, 30)..<time(18)])
        let start = try instant("2026-11-18", 11, 45)
        #expect(calendar.due(after: start, businessSeconds: 3_600) == (try instant("2026-11-18", 14, 15)))
        #expect(calendar.businessSeconds(from: start, to: start + 86_400) == Int64(time(8, 30)))
        #expect(!calendar.isOpen(at: try instant("2026-11-18", 12)))
        #expect(calendar.isOpen(at: try instant("2026-11-18", 13, 30)))
        #expect(calendar.nextOpening(after: try instant("2026-11-18", 12)) == (try instant("2026-11-18", 13, 30)))
    }

    @Test func theHoursAreThoseOfTheZoneAndNotOfTheReader() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        let calendar = try Offices.nineToFive(in: zone)
        // Saturday 00:30 in London is Friday 16:30 in Los Angeles.
        let start = try instant("2026-11-21", 0, 30)
        #expect(calendar.isOpen(at: start))
        #expect(calendar.due(after: start, businessSeconds: 3_600) == (try instant("2026-11-23", 9, 30, in: zone)))
    }

    @Test func holidaysAreClosedAndHalfHolidaysOpenAsStated() throws {
        let christmasEve = try #require(CivilDate("2026-12-24"))
        let christmas = try #require(CivilDate("2026-12-25"))
        let saturday = try #require(CivilDate("2026-12-26"))
        let calendar = try Offices.nineToFive(holidays: [
            christmasEve: OpeningHours([time(9)..<time(12)]), christmas: .closed,
            saturday: OpeningHours([time(10)..<time(11)]),
        ])
        let start = try instant("2026-12-24", 11, 30)
        #expect(calendar.due(after: start, businessSeconds: 1_800) == (try instant("2026-12-24", 12)))
        #expect(calendar.due(after: start, businessSeconds: 3_600) == (try instant("2026-12-26", 10, 30)))
        #expect(calendar.due(after: start, businessSeconds: 7_200) == (try instant("2026-12-28", 9, 30)))
        #expect(calendar.hours(on: christmas.daysSinceEpoch) == .closed)
        #expect(!calendar.isOpen(at: try instant("2026-12-25", 12)))
    }

    @Test func theHourSkippedInSpringIsNotOpen() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        let start = try instant("2026-03-08", 0, in: zone)
        let night = try Offices.everyDay([time(1)..<time(4)], in: zone)
        #expect(night.businessSeconds(from: start, to: start + 23 * 3_600) == 2 * 3_600)
        #expect(night.due(after: start, businessSeconds: 5_400) == (try instant("2026-03-08", 3, 30, in: zone)))
        let skipped = try Offices.everyDay([time(2)..<time(3)], in: zone)
        #expect(skipped.businessSeconds(from: start, to: start + 23 * 3_600) == 0)
        #expect(skipped.nextOpening(after: start) == (try instant("2026-03-09", 2, in: zone)))
        let allDay = try Offices.everyDay([0..<time(24)], in: zone)
        #expect(allDay.businessSeconds(from: start, to: start + 86_400) == 86_400)
    }

    @Test func theHourRepeatedInAutumnIsOpenTwice() throws {
        let zone = try ZoneBytes.zone(rule: Rules.losAngeles)
        let start = try instant("2026-11-01", 0, in: zone)
        let night = try Offices.everyDay([time(0, 30)..<time(1, 30)], in: zone)
        #expect(night.businessSeconds(from: start, to: start + 25 * 3_600) == 5_400)
        #expect(night.nextOpening(after: start + 5_400) == start + 7_200)
        #expect(night.due(after: start, businessSeconds: 5_400) == start + 9_000)
    }

    @Test func alwaysOpenIsElapsedTime() throws {
        let start = try instant("2026-11-21", 3)
        #expect(BusinessCalendar.alwaysOpen.isOpen(at: start))
        #expect(BusinessCalendar.alwaysOpen.due(after: start, businessSeconds: 1_000_000) == start + 1_000_000)
        #expect(BusinessCalendar.alwaysOpen.businessSeconds(from: start, to: start + 99_999) == 99_999)
        #expect(BusinessCalendar.alwaysOpen.nextOpening(after: start) == start)
    }

    @Test func aCalendarThatNeverOpensHasNoDueTime() throws {
        let never = BusinessCalendar(zone: .utc, week: [:])
        #expect(never.due(after: 0, businessSeconds: 1) == nil)
        #expect(never.nextOpening(after: 0) == nil)
        #expect(never.businessSeconds(from: 0, to: 1_000_000_000) == 0)
    }

    @Test func theHorizonIsTheLastDueTime() throws {
        let horizon = BusinessCalendar.horizon
        #expect(BusinessCalendar.alwaysOpen.due(after: 7, businessSeconds: horizon) == 7 + horizon)
        #expect(BusinessCalendar.alwaysOpen.due(after: 7, businessSeconds: horizon + 1) == nil)
        #expect(BusinessCalendar.alwaysOpen.due(after: 7, businessSeconds: .max) == nil)
    }

    @Test func noWorkIsDueAtOnceAndNoTimeHasNoSeconds() throws {
        let calendar = try Offices.nineToFive()
        let sunday = try instant("2026-11-22", 12)
        #expect(calendar.due(after: sunday, businessSeconds: 0) == sunday)
        #expect(calendar.due(after: sunday, businessSeconds: -5) == sunday)
        #expect(calendar.businessSeconds(from: sunday, to: sunday) == 0)
        #expect(calendar.businessSeconds(from: sunday, to: sunday - 1_000_000) == 0)
    }

    @Test func theEndsOfTimeAreAnsweredAndClosed() throws {
        let calendar = try Offices.nineToFive(in: ZoneBytes.zone(rule: Rules.paris))
        #expect(calendar.due(after: .max, businessSeconds: 1) == nil)
        #expect(calendar.nextOpening(after: .max) == nil)
        #expect(calendar.nextOpening(after: .min) == nil)
        #expect(calendar.businessSeconds(from: .max - 5, to: .max) == 0)
        #expect(calendar.businessSeconds(from: .min, to: .min + 5, pauses: [.min ..< .max]) == 0)
    }
}
