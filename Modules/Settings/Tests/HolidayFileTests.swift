import Calendars
import Settings
import Testing

@Suite struct HolidayFileTests {
    private func days(_ lines: String...) throws -> [String] {
        let text = (["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
        return try HolidayFile.days(of: text).map(\.description)
    }

    @Test func anEventOfOneDayIsAHolidayWithAndWithoutItsEnd() throws {
        #expect(
            try days("BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226", "END:VEVENT")
                == ["2026-12-25"])
        #expect(try days("BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20261225", "END:VEVENT") == ["2026-12-25"])
    }

    @Test func anEventOfSeveralDaysEndsTheDayBeforeItsEnd() throws {
        #expect(
            try days("BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270103", "END:VEVENT")
                == ["2026-12-31", "2027-01-01", "2027-01-02"])
        #expect(
            try days("BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20261231", "DURATION:P2D", "END:VEVENT")
                == ["2026-12-31", "2027-01-01"])
    }

    @Test func yearlyRulesAreFollowedWithTheDatesTheyLeaveOutAndAdd() throws {
        let days = try days(
            "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=4",
            "EXDATE;VALUE=DATE:20221124", "RDATE;VALUE=DATE:20221123", "END:VEVENT")
        #expect(days == ["2020-11-26", "2021-11-25", "2022-11-23", "2023-11-23"])
    }

    @Test func aRuleWithoutAnEndIsFollowedThroughAllYearsThatAreLookedAt() throws {
        let days = try days(
            "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:19900501", "RRULE:FREQ=YEARLY", "END:VEVENT")
        #expect(days.first == "2000-05-01" && days.last == "2060-05-01" && days.count == 61)
    }

    @Test func whatHasTimesOfDayOrIsCancelledIsNoHoliday() throws {
        let timed = [
            "BEGIN:VEVENT", "UID:a", "DTSTART:20261225T090000Z", "DTEND:20261225T170000Z", "END:VEVENT",
        ]
        let cancelled = [
            "BEGIN:VEVENT", "UID:b", "DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED", "END:VEVENT",
        ]
        let whole = ["BEGIN:VEVENT", "UID:c", "DTSTART;VALUE=DATE:20261226", "END:VEVENT"]
        let text = (["BEGIN:VCALENDAR"] + timed + cancelled + whole + ["END:VCALENDAR"]).joined(separator: "\n")
        #expect(try HolidayFile.days(of: text).map(\.description) == ["2026-12-26"])
    }

    @Test(arguments: ["", "hello", "BEGIN:VEVENT\nEND:VEVENT\n"]) func aTextThatIsNoCalendarIsRefused(text: String) {
        #expect(throws: HolidayFileError.notACalendar) { try HolidayFile.days(of: text) }
    }

    @Test func aCalendarWithoutAHolidayIsRefused() {
        #expect(throws: HolidayFileError.noHolidays) { try days() }
        #expect(throws: HolidayFileError.noHolidays) {
            try days("BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:rubbish", "END:VEVENT")
        }
    }
}
