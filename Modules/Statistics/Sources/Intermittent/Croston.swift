/// Croston's method: the size of a demand and the interval between demands are smoothed apart, both only when there is
/// demand; the forecast is the one over the other.
///
///     z ← z + α(y − z),  p ← p + α(q − p)   at a demand y that came q periods after the one before
///     forecast = z / p
///
/// Both start at their first value; the first interval counts from the start of the series. J. Croston, Forecasting and
/// stock control for intermittent demands, 1972. The ratio expects too much by about α/2 of itself, which
/// A. Syntetos and J. Boylan (The accuracy of intermittent demand estimates, 2005) take off: `correctsBias`, "SBA".
///
/// Neither sees that demand has ended: both stay where they are while nothing is asked for.
public struct Croston: SeriesMethod {
    /// How fast sizes and intervals forget, each for itself when optimised.
    public let weight: SmoothingWeight
    /// Whether the forecast is multiplied by 1 − α/2, α being the weight of the intervals.
    public let correctsBias: Bool

    /// Croston's method, or with `correctsBias` that of Syntetos and Boylan.
    public init(_ weight: SmoothingWeight = .fixed(0.1), correctsBias: Bool = false) {
        self.weight = weight
        self.correctsBias = correctsBias
    }

    /// "croston" or "sba", and "optimised" where it is.
    public var name: String { (correctsBias ? "sba" : "croston") + (weight == .optimised ? " optimised" : "") }

    /// The same mean for every period; `nil` for an empty series, zeros where there was no demand.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard !values.isEmpty else { return nil }
        guard let first = values.firstIndex(where: { $0 > 0 }) else { return .flat(0, horizon, [], name) }
        let (sizeWeight, intervalWeight) = weights(of: values)
        let factor = correctsBias ? 1 - intervalWeight / 2 : 1
        var (size, interval, last) = (values[first], Double(first + 1), first)
        var rate = factor * size / interval
        let errors = (first + 1..<values.count).map { period in
            let value = values[period]
            let error = value - rate
            if value > 0 {
                size += sizeWeight * (value - size)
                interval += intervalWeight * (Double(period - last) - interval)
                rate = factor * size / interval
                last = period
            }
            return error
        }
        return .flat(rate, horizon, errors, name)
    }

    private func weights(of values: [Double]) -> (size: Double, interval: Double) {
        switch weight {
        case .fixed(let weight): return (weight, weight)
        case .optimised:
            let demands = Demands(values)
            return (Smoothing.best(for: demands.sizes), Smoothing.best(for: demands.intervals))
        }
    }
}

/// What was asked for, in the periods in which something was.
private struct Demands {
    /// What was asked for in each.
    private(set) var sizes: [Double] = []
    /// Periods since the demand before; the first counts from the start of the series, whose first period is 1.
    private(set) var intervals: [Double] = []

    init(_ values: [Double]) {
        sizes.reserveCapacity(values.count)
        intervals.reserveCapacity(values.count)
        var last = -1
        for (period, value) in values.enumerated() where value > 0 {
            sizes.append(value)
            intervals.append(Double(period - last))
            last = period
        }
    }
}

extension SeriesForecast {
    /// The same mean in every period.
    static func flat(_ mean: Double, _ horizon: Int, _ errors: [Double], _ method: String) -> SeriesForecast {
        SeriesForecast(mean: Array(repeating: mean, count: horizon), errors: errors, method: method)
    }
}
