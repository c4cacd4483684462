/// How much more than usual each phase of the season brings, as it was known at the end of each season.
///
/// The factor of a phase is its mean over the mean of all, drawn towards 1 by how much of the differences between phases
/// chance alone explains (the estimator of a one-way random effects model; S. Searle, G. Casella and C. McCulloch, Variance
/// Components, 1992):
///
///     share = τ² / (τ² + σ²/n),  factor = 1 + share · (mean of phase / mean − 1)
///
/// with σ² the variance within phases, n the seasons seen, τ² the variance of the phases' means less σ²/n, not below zero.
/// A series without a season gets factors of 1, and two seasons say less than ten.
struct SeasonalTables {
    /// Factors cannot fall below this: what is divided by them would have no bound.
    static let leastFactor = 0.05

    let length: Int
    /// Whether any factor differs from 1.
    private(set) var isSeasonal = false
    /// A table of factors for each season that is over, and one of ones before the first is.
    private var factors: [Double]

    /// - Parameter length: periods in a season; 1 for none, whose factors are all 1.
    init(_ series: MaskedSeries, length: Int) {
        self.length = length
        factors = Array(repeating: 1, count: length)
        guard length > 1 else { return }
        factors.reserveCapacity(series.count + length)
        var sums = factors.map { _ in 0.0 }
        var counts = sums
        var (squares, known) = (0.0, 0.0)
        for period in 0..<series.count / length * length {
            let phase = period % length
            let value = series.values[period]
            sums[phase] += value
            counts[phase] += series.exposure[period]
            squares += value * value
            known += series.exposure[period]
            if phase == length - 1 { append(sums, counts, squares, known) }
        }
    }

    private mutating func append(_ sums: [Double], _ counts: [Double], _ squares: Double, _ known: Double) {
        let total = sums.reduce(0, +)
        guard known >= 2 * Double(length), total > 0, counts.allSatisfy({ $0 > 0 }) else {
            return factors.append(contentsOf: repeatElement(1, count: length))
        }
        let mean = total / known
        var (within, between) = (squares, 0.0)
        for (sum, count) in zip(sums, counts) {
            within -= sum * sum / count
            between += (sum / count - mean) * (sum / count - mean)
        }
        let noise = max(0, within) / max(1, known - Double(length)) * Double(length) / known
        let signal = max(0, between / Double(length - 1) - noise)
        let share = signal > 0 ? signal / (signal + noise) : 0
        isSeasonal = isSeasonal || share > 0
        for (sum, count) in zip(sums, counts) {
            factors.append(max(Self.leastFactor, 1 + share * (sum / count / mean - 1)))
        }
    }

    /// The factor of `period` as known after the period `origin`.
    @inline(__always) func factor(of period: Int, after origin: Int) -> Double {
        length == 1 ? 1 : factors[(origin + 1) / length * length + period % length]
    }
}
