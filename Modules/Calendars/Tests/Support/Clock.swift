import Calendars
import Testing

/// Seconds from midnight.
func time(_ hour: Int, _ minute: Int = 0) -> Int {
    hour * 3_600 + minute * 60
}

/// The instant at which clocks of `zone` first show that date and time.
func instant(_ date: String, _ hour: Int, _ minute: Int = 0, in zone: TimeZoneTable = .utc) throws -> Int64 {
    zone.instant(day: try days(date), secondOfDay: time(hour, minute))
}

/// Days from 1970-01-01 to an ISO date.
func days(_ date: String) throws -> Int32 {
    try #require(CivilDate(date)).daysSinceEpoch
}

/// The rules that have held in these places since 2007 and 1996.
enum Rules {
    static let losAngeles = "PST8PDT,M3.2.0,M11.1.0"
    static let paris = "CET-1CEST,M3.5.0,M10.5.0/3"
}
