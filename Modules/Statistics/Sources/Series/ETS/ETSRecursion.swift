#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One pass of an ETS model over a series.
///
/// With q = ℓ + φb, the expected value is q, q + s or q·s, and an error e moves the states by
///
///     ℓ = q + αe/f,  b = φb + βe/f,  s = s + γe/g,  f = s and g = q where the season multiplies, else 1.
///
/// Additive and multiplicative errors give the same states; only what is likely differs (Hyndman et al. 2008, table
/// 2.2, with relative errors e/ŷ put in).
struct ETSRecursion {
    let form: ETSForm
    let parameters: ETSParameters
    var level: Double
    var slope: Double

    init(_ form: ETSForm, _ parameters: ETSParameters, level: Double, slope: Double) {
        self.form = form
        self.parameters = parameters
        (self.level, self.slope) = (level, slope)
    }

    /// Takes in one value and returns the error of what was expected of it, with what was expected.
    @inline(__always)
    mutating func take(_ value: Double, _ season: inout Double) -> (error: Double, expected: Double) {
        let (alpha, beta, gamma) = (parameters.alpha, parameters.beta, parameters.gamma)
        let fading = parameters.phi * slope
        let ahead = level + fading
        switch form.season {
        case .none:
            let error = value - ahead
            (level, slope) = (ahead + alpha * error, fading + beta * error)
            return (error, ahead)
        case .additive:
            let expected = ahead + season
            let error = value - expected
            (level, slope) = (ahead + alpha * error, fading + beta * error)
            season += gamma * error
            return (error, expected)
        case .multiplicative:
            let expected = ahead * season
            let error = value - expected
            let unseasonal = error / season
            (level, slope) = (ahead + alpha * unseasonal, fading + beta * unseasonal)
            season += gamma * error / ahead
            return (error, expected)
        }
    }

    /// Minus twice the logarithm of the likelihood, without its constant; infinite where the model expects what it
    /// cannot: nothing or less under relative errors or a season that multiplies.
    ///
    /// - Parameter season: first states by period; left at the last ones.
    mutating func likelihood(
        of values: UnsafeBufferPointer<Double>, _ season: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        var squares = 0.0
        var logarithms = 0.0
        // The logarithm of a product is taken once in a while instead of that of each factor.
        var product = 1.0
        var period = 0
        for value in values {
            let (error, expected) = take(value, &season[period])
            period = period + 1 == season.count ? 0 : period + 1
            if form.needsPositiveValues && !(expected > 0) { return .infinity }
            if form.errors == .additive {
                squares += error * error
            } else {
                squares += (error / expected) * (error / expected)
                product *= expected
                if product > 1e100 || product < 1e-100 {
                    logarithms += log(product)
                    product = 1
                }
            }
        }
        return Double(values.count) * log(squares) + 2 * (logarithms + log(product))
    }
}
