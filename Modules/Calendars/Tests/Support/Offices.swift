import Calendars

/// Calendars that the examples share.
enum Offices {
    /// Monday to Friday, 09:00 to 17:00.
    static func nineToFive(
        in zone: TimeZoneTable = .utc, holidays: [CivilDate: OpeningHours] = [:]
    ) throws -> BusinessCalendar {
        try weekdays([time(9)..<time(17)], in: zone, holidays: holidays)
    }

    /// Monday to Friday, whatever hours.
    static func weekdays(
        _ spans: [Range<Int>], in zone: TimeZoneTable = .utc, holidays: [CivilDate: OpeningHours] = [:]
    ) throws -> BusinessCalendar {
        let hours = try OpeningHours(spans)
        let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) })
        return BusinessCalendar(zone: zone, week: week, holidays: holidays)
    }

    /// The same hours on all seven days.
    static func everyDay(_ spans: [Range<Int>], in zone: TimeZoneTable) throws -> BusinessCalendar {
        let hours = try OpeningHours(spans)
        return BusinessCalendar(
            zone: zone, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) }))
    }
}
