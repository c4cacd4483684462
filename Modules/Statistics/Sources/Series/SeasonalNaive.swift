/// The value of one season before; with a season of one period, the last value.
///
/// What every other method has to better.
public struct SeasonalNaive: SeriesMethod {
    /// Its name in tables.
    public let name: String
    /// The periods of a season.
    public let season: Int

    /// A season of so many periods; 1 or more.
    public init(season: Int = 1) {
        precondition(season >= 1, "found a season of \(season) periods")
        self.season = season
        name = season == 1 ? "naive" : "seasonal naive"
    }

    /// Needs one whole season. The standard deviation grows as the root of the seasons ahead.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard values.count >= season else { return nil }
        let start = values.count - season
        let mean = (0..<horizon).map { values[start + $0 % season] }
        let errors = zip(values.dropFirst(season), values).map { $0 - $1 }
        guard !errors.isEmpty else { return SeriesForecast(mean: mean, errors: [], method: name) }
        let variance = errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
        let deviation = (0..<horizon).map { (variance * Double($0 / season + 1)).squareRoot() }
        return SeriesForecast(mean: mean, errors: errors, deviation: deviation, method: name)
    }
}
