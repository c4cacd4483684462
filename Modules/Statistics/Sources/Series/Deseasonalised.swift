/// A method for series without seasons, applied to what is left of a series when its season is taken away.
///
/// Whether there is a season is tested first, as in the Theta method. The season multiplies where all values are above
/// zero and every index is, else it is added.
public struct Deseasonalised<Method: SeriesMethod>: SeriesMethod {
    /// What forecasts the series without its season.
    public let method: Method
    /// The periods of a season; 1 for none.
    public let season: Int

    /// Its name in tables.
    public var name: String { season == 1 ? method.name : "deseasonalised \(method.name)" }

    /// Applies a method under a season of so many periods.
    public init(_ method: Method, season: Int) {
        precondition(season >= 1, "found a season of \(season) periods")
        self.method = method
        self.season = season
    }

    /// Needs what the method needs.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard SeasonalIndices.isSeen(in: values, season: season), let indices = indices(of: values) else {
            return method.forecast(values, horizon: horizon)
        }
        return method.forecast(indices.removed(from: values), horizon: horizon)
            .map { indices.restored(to: $0, after: values.count) }
    }

    private func indices(of values: [Double]) -> SeasonalIndices? {
        let multiplied =
            values.allSatisfy { $0 > 0 } ? SeasonalIndices(.multiplicative, of: values, season: season) : nil
        return multiplied ?? SeasonalIndices(.additive, of: values, season: season)
    }
}
