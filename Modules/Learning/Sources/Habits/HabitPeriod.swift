public import Calendars
public import FlywheelKit

/// The day, week or month in which a routine is gone through once.
public struct HabitPeriod: Hashable, Sendable {
    /// How long it is.
    public let rhythm: Habit.Rhythm
    /// Its first day, in the zone of the business.
    public let first: Day

    /// The period of a day: the day itself, working or not; its week from Monday on; its month.
    public init(_ rhythm: Habit.Rhythm, of day: Day) {
        self.rhythm = rhythm
        switch rhythm {
        case .workingDay: first = day
        case .week:
            let date = CivilDate(daysSinceEpoch: day.epochDays)
            first = day.advanced(by: Weekday.monday.rawValue - date.weekday.rawValue)
        case .month: first = day.advanced(by: 1 - day.date.day)
        }
    }

    /// The period that a moment lies in.
    public init(_ rhythm: Habit.Rhythm, at moment: Instant, in calendar: BusinessCalendar) {
        self.init(rhythm, of: Day(epochDays: calendar.zone.localDay(at: moment.seconds)))
    }

    /// The one before it: of a day the last working day, or the day before where no day of a year is one.
    public func previous(in calendar: BusinessCalendar) -> HabitPeriod {
        let before = HabitPeriod(rhythm, of: first.advanced(by: -1))
        guard rhythm == .workingDay else { return before }
        let working = (1...366).lazy.map { first.advanced(by: -$0) }.first {
            !calendar.hours(on: $0.epochDays).spans.isEmpty
        }
        return working.map { HabitPeriod(rhythm, of: $0) } ?? before
    }
}

extension HabitPeriod: CustomStringConvertible {
    /// Its first day, `2026-11-20`; of a month `2026-11`.
    public var description: String { rhythm == .month ? String(first.description.prefix(7)) : first.description }
}
