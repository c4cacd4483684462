import Statistics

/// The yearly course of a product's demand, where two years of its own agree on one.
struct YearlySeason {
    private let course: YearlyCourse

    /// Days that are needed.
    private static let days = 728
    /// Units that each of the two years must have sold: fewer show no course.
    private static let leastUnits = 104.0
    /// Weeks in a row that may say nothing of demand.
    private static let mostMissing = 4

    /// The season of a product, by its rates of two years; `nil` where those do not agree.
    init?(rates: [Double]) {
        guard let course = YearlyCourse(rates: rates) else { return nil }
        self.course = course
    }

    /// The rates of the last 104 weeks; `nil` where they are not known, or are too low to show a course.
    static func rates(of history: DemandHistory) -> [Double]? {
        guard history.count >= days, let rates = weeklyRates(history) else { return nil }
        let year = YearlyCourse.weeksOfYear
        return 7 * min(rates[..<year].reduce(0, +), rates[year...].reduce(0, +)) >= leastUnits ? rates : nil
    }

    /// What a day sells in ordinary days, by the days after the last known one; 0 and below are days of the past.
    func index(ofDay day: Int) -> Double {
        let days = 7 * course.index.count
        return course.index[((day - 1) % days + days) % days / 7]
    }

    /// The rate of each of the last 104 weeks, that of the one before where a week says nothing.
    private static func weeklyRates(_ history: DemandHistory) -> [Double]? {
        var rates: [Double] = []
        rates.reserveCapacity(2 * YearlyCourse.weeksOfYear)
        var missing = 0
        for first in stride(from: history.count - days, to: history.count, by: 7) {
            var (units, exposure) = (0.0, 0.0)
            for day in first..<first + 7 where history.isUsed(day) {
                units += history.units[day]
                exposure += history.exposure[day]
            }
            missing = exposure >= 2 ? 0 : missing + 1
            guard missing <= mostMissing else { return nil }
            rates.append(exposure >= 2 ? max(0, units / exposure) : rates.last ?? 0)
        }
        return rates
    }
}
