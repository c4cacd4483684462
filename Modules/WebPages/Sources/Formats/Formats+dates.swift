import Foundation

public import FlywheelKit

extension Formats {
    /// A time of day, `8:05 AM`.
    public func time(_ instant: Instant) -> String {
        Self.date(instant).formatted(style(zone).hour(.defaultDigits(amPM: .abbreviated)).minute())
    }

    /// A day with its year, `Nov 20, 2026`.
    public func day(_ instant: Instant) -> String { day(Self.date(instant), in: zone) }

    /// A calendar day with its year, whatever the zone.
    public func day(_ day: Day) -> String {
        self.day(Self.date(day), in: .gmt)
    }

    /// The day it is in the reader's zone.
    public var today: Day { localDay(asOf) }

    /// A moment in full, `Nov 20, 2026, 8:05 AM`.
    public func moment(_ instant: Instant) -> String {
        phrases.text("format.moment", ["day": .text(day(instant)), "time": .text(time(instant))])
    }

    /// The zone that times are in, as it is called at a moment: `UTC`, `PST`, `GMT-8`.
    public func zone(at instant: Instant) -> String {
        // CLDR calls the zone of the world's clock by the name of London's.
        if ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(zone.identifier) { return "UTC" }
        return Self.date(instant).formatted(style(zone).timeZone(.specificName(.short)))
    }

    /// A moment as briefly as it can be told from the as-of instant: the time today, the weekday within six days, the day this
    /// year, and the year before that.
    public func near(_ instant: Instant) -> String {
        let (then, now) = (localDay(instant), localDay(asOf))
        let days = abs(now.distance(to: then))
        if days == 0 { return time(instant) }
        let (date, style) = (Self.date(instant), style(zone))
        if days <= 6 { return date.formatted(style.weekday(.abbreviated).day()) }
        if then.date.year == now.date.year { return date.formatted(style.day().month(.abbreviated)) }
        return day(date, in: zone)
    }

    /// The last responsible moment, as ``near(_:)``; "late 1 d" once it has passed.
    public func actBy(_ instant: Instant) -> String {
        guard instant < asOf else { return near(instant) }
        return phrases.text("format.late", ["time": .text(elapsed(asOf.seconds - instant.seconds))])
    }

    /// From one day to another, `Dec 9 – 21`: what a date is that a distribution gives. With years where they are not this one.
    public func days(_ first: Instant, _ last: Instant) -> String {
        let (low, high) = (min(first, last), max(first, last))
        return days(
            Self.date(low)..<Self.date(high), in: zone, years: [localDay(low), localDay(high)].map(\.date.year))
    }

    /// The same of calendar days, whatever the zone; `Dec 9` where both are the same.
    public func days(_ days: ClosedRange<Day>) -> String {
        self.days(
            Self.date(days.lowerBound)..<Self.date(days.upperBound), in: .gmt,
            years: [days.lowerBound, days.upperBound].map(\.date.year))
    }

    private func days(_ span: Range<Date>, in zone: TimeZone, years: [Int]) -> String {
        let style = Date.IntervalFormatStyle(locale: locale.formats, timeZone: zone).day().month(.abbreviated)
        let isThisYear = years.allSatisfy { $0 == localDay(asOf).date.year }
        return (isThisYear ? style : style.year()).format(span)
    }

    /// How long something takes or took, in its greatest unit: `31 h`, `4 d`, `5 min`.
    public func elapsed(_ seconds: Int64) -> String {
        let minutes = seconds / 60
        let (key, count): (String, Int64) =
            switch minutes {
            case ..<60: ("format.minutes", minutes)
            case ..<(48 * 60): ("format.hours", minutes / 60)
            default: ("format.days", minutes / (24 * 60))
            }
        return phrases.text(key, ["count": .count(Int(count))])
    }

    /// How much working time something takes or took: never in days, which are not as long as those of the calendar.
    public func workingTime(_ seconds: Int64) -> String {
        seconds < 3_600
            ? elapsed(seconds) : phrases.text("format.hours", ["count": .count(Int(seconds / 3_600))])
    }

    private func day(_ date: Date, in zone: TimeZone) -> String {
        // German and Japanese write full dates in figures.
        switch locale.language {
        case .de, .ja: date.formatted(style(zone).year().month(.twoDigits).day(.twoDigits))
        case .en, .es: date.formatted(style(zone).year().month(.abbreviated).day())
        }
    }

    private func style(_ zone: TimeZone) -> Date.FormatStyle {
        Date.FormatStyle(locale: locale.formats, timeZone: zone)
    }

    private static func date(_ instant: Instant) -> Date { Date(timeIntervalSince1970: Double(instant.seconds)) }

    private static func date(_ day: Day) -> Date { Date(timeIntervalSince1970: Double(day.epochDays) * 86_400) }

    /// The calendar day of the zone.
    private func localDay(_ instant: Instant) -> Day {
        instant.advanced(bySeconds: Int64(zone.secondsFromGMT(for: Self.date(instant)))).utcDay
    }
}
