#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Demand as a normal distribution: the textbook's, and right for the sum of many days of something that sells daily.
///
/// It may fall below zero and is not skewed, so it is wrong for what sells now and then and for lead times that scatter:
/// ``GammaDistribution`` and ``NegativeBinomialDemand`` are there for those.
public struct NormalDemand: StockedDemand, Hashable {
    /// Units expected.
    public let mean: Double
    /// σ², in units squared; zero where demand is certain.
    public let variance: Double

    /// Demand of a mean and a variance, both finite, the variance not below zero.
    public init(mean: Double, variance: Double) {
        precondition(mean.isFinite, "a mean must be finite, found \(mean)")
        precondition(variance >= 0 && variance.isFinite, "a variance is finite and not below zero, found \(variance)")
        self.mean = mean
        self.variance = variance
    }

    /// σ, in units.
    public var deviation: Double { variance.squareRoot() }

    /// Φ((units - μ)/σ).
    public func cdf(_ units: Double) -> Double {
        variance > 0 ? SpecialFunctions.normalCDF((units - mean) / deviation) : units >= mean ? 1 : 0
    }

    /// σ·[φ(z) - z·(1 - Φ(z))] for z = (stock - μ)/σ. Source: E. Silver, D. Pyke and D. Thomas, "Inventory and Production
    /// Management in Supply Chains", 4th edition, 2017, appendix II.
    public func expectedShort(_ stock: Double) -> Double {
        guard variance > 0 else { return max(0, mean - stock) }
        let z = (stock - mean) / deviation
        let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        return max(0, deviation * (density - z * SpecialFunctions.normalCDF(-z)))
    }

    /// μ + z·σ, where Φ(z) = p.
    public func quantile(_ p: Double) -> Double {
        variance > 0 ? mean + deviation * SpecialFunctions.normalQuantile(p) : mean
    }
}
