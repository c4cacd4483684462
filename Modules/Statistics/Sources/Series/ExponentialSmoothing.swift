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
        let fit = values.withUnsafeBufferPointer(Self.fit)
        let alpha = fit.alpha
        var level = fit.start
        let errors = values.map { value in
            let error = value - level
            level += alpha * error
            return error
        }
        let variance = fit.squares / Double(values.count - 2)
        return SeriesForecast(
            mean: [Double](repeating: level, count: horizon), errors: errors,
            deviation: (0..<horizon).map { (variance * (1 + Double($0) * alpha * alpha)).squareRoot() }, method: name)
    }

    /// α and the first level with the least squared errors, and their sum.
    static func fit(_ values: UnsafeBufferPointer<Double>) -> (alpha: Double, start: Double, squares: Double) {
        let alpha = SectionSearch.minimum(over: 1e-4...0.9999) { sums(of: values, alpha: $0).least }
        let best = sums(of: values, alpha: SIMD2(repeating: alpha))
        return (alpha, values[0] + best.shift[0], max(0, best.least[0]))
    }

    /// Squared errors when the first level is the first value, and how they change with it; for several α side by side.
    @inline(__always)
    private static func sums<Lanes: SIMD<Double>>(of values: UnsafeBufferPointer<Double>, alpha: Lanes) -> Sums<Lanes> {
        let keep = 1 - alpha
        var level = Lanes(repeating: values[0])
        // What is left of a first level that is higher by one.
        var trace = Lanes(repeating: 1)
        var (squares, products) = (Lanes(), Lanes())
        for value in values {
            let error = value - level
            squares += error * error
            products += error * trace
            level += alpha * error
            trace *= keep
        }
        // The sum of the squared traces is that of a geometric series.
        return Sums(squares: squares, products: products, traces: (1 - trace * trace) / (alpha * (1 + keep)))
    }

    private struct Sums<Lanes: SIMD<Double>> {
        let squares: Lanes
        let products: Lanes
        let traces: Lanes

        /// What is best added to the first level.
        var shift: Lanes { products / traces }
        /// The squared errors with that.
        var least: Lanes { squares - products * products / traces }
    }
}
