#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The gamma distribution with density xᵃ⁻¹ e⁻ᵇˣ bᵃ / Γ(a), for shape a and rate b.
///
/// The belief about a rate per day once some days have been counted; `rate` is then in days and values are per day.
public struct GammaDistribution: Hashable, Sendable {
    /// The shape a, above zero.
    public let shape: Double
    /// The rate b, above zero, in the reciprocal of the values' unit.
    public let rate: Double

    /// Creates the distribution from a shape and a rate, both finite and above zero.
    public init(shape: Double, rate: Double) {
        precondition(shape > 0 && shape.isFinite, "a gamma shape must be finite and above zero, found \(shape)")
        precondition(rate > 0 && rate.isFinite, "a gamma rate must be finite and above zero, found \(rate)")
        self.shape = shape
        self.rate = rate
    }

    /// a / b.
    public var mean: Double { shape / rate }

    /// a / b².
    public var variance: Double { shape / rate / rate }

    /// The probability of a value at or below `x`: P(a, bx), and 0 below zero.
    public func cdf(_ x: Double) -> Double {
        SpecialFunctions.regularisedGammaP(shape, max(0, x * rate))
    }

    /// ``cdf(_:)`` in short: the cube root of a gamma variable is nearly normal (E. Wilson and M. Hilferty, 1931).
    ///
    /// Costs a cube root and an error function whatever the shape; within 0.003 for shapes from 1 on and within 0.03 from
    /// 0.1 on.
    public func roughCDF(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let ninth = 1 / (9 * shape)
        return SpecialFunctions.normalCDF((cbrt(x * rate / shape) - 1 + ninth) / ninth.squareRoot())
    }

    /// The value that a share `p` of the distribution lies at or below.
    ///
    /// Relative accuracy 1e-10 for shapes from 1e-3 to 1e7. 0 gives 0 and 1 gives infinity. At small shapes the low
    /// quantiles lie below the smallest number (shape 1e-3: everything under P48) and are returned as 0.
    /// - Parameter p: From 0 to 1.
    public func quantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
        guard p > 0 else { return 0 }
        guard p < 1 else { return .infinity }
        return exp(logStandardQuantile(p) - log(rate))
    }

    /// ln x with P(shape, x) = p.
    ///
    /// The logarithm of a gamma variable has a log-concave density, so ln P and ln Q are concave in ln x and Newton's
    /// method on either approaches its root from one side after the first step. The bracket, which holds the root
    /// by proof, turns a step that would leave it into a bisection.
    private func logStandardQuantile(_ p: Double) -> Double {
        // P(a, x) ≤ xᵃ / Γ(a + 1) bounds the root from below.
        var low = (log(p) + SpecialFunctions.logGamma(shape + 1)) / shape
        // Q(a, a + √(2at) + t) ≤ e⁻ᵗ bounds it from above (Boucheron, Lugosi and Massart, 2013, section 2.4).
        let t = -log1p(-p)
        var high = max(low, log(shape + (2 * shape * t).squareRoot() + t))
        guard low > log(Double.leastNonzeroMagnitude) else { return low }

        var y = min(max(logWilsonHilferty(p), low), high)
        for _ in 0..<200 {
            let tails = GammaTails(shape: shape, at: exp(y))
            // The smaller tail is the one that still has all its digits.
            let step =
                p <= 0.5
                ? log(tails.lower / p) * tails.lower / tails.slope
                : log((1 - p) / tails.upper) * tails.upper / tails.slope
            let isAbove = p <= 0.5 ? tails.lower > p : tails.upper < 1 - p
            if isAbove { high = y } else { low = y }
            let proposal = y - step
            if abs(step) <= 1e-13 * max(1, abs(y)) { return proposal }
            y = proposal >= low && proposal <= high ? proposal : (low + high) / 2
        }
        return y
    }

    /// The logarithm of Wilson and Hilferty's approximation (1931): the cube root of a gamma variable is nearly normal.
    private func logWilsonHilferty(_ p: Double) -> Double {
        let cubeRoot = 1 - 1 / (9 * shape) + SpecialFunctions.normalQuantile(p) / (3 * shape.squareRoot())
        return cubeRoot > 0 ? log(shape) + 3 * log(cubeRoot) : -.infinity
    }
}
