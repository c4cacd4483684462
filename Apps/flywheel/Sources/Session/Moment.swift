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

    /// The argument it is read from.
    var argument: String {
        switch self {
        case .instant(let instant): instant.description
        case .day(let day): day.description
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

    /// Reads `2026-11-20T16:05:00Z` and the same with an offset, `2026-11-20T08:05:00-08:00` (RFC 3339); of a second's
    /// fractions nothing is kept.
    private static func rfc3339(_ text: String) -> Instant? {
        guard
            let match = text.uppercased().wholeMatch(
                of: #/(?<local>.{19})(?:\.[0-9]+)?(?:Z|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))/#),
            let local = Instant(match.local + "Z")
        else { return nil }
        guard let sign = match.sign, let hours = match.hours.flatMap({ Int64($0) }),
            let minutes = match.minutes.flatMap({ Int64($0) })
        else { return local }
        guard hours < 24, minutes < 60 else { return nil }
        let offset = hours * 3_600 + minutes * 60
        return local.advanced(bySeconds: sign == "+" ? -offset : offset)
    }
}
