import Calendars
public import FlywheelKit

extension Day {
    /// The Monday of its week.
    public var weekStart: Day { advanced(by: 1 - Weekday(daysSinceEpoch: epochDays).rawValue) }
}
