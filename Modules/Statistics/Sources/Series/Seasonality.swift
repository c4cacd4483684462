/// What recurs with every season of a series, as an index for each period of the season.
struct SeasonalIndices {
    enum Kind { case additive, multiplicative }

    let kind: Kind
    /// By period of the season, counted from the first value of the series. They sum to zero where they are added, and
    /// have the mean one where they multiply.
    let indices: [Double]

    /// Classical decomposition: the centred moving average over one season is the trend, and the mean of what is left at
    /// each period of the season is its index (M. Kendall and A. Stuart, The Advanced Theory of Statistics 3, 1983).
    ///
    /// - Returns: nil with less than two whole seasons, or where a multiplicative index would not be above zero.
    init?(_ kind: Kind, of values: [Double], season: Int) {
        guard season > 1, values.count >= 2 * season else { return nil }
        let half = season / 2
        // An even season has no middle period: the two values half a season away count half each.
        let ends = season.isMultiple(of: 2) ? 0.5 : 1.0
        var sums = [Double](repeating: 0, count: season)
        var counts = sums
        for middle in half..<(values.count - half) {
            var total = ends * (values[middle - half] + values[middle + half])
            for period in (middle - half + 1)..<(middle + half) { total += values[period] }
            let trend = total / Double(season)
            sums[middle % season] += kind == .additive ? values[middle] - trend : values[middle] / trend
            counts[middle % season] += 1
        }
        let means = zip(sums, counts).map { $0 / $1 }
        let level = means.reduce(0, +) / Double(season)
        indices = kind == .additive ? means.map { $0 - level } : means.map { $0 / level }
        self.kind = kind
        guard indices.allSatisfy({ $0.isFinite && (kind == .additive || $0 >= 0.01) }) else { return nil }
    }

    /// The index of a period, counted from the first value of the series.
    func callAsFunction(_ period: Int) -> Double { indices[period % indices.count] }

    /// The series without its season.
    func removed(from values: [Double]) -> [Double] {
        values.indices.map { kind == .additive ? values[$0] - self($0) : values[$0] / self($0) }
    }

    /// A forecast of the series without its season, with it again.
    ///
    /// - Parameter count: the values of the series that was forecast.
    func restored(to forecast: SeriesForecast, after count: Int) -> SeriesForecast {
        let periods = count..<(count + forecast.mean.count)
        let firstError = count - forecast.errors.count
        switch kind {
        case .additive:
            return SeriesForecast(
                mean: zip(forecast.mean, periods).map { $0 + self($1) }, errors: forecast.errors,
                deviation: forecast.deviation, method: forecast.method)
        case .multiplicative:
            return SeriesForecast(
                mean: zip(forecast.mean, periods).map { $0 * self($1) },
                errors: zip(forecast.errors, firstError...).map { $0 * self($1) },
                deviation: zip(forecast.deviation, periods).map { $0 * self($1) }, method: forecast.method)
        }
    }

    /// Whether a series repeats itself after a season: its autocorrelation at that lag lies outside the 90 % limits of a
    /// series that remembers no further than the lags before (Bartlett's formula).
    ///
    /// The test of the Theta method: V. Assimakopoulos and K. Nikolopoulos, The theta model, 2000; J. Fiorucci et al.,
    /// Models for optimising the theta method, 2016. A season of fewer than four periods is never seen, nor one that the
    /// series does not hold twice.
    static func isSeen(in values: [Double], season: Int) -> Bool {
        guard season >= 4, values.count >= 2 * season else { return false }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let centred = values.map { $0 - mean }
        let variance = centred.reduce(0) { $0 + $1 * $1 }
        guard variance > 0 else { return false }
        func correlation(_ lag: Int) -> Double {
            var sum = SIMD4<Double>()
            var period = lag
            // Four sums side by side, because each waits for its own last value.
            while period + 4 <= centred.count {
                for lane in 0..<4 { sum[lane] += centred[period + lane] * centred[period + lane - lag] }
                period += 4
            }
            var total = sum.sum()
            while period < centred.count {
                total += centred[period] * centred[period - lag]
                period += 1
            }
            return total / variance
        }
        let before = (1..<season).reduce(0) { $0 + correlation($1) * correlation($1) }
        let limit = 1.6448536269514722 * ((1 + 2 * before) / count).squareRoot()
        return abs(correlation(season)) > limit
    }
}
