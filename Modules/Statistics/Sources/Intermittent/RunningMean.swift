/// The mean of everything seen: hard to beat where demand is slow and its level steady.
public struct RunningMean: SeriesMethod {
    /// The mean of the whole series.
    public init() {}

    /// "mean".
    public var name: String { "mean" }

    /// The same mean for every period; `nil` for an empty series.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard let first = values.first else { return nil }
        var (sum, count) = (first, 1.0)
        var errors: [Double] = []
        errors.reserveCapacity(values.count - 1)
        for value in values.dropFirst() {
            errors.append(value - sum / count)
            sum += value
            count += 1
        }
        return .flat(sum / count, horizon, errors, name)
    }
}
