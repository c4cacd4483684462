import Calendars
import FlywheelKit

/// How moments are put into words, seen from one moment in one zone.
struct WallClock {
    /// The moment that "today" and "late" are counted from.
    let now: Instant
    /// The zone that days and hours are shown in.
    let zone: TimeZoneTable
    /// Whether moments stand as programs write them: a page tells them in the words and the zone of its reader.
    var isExact = false

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `17:00` today, `Sat 21` within six days, `3 Dec`, `3 Dec 2027`.
    func short(_ instant: Instant) -> String {
        guard !isExact else { return instant.description }
        let day = localDay(instant)
        return day == today ? time(instant) : short(day)
    }

    /// `today`, `Sat 21` within six days, `3 Dec`, `3 Dec 2027`.
    func short(_ day: Day) -> String {
        let date = CivilDate(daysSinceEpoch: day.epochDays)
        let days = today.distance(to: day)
        if days == 0 { return "today" }
        if abs(days) <= 6 { return "\(weekday(date)) \(date.day)" }
        return dayAndMonth(date) + (date.year == CivilDate(daysSinceEpoch: today.epochDays).year ? "" : " \(date.year)")
    }

    /// The day of a moment in the zone.
    func localDay(_ instant: Instant) -> Day { Day(epochDays: zone.localDay(at: instant.seconds)) }

    /// The day it is in the zone.
    var today: Day { localDay(now) }

    /// `Fri 20 Nov 2026 08:05 Los Angeles`.
    func full(_ instant: Instant) -> String {
        guard !isExact else { return instant.description }
        let date = CivilDate(daysSinceEpoch: zone.localDay(at: instant.seconds))
        return "\(weekday(date)) \(dayAndMonth(date)) \(date.year) \(time(instant)) \(place)"
    }

    /// `Fri 20 Nov 2026`.
    func date(_ instant: Instant) -> String {
        let date = CivilDate(daysSinceEpoch: zone.localDay(at: instant.seconds))
        return "\(weekday(date)) \(dayAndMonth(date)) \(date.year)"
    }

    /// `Wed 18 Nov 22:10`, with the year where it is another one.
    func dated(_ instant: Instant) -> String {
        guard !isExact else { return instant.description }
        let date = CivilDate(daysSinceEpoch: zone.localDay(at: instant.seconds))
        let today = CivilDate(daysSinceEpoch: zone.localDay(at: now.seconds))
        let year = date.year == today.year ? "" : " \(date.year)"
        return "\(weekday(date)) \(dayAndMonth(date))\(year) \(time(instant))"
    }

    /// When something is due, or how long it has been.
    func due(_ instant: Instant) -> String {
        instant < now ? "late \(Self.span(now.seconds - instant.seconds, hoursUpToDays: 1))" : short(instant)
    }

    /// The zone by its city, `Los Angeles`.
    var place: String {
        zone.identifier.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? zone.identifier
    }

    /// `4 min`, `31 h`, `3 d`: whole units, rounded down; hours up to so many days.
    static func span(_ seconds: Int64, hoursUpToDays days: Int64 = 2) -> String {
        switch seconds {
        case ..<60: "under 1 min"
        case ..<3_600: "\(seconds / 60) min"
        case ..<(days * 86_400): "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    private func time(_ instant: Instant) -> String {
        let second = zone.localTime(at: instant.seconds).second
        return "\(Self.twoDigits(second / 3_600)):\(Self.twoDigits(second / 60 % 60))"
    }

    private func weekday(_ date: CivilDate) -> String { Self.weekdays[date.weekday.rawValue - 1] }

    private func dayAndMonth(_ date: CivilDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
