#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One ETS model with the smoothing parameters under which a series is most likely.
///
/// The first states are read off the series and not searched: searched states fit the past of a short series better and
/// its future worse. They count as estimated all the same. Only the level of simple exponential smoothing is solved
/// for.
struct ETSFit {
    let form: ETSForm
    let parameters: ETSParameters
    let start: ETSStart
    /// Akaike's information criterion, corrected for short series; the lower the better.
    let criterion: Double

    /// - Returns: nil where the series is too short for the model, or not what the model can expect.
    init?(_ form: ETSForm, to values: [Double], season periods: Int) {
        let (k, n) = (Double(form.parameters(season: periods)), Double(values.count))
        guard n > k + 1, let start = ETSStart(form, of: values, season: periods) else { return nil }
        self.form = form
        let likelihood: Double
        if form.errors == .additive && form.trend == .none && form.season == .none {
            let fit = ExponentialSmoothing.Fit(values)
            parameters = ETSParameters(SIMD8(fit.alpha, 0, 0, 1, 0, 0, 0, 0))
            self.start = ETSStart(level: fit.start, slope: 0, season: [0])
            likelihood = n * log(fit.squares)
        } else {
            let found = Self.search(form, values, start)
            parameters = ETSParameters(found.point)
            self.start = start
            likelihood = found.loss
        }
        guard likelihood < .infinity else { return nil }
        criterion = likelihood + 2 * k + 2 * k * (k + 1) / (n - k - 1)
    }

    /// The best of a few common parameters, and from there by a simplex.
    private static func search(
        _ form: ETSForm, _ values: [Double], _ start: ETSStart
    ) -> (point: SIMD8<Double>, loss: Double) {
        values.withUnsafeBufferPointer { values in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: start.season.count) { season in
                func loss(_ point: SIMD8<Double>) -> Double {
                    _ = season.initialize(fromContentsOf: start.season)
                    var recursion = ETSRecursion(form, ETSParameters(point), level: start.level, slope: start.slope)
                    return recursion.likelihood(of: values, season)
                }
                var best = (point: SIMD8<Double>(), loss: Double.infinity)
                for point in ETSParameters.starts(form) {
                    let loss = loss(point)
                    if loss < best.loss { best = (point, loss) }
                }
                guard best.loss < .infinity else { return best }
                let (lower, upper) = ETSParameters.bounds(form)
                return NelderMead(lower: lower, upper: upper)
                    .minimum(from: best.point, steps: ETSParameters.steps(form, from: best.point), of: loss)
            }
        }
    }
}
