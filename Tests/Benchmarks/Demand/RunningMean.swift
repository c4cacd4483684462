import Statistics

/// The mean of everything seen: hard to beat where demand is slow and its level steady.
struct RunningMean: SeriesMethod {
    var name: String { "mean" }

    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard let first = values.first else { return nil }
        var (sum, count) = (first, 1.0)
        var errors: [Double] = []
        errors.reserveCapacity(values.count - 1)
        for value in values.dropFirst() {
            errors.append(value - sum / count)
            sum += value
            count += 1
        }
        return SeriesForecast(
            mean: Array(repeating: sum / count, count: horizon), errors: errors, method: name)
    }
}
