import ArgumentParser
import Calendars
import FlywheelKit

/// A moment as it is given in a flag: an instant, or a day that stands for its end.
enum Moment: Hashable {
    case instant(Instant)
    case day(Day)

    /// Reads the argument of a flag.
    init(argument: String) throws {
        if let day = Day(argument) {
            self = .day(day)
        } else if let instant = Self.rfc3339(argument) {
            self = .instant(instant)
        } else {
            throw ValidationError("\"\(argument)\" is no moment, expected 2026-11-20T16:05:00Z or 2026-11-20")
        }
    }

    /// The moment, where a day is one of that zone and stands for its end.
    func instant(in zone: TimeZoneTable) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day(let day): Instant(seconds: zone.startOfDay(day.epochDays + 1) - 1)
        }
    }

    /// The moment, where a day stands for its beginning: what is put off to a day is there on that day.
    func beginning(in zone: TimeZoneTable) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day(let day): Instant(seconds: zone.startOfDay(day.epochDays))
        }
    }

    /// The moment to look from: of a day that has not ended yet, only what has passed can be looked at.
    func asOf(in zone: TimeZoneTable, by wallClock: Instant) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day: min(instant(in: zone), wallClock)
        }
    }

    /// Reads `2026-11-20T16:05:00Z` and the same with an offset, `2026-11-20T08:05:00-08:00` (RFC 3339).
    private static func rfc3339(_ text: String) -> Instant? {
        if let instant = Instant(text.uppercased()) { return instant }
        guard let match = text.uppercased().wholeMatch(of: #/(.{19})([+-])(\d\d):(\d\d)/#),
            let local = Instant(match.1 + "Z"), let hours = Int64(match.3), let minutes = Int64(match.4),
            hours < 24, minutes < 60
        else { return nil }
        let offset = hours * 3_600 + minutes * 60
        return local.advanced(bySeconds: match.2 == "+" ? -offset : offset)
    }
}
