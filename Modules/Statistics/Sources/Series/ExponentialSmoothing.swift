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
            // Its square root is searched: small α differ more from one another than large ones.
            let root = values.withUnsafeBufferPointer { values in
                SectionSearch.minimum(
                    over: 0.01...0.99995, coarsely: { sums(of: values, alpha: $0 * $0) },
                    finely: { sums(of: values, alpha: $0 * $0) })
            }
            alpha = root * root
            var found = ErrorSums()
            errors = [Double](unsafeUninitializedCapacity: values.count) { errors, count in
                count = values.count
                found = values.withUnsafeBufferPointer { ErrorSums(of: $0, keep: 1 - root * root, into: errors) }
            }
            level = values[values.count - 1] - found.last
            start = values[0] + found.shift
            squares = found.squares
        }
    }

    /// The squared errors with the best first level, for several α side by side.
    ///
    /// With the first value for a level the errors are eₜ = κeₜ₋₁ + dₜ for κ = 1 - α and differences dₜ; a level that is higher
    /// by one makes each lower by κᵗ. Σeₜκᵗ, which the best level follows from, is (Σdₜκᵗ - κⁿ⁺¹eₙ₋₁)/(1 - κ²), and the sum
    /// of differences is added up from the other end by Horner's rule: two operations a value and not three.
    @inline(__always)
    private static func sums<Lanes: SIMD<Double>>(of values: UnsafeBufferPointer<Double>, alpha: Lanes) -> Lanes {
        let keep = 1 - alpha
        var (error, squares, differences) = (Lanes(), Lanes(), Lanes())
        for index in 1..<max(1, values.count) {
            // Indices this small do not overflow; to ask would take time in every step.
            let other = values.count &- index
            error = keep * error + (values[index] - values[index &- 1])
            differences = keep * differences + (values[other] - values[other &- 1])
            squares += error * error
        }
        let rest = power(keep, values.count)
        let products = keep * (differences - rest * error)
        return squares - products * products / ((1 - rest * rest) * alpha * (1 + keep))
    }

    /// The power of a whole exponent, one or more.
    @inline(__always)
    private static func power<Lanes: SIMD<Double>>(_ base: Lanes, _ exponent: Int) -> Lanes {
        var (result, square, left) = (Lanes(repeating: 1), base, exponent)
        while true {
            if left & 1 == 1 { result *= square }
            left >>= 1
            if left == 0 { return result }
            square *= square
        }
    }
}
