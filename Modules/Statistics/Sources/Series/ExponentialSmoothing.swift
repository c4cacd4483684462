/// Simple exponential smoothing: the expected value of every coming period is a level that moves by a share α of each
/// error, ℓₜ = ℓₜ₋₁ + α(yₜ − ℓₜ₋₁) (R. Brown, Statistical Forecasting for Inventory Control, 1959).
///
/// α, from 0.0001 to 0.9999, and the first level are those with the least sum of squared one-step errors. For given α the errors are linear in
/// the first level, so it is solved for, and only α is searched.
public struct ExponentialSmoothing: SeriesMethod {
    /// Its name in tables.
    public let name = "ses"

    /// With α and the first level chosen anew for each series.
    public init() {}

    /// Needs three values.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard values.count >= 3 else { return nil }
        let fit = Fit(values)
        let variance = fit.squares / Double(values.count - 2)
        return SeriesForecast(
            mean: [Double](repeating: fit.level, count: horizon), errors: fit.errors,
            deviation: (0..<horizon).map { (variance * (1 + Double($0) * fit.alpha * fit.alpha)).squareRoot() },
            method: name)
    }

    /// α and the first level with the least squared errors, and what they make of the series.
    struct Fit {
        let alpha: Double
        /// The first level.
        let start: Double
        /// The level after the last value.
        let level: Double
        let errors: [Double]
        /// The sum of the squared errors.
        let squares: Double

        /// - Parameter values: one or more.
        init(_ values: [Double]) {
            alpha = values.withUnsafeBufferPointer { values in
                SectionSearch.minimum(over: 1e-4...0.9999) { sums(of: values, alpha: $0) }
            }
            let (alpha, keep) = (alpha, 1 - alpha)
            // First the errors as if the first value were the first level, then what the best first level makes of them.
            var (level, trace, squares, products) = (values[0], 1.0, 0.0, 0.0)
            var errors = values.map { value in
                let error = value - level
                squares += error * error
                products += error * trace
                level += alpha * error
                trace *= keep
                return error
            }
            let shift = products * alpha * (1 + keep) / (1 - trace * trace)
            self.level = level + shift * trace
            trace = 1
            for index in errors.indices {
                errors[index] -= shift * trace
                trace *= keep
            }
            start = values[0] + shift
            self.errors = errors
            self.squares = max(0, squares - products * shift)
        }
    }

    /// The squared errors with the best first level, for several α side by side.
    @inline(__always)
    private static func sums(of values: UnsafeBufferPointer<Double>, alpha: SIMD8<Double>) -> SIMD8<Double> {
        let keep = 1 - alpha
        // Each error is what the value rose by and what was left of the error before: an operation less than with levels.
        var error = SIMD8<Double>()
        // What is left of a first level that is higher by one.
        var trace = SIMD8<Double>(repeating: 1)
        var (squares, products) = (SIMD8<Double>(), SIMD8<Double>())
        var last = values[0]
        for value in values {
            error = keep * error + (value - last)
            squares += error * error
            products += error * trace
            trace *= keep
            last = value
        }
        // The sum of the squared traces is that of a geometric series.
        return squares - products * products * alpha * (1 + keep) / (1 - trace * trace)
    }
}
