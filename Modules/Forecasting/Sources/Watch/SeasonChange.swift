public import FlywheelKit
import Statistics

/// A season that came earlier or later than the year before.
public struct SeasonChange: Hashable, Codable, Sendable {
    /// Weeks by which it came later; below zero where it came earlier.
    public let weeksLater: Int
    /// The first day of the week in which it was highest.
    public let peak: Day
    /// The first day of the week in which it was to be expected.
    public let expected: Day

    private enum CodingKeys: String, CodingKey {
        case weeksLater = "weeks"
        case peak, expected
    }

    /// Weeks since the peak in which it is news: fewer, and it may still rise.
    private static let news = 2...13

    /// The change that the last two years show; `nil` where there is none, or it is no news.
    ///
    /// - Parameters:
    ///   - rates: of the last 104 weeks.
    ///   - end: the day after the last of them.
    init?(rates: [Double], end: Day) {
        guard let moved = MovedCourse(rates: rates) else { return nil }
        let weeksAgo = YearlyCourse.weeksOfYear - moved.peak
        guard Self.news.contains(weeksAgo) else { return nil }
        weeksLater = moved.weeksLater
        peak = end.advanced(by: -7 * weeksAgo)
        expected = peak.advanced(by: -7 * moved.weeksLater)
    }
}
