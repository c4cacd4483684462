#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a rate runs through the year, learned from two years of its own.
///
/// Each week is taken against its year's mean, growth from one year to the next is taken out, and each year is smoothed
/// over five weeks. The two courses that are left are two measurements of one: their correlation r says how much of either
/// is no accident, and 2r / (1 + r) how much of their mean is (C. Spearman; W. Brown, both in the British Journal of
/// Psychology 3, 1910). By that part the mean is believed; where r is below a half, not at all: smoothed chance gets there
/// once in about twenty times.
public struct YearlyCourse: Hashable, Sendable {
    /// What each week of the year is, where ordinary weeks are 1; the first is the one that follows the last known week.
    public let index: [Double]
    /// The part by which the mean of the two years is believed, 2/3 to 1.
    public let belief: Double

    /// Weeks in a year. The day or two by which years are longer are left out.
    public static let weeksOfYear = 52
    private static let leastCorrelation = 0.5
    private static let leastIndex = 0.1

    /// The course that two years show.
    ///
    /// - Parameter rates: 104 weekly rates, zero or more, oldest first.
    /// - Returns: nil where a year is all zero, or where the two do not agree.
    public init?(rates: [Double]) {
        guard let years = YearOfRates.both(of: rates) else { return nil }
        let courses = years.map(\.course)
        let correlation = Self.correlation(courses[0], courses[1])
        guard correlation >= Self.leastCorrelation else { return nil }
        let belief = 2 * correlation / (1 + correlation)
        self.belief = belief
        index = zip(courses[0], courses[1]).map { max(Self.leastIndex, 1 + belief * ($0 + $1) / 2) }
    }

    static func correlation(_ one: [Double], _ other: [Double]) -> Double {
        let count = Double(one.count)
        let (first, second) = (one.reduce(0, +) / count, other.reduce(0, +) / count)
        var (both, left, right) = (0.0, 0.0, 0.0)
        for (x, y) in zip(one, other) {
            both += (x - first) * (y - second)
            left += (x - first) * (x - first)
            right += (y - second) * (y - second)
        }
        return left > 0 && right > 0 ? both / (left * right).squareRoot() : 0
    }
}

/// A year of weekly rates against its mean, without the growth from one year to the next.
struct YearOfRates {
    /// What each week is beyond 1, smoothed over five weeks.
    let course: [Double]
    /// The variance of single weeks about it.
    let scatter: Double

    /// - Parameter rates: 104 weekly rates, zero or more, oldest first.
    /// - Returns: nil where a year is all zero.
    static func both(of rates: [Double]) -> [YearOfRates]? {
        precondition(rates.count == 2 * YearlyCourse.weeksOfYear, "a course needs 104 weeks, found \(rates.count)")
        precondition(rates.allSatisfy { $0 >= 0 && $0.isFinite }, "rates must be finite and not below zero")
        let years = [Array(rates[..<YearlyCourse.weeksOfYear]), Array(rates[YearlyCourse.weeksOfYear...])]
        let totals = years.map { $0.reduce(0, +) }
        guard totals[0] > 0, totals[1] > 0 else { return nil }
        let growth = log(totals[1] / totals[0]) / Double(YearlyCourse.weeksOfYear)
        return years.map { YearOfRates($0, growth: growth) }
    }

    private init(_ rates: [Double], growth: Double) {
        let steady = rates.enumerated().map { week, rate in rate * exp(-growth * Double(week)) }
        let mean = steady.reduce(0, +) / Double(steady.count)
        let weeks = steady.map { $0 / mean - 1 }
        course = weeks.indices.map { week in
            let near = weeks[max(0, week - 2)...min(weeks.count - 1, week + 2)]
            return near.reduce(0, +) / Double(near.count)
        }
        // A week is a fifth of the mean it is compared with.
        scatter = zip(weeks, course).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / (0.8 * Double(weeks.count))
    }
}
