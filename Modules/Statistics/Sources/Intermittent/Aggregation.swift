/// Forecasts of sums over several periods, in which zeros are fewer, brought back to one period.
///
/// "ADIDA" takes sums over as many periods as lie between two demands on average (K. Nikolopoulos and others, An
/// aggregate-disaggregate intermittent demand approach, 2011); "IMAPA" the mean of what sums over 1, 2 … that many periods
/// say (F. Petropoulos and N. Kourentzes, Forecast combinations for intermittent demand, 2015). Sums are smoothed with an
/// optimised weight; periods that do not fill a sum are left out at the old end, so that the newest always count.
public struct TemporalAggregation: SeriesMethod {
    /// Whether all sums up to the mean interval are asked, or only those over the mean interval.
    public let combinesLevels: Bool

    /// Forecasts from sums over the mean interval alone.
    public static let adida = Self(combinesLevels: false)
    /// The mean of forecasts from sums over one period up to the mean interval.
    public static let imapa = Self(combinesLevels: true)

    /// "adida" or "imapa".
    public var name: String { combinesLevels ? "imapa" : "adida" }

    /// The same mean for every period; `nil` for an empty series, zeros where there was no demand.
    ///
    /// The errors are those of the sums, each spread evenly over its periods, with the weight found for the whole series.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard !values.isEmpty else { return nil }
        guard let last = values.lastIndex(where: { $0 > 0 }) else { return .flat(0, horizon, [], name) }
        let demands = values.count { $0 > 0 }
        // The intervals end with the last demand, and so add up to its place.
        let longest = max(1, Int((Double(last + 1) / Double(demands)).rounded()))
        let lengths = combinesLevels ? 1...longest : longest...longest
        let levels = lengths.map { Level(values, length: $0) }
        let share = 1 / Double(levels.count)
        let begin = levels.map(\.begin).max() ?? 0
        let errors = (begin..<max(begin, values.count)).map { period in
            values[period] - share * levels.reduce(0) { $0 + $1.rate(before: period) }
        }
        return .flat(share * levels.reduce(0) { $0 + $1.next }, horizon, errors, name)
    }

    /// The sums over one number of periods.
    private struct Level {
        let length: Int
        /// Periods left out at the old end.
        let offset: Int
        let levels: [Double]

        init(_ values: [Double], length: Int) {
            self.length = length
            offset = values.count % length
            var sums: [Double] = []
            sums.reserveCapacity(values.count / length)
            for start in stride(from: offset, to: values.count, by: length) {
                sums.append(values[start..<start + length].reduce(0, +))
            }
            levels = Smoothing(sums, .optimised).levels
        }

        /// What is expected of one period after the end.
        var next: Double { (levels.last ?? 0) / Double(length) }
        /// The first period that has a whole sum before it.
        var begin: Int { offset + length }
        /// What was expected of a period when the sum it is part of began.
        func rate(before period: Int) -> Double { levels[(period - offset) / length - 1] / Double(length) }
    }
}
