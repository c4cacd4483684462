import Calendars
import FlywheelKit
import Statistics

/// How much of an average day's demand a day has.
enum Demand {
    /// The highest index of any day.
    static let peak = 1.1 * 1.25 * dealFactor

    /// The day's index: its weekday's, times its month's, times that of a deal.
    static func index(on day: Day) -> Double {
        let date = day.date
        let weekday = Weekday(daysSinceEpoch: day.epochDays)
        return week[weekday.rawValue - 1] * year[date.month - 1] * (deal(on: day) == nil ? 1 : dealFactor)
    }

    /// Monday first.
    private static let week = [1.1, 1.05, 1, 0.95, 0.9, 0.95, 1.05]
    /// January first.
    private static let year = [0.92, 0.9, 0.93, 0.97, 1, 1.02, 1.02, 0.98, 0.96, 1, 1.1, 1.25]
    private static let dealFactor = 1.8

    /// The deal of a day: two days in July and in October, and those about the last Friday of November.
    static func deal(on day: Day) -> String? {
        switch (day.date.month, day.date.day) {
        case (7, 14...15): "July deals"
        case (10, 6...7): "October deals"
        case (11, 27...), (12, 1): "Black Friday"
        default: nil
        }
    }
}

extension SplitMix64 {
    /// An exponential number of mean 1, by comparing uniform numbers.
    ///
    /// A logarithm would do, but no two C libraries promise the same last bit of it. Source: J. von Neumann, "Various
    /// techniques used in connection with random digits", 1951.
    mutating func exponential() -> Double {
        var whole = 0.0
        while true {
            let first = uniform()
            var last = first
            var isOdd = true
            while true {
                let next = uniform()
                if next >= last { break }
                last = next
                isOdd.toggle()
            }
            // A run that falls an odd number of times, the first included, is taken.
            if isOdd { return whole + first }
            whole += 1
        }
    }
}
