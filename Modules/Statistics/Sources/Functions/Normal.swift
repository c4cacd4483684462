#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SpecialFunctions {
    /// The standard normal distribution function, Φ(z) = ½ erfc(-z/√2).
    ///
    /// Relative accuracy 1e-12 for z from -37; below that the result leaves the normal numbers.
    public static func normalCDF(_ z: Double) -> Double {
        precondition(!z.isNaN, "normalCDF expects a number, found NaN")
        return erfc(-z / 2.0.squareRoot()) / 2
    }

    /// The inverse of the standard normal distribution function: the z with Φ(z) = p.
    ///
    /// Relative accuracy 1e-10 for p from 1e-300 to 1 - 1e-16; 0 and 1 give the infinities. The start is P. Acklam's
    /// rational approximation (2003, relative error 1.15e-9), refined by one step of Halley's method.
    public static func normalQuantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "normalQuantile expects a probability from 0 to 1, found \(p)")
        guard p > 0 else { return -.infinity }
        guard p < 1 else { return .infinity }
        // 1 - p is exact for p of a half or more, so the upper tail is as accurate as the lower one.
        if p > 0.5 { return -normalQuantile(1 - p) }
        let start = p < 0.02425 ? tailStart(p) : centralStart(p - 0.5)
        // Near the median the difference from a half is what counts, and only `erf` keeps its digits.
        let error = p < 0.25 ? normalCDF(start) - p : erf(start / 2.0.squareRoot()) / 2 - (p - 0.5)
        let newton = error * (2 * Double.pi).squareRoot() * exp(start * start / 2)
        return start - newton / (1 + start * newton / 2)
    }

    private static func centralStart(_ q: Double) -> Double {
        q * polynomial(centralNumerator, q * q) / polynomial(centralDenominator, q * q)
    }

    private static func tailStart(_ p: Double) -> Double {
        let q = (-2 * log(p)).squareRoot()
        return polynomial(tailNumerator, q) / polynomial(tailDenominator, q)
    }

    /// Horner's rule, highest power first.
    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let centralNumerator = [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
        1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    private static let centralDenominator = [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
        6.680131188771972e+01, -1.328068155288572e+01, 1,
    ]
    private static let tailNumerator = [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
        -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
    ]
    private static let tailDenominator = [
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1,
    ]
}
