import FlywheelKit
import Statistics

/// What the products of an account on a marketplace do together, from the last year of those that were sold all through it.
enum CommonDemand {
    /// Weeks of the record.
    private static let weeks = 52
    /// Weeks of them that must be known, the first among them: what began later would look like growth.
    private static let leastKnown = 48
    /// Days of full exposure that a week must have to say something.
    private static let leastDaysOfAWeek = 2.0
    /// Weeks ahead whose factors are told apart. Longer windows would leave too few of them in a year to judge by.
    private static let horizon = 8
    /// Products of a chunk that are asked: of a quarter of a million, thirty thousand know as much.
    static let mostProducts = 1_024

    private static let engine = AutomaticForecast(horizon: horizon, levels: [0.5])

    static func newRecord() -> CommonRecord { CommonRecord(periods: weeks) }

    /// Adds a product that has a year to those whose sales are known to the same day.
    ///
    /// - Parameters:
    ///   - records: those of products whose sales end alike, by the day after their last known one.
    ///   - isOrdinary: whether a day, by its offset, had no event: those say nothing of the days to come.
    static func add(
        _ history: DemandHistory, to records: inout [Day: CommonRecord], isOrdinary: (Int) -> Bool
    ) {
        guard history.count >= 7 * weeks else { return }
        let values = stride(from: history.count - 7 * weeks, to: history.count, by: 7).map { first -> Double? in
            var (units, exposure) = (0.0, 0.0)
            for day in first..<first + 7 where history.isUsed(day) && isOrdinary(day) {
                units += history.units[day]
                exposure += history.exposure[day]
            }
            return exposure >= leastDaysOfAWeek ? 7 * units / exposure : nil
        }
        guard values[0] != nil, values.count(where: { $0 != nil }) >= leastKnown else { return }
        engine.add(values, to: &records[history.days.upperBound, default: newRecord()])
    }

    /// What forecasts are multiplied by week by week, and how far levels were off; `nil` where neither is known.
    ///
    /// The products whose sales are known to the latest day say it, if they are enough: what ended before is no longer sold or
    /// reported, and how old the newest sales are at a look says nothing of demand.
    static func taught(
        by records: [Day: CommonRecord], account: String, marketplace: String
    ) -> ForecastingModel.Common? {
        records.sorted { $0.key > $1.key }.lazy.compactMap { _, record in
            let factors = CommonCourse(record, seasonLength: 1)?.factors.map(fourPlaces) ?? []
            let error = record.relativeError.map(fourPlaces)
            guard !factors.isEmpty || error != nil else { return nil }
            return .init(account: account, marketplace: marketplace, factors: factors, relativeError: error)
        }.first
    }

    private static func fourPlaces(_ value: Double) -> Double { value.rounded(toParts: 10_000) }
}
