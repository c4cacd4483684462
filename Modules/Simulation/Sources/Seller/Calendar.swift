import Calendars
import FlywheelKit

/// The days of a simulation.
struct Calendar: Hashable, Sendable {
    /// The first day.
    let first: Day
    /// How many there are.
    let days: Int

    /// A moment of a day, from the first one, in UTC.
    func instant(_ day: Int, hour: Double) -> Instant {
        Instant(seconds: Int64(first.advanced(by: day).epochDays) * 86_400 + Int64((hour * 3_600).rounded()))
    }

    /// Days since the beginning, with their part.
    func day(of instant: Instant) -> Double { instant.days(since: self.instant(0, hour: 0)) }

    /// 0 on Monday.
    func weekday(_ day: Int) -> Int { Weekday(daysSinceEpoch: first.advanced(by: day).epochDays).rawValue - 1 }

    /// The end of the so many-th working day after a moment.
    func due(after instant: Instant, workingDays: Int) -> Instant {
        var (day, left) = (Int(self.day(of: instant).rounded(.down)), workingDays)
        while left > 0 {
            day += 1
            if weekday(day) < 5 { left -= 1 }
        }
        return self.instant(day, hour: 17)
    }
}
