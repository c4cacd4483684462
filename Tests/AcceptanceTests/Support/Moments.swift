import FlywheelKit

/// The days and moments the tests play on. No marketplace used here changes its clocks between these days.
enum Moments {
    /// The day of the first exports: Friday 20 November 2026.
    static let today = Day(epochDays: 20_777)
    /// When the exports of that day were true: 06:00 in Los Angeles, 15:00 in Berlin.
    static let exported = instant(today, hour: 14)
    /// When people look: two hours later.
    static let looked = instant(today, hour: 16)

    static func instant(_ day: Day, hour: Int) -> Instant {
        Instant(seconds: Int64(day.epochDays) * 86_400 + Int64(hour) * 3_600)
    }
}
