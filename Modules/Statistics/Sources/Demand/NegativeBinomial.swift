#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whole units of demand whose variance is at or above their mean: the Poisson distribution where they are equal, else
/// the negative binomial with
///
///     r = μ² / (v − μ),  P(0) = (μ/v)ʳ,  P(k) = P(k − 1) · (a + b/k),  a = 1 − μ/v,  b = μ²/v − a
///
/// (N. Johnson, A. Kemp and S. Kotz, Univariate Discrete Distributions, 2005, chapters 4 and 5; H. Panjer, 1981.)
/// Buyers who come by chance and each take one make it Poisson; a level that is itself uncertain, or buyers who take
/// several, make it negative binomial.
public struct NegativeBinomial: Hashable, Sendable {
    /// Expected units, 0 or more.
    public let mean: Double
    /// Their variance, the mean or more.
    public let variance: Double

    /// Above this variance a gamma distribution with the same mean and variance, read at whole units and a half, stands in
    /// for the sum of thousands of terms. Quantiles then lie within a unit and 0.5 % of the exact ones.
    public static let largestExactVariance = 2_500.0

    /// - Parameters:
    ///   - mean: Finite, 0 or more.
    ///   - variance: Finite; one below the mean is taken for the mean.
    public init(mean: Double, variance: Double) {
        precondition(mean >= 0 && mean.isFinite, "a mean of units must be finite and not below zero, found \(mean)")
        precondition(variance.isFinite, "a variance must be finite, found \(variance)")
        self.mean = mean
        self.variance = max(mean, variance)
    }

    /// The probability of `units` or fewer; units need not be whole.
    public func cdf(_ units: Double) -> Double {
        guard units >= 0 else { return 0 }
        guard mean > 0, units.isFinite else { return 1 }
        if let gamma = large { return gamma.cdf(units.rounded(.down) + 0.5) }
        return min(1, summed { k, _ in k >= units.rounded(.down) }.sum)
    }

    /// The fewest units that a share `p` of the distribution does not exceed.
    ///
    /// - Parameter p: From 0 to 1, which gives infinity unless the mean is zero.
    public func quantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
        guard mean > 0, p > 0 else { return 0 }
        guard p < 1 else { return .infinity }
        if let gamma = large { return max(0, (gamma.quantile(p) - 0.5).rounded(.up)) }
        return summed { _, sum in sum >= p }.units
    }

    private var large: GammaDistribution? {
        variance > Self.largestExactVariance
            ? GammaDistribution(demandOf: mean, variance: variance) : nil
    }

    /// Adds up probabilities from below until told to stop, or until what is left is too small to be seen in the sum.
    private func summed(until isDone: (_ units: Double, _ sum: Double) -> Bool) -> (units: Double, sum: Double) {
        let a = 1 - mean / variance
        let b = mean * mean / variance - a
        // Eight standard deviations below the mean nothing is left, and far above them P(0) may be too small to hold.
        var units = max(0, (mean - 8 * variance.squareRoot()).rounded(.down))
        var term = exp(logPmf(units))
        var sum = term
        while !isDone(units, sum) {
            units += 1
            term *= a + b / units
            sum += term
            if term < 0x1p-60 && units > mean { break }
        }
        return (units, sum)
    }

    private func logPmf(_ k: Double) -> Double {
        let excess = (variance - mean) / mean
        // ln P(0) = −μ ln(1 + x)/x for v = μ(1 + x), which is −μ in the limit.
        let logZero = excess > 1e-9 ? -mean * log1p(excess) / excess : -mean
        guard k > 0 else { return logZero }
        guard excess > 1e-9 else { return logZero + k * log(mean) - SpecialFunctions.logGamma(k + 1) }
        let shape = mean / excess
        return logZero + SpecialFunctions.logGamma(k + shape) - SpecialFunctions.logGamma(shape)
            - SpecialFunctions.logGamma(k + 1) + k * log(excess / (1 + excess))
    }
}
