public import FlywheelKit

extension Day {
    /// The Monday of its week.
    public var weekStart: Day {
        // 1970-01-01 was a Thursday.
        let sinceMonday = (Int(epochDays) + 3) % 7
        return advanced(by: -(sinceMonday < 0 ? sinceMonday + 7 : sinceMonday))
    }
}
