#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Demand in whole units with a variance above its mean: buyers who come in independent groups, or independent buyers at a
/// rate that nobody knows for sure.
///
/// With dispersion φ = variance/mean, r = mean/(φ - 1) and p = 1/φ the probability of k units is Γ(r + k)/(k!·Γ(r))·pʳ·(1 -
/// p)ᵏ; at φ = 1 it is the Poisson distribution. Source: N. Johnson, A. Kemp and S. Kotz, "Univariate Discrete
/// Distributions", 3rd edition, 2005, chapter 5.
public struct NegativeBinomialDemand: StockedDemand, Hashable {
    /// Units expected.
    public let mean: Double
    /// φ, variance over mean; 1 or more.
    public let dispersion: Double

    /// Below this excess over 1 the distribution is Poisson's to the eighth digit, and its formula loses its own.
    private static let leastExcess = 1e-8

    /// Demand of a mean above zero and a dispersion of 1 or more, both finite.
    public init(mean: Double, dispersion: Double) {
        precondition(mean > 0 && mean.isFinite, "a mean must be finite and above zero, found \(mean)")
        precondition(
            dispersion >= 1 && dispersion.isFinite, "a dispersion is finite and at least 1, found \(dispersion)")
        self.mean = mean
        self.dispersion = dispersion
    }

    /// φ·mean.
    public var variance: Double { dispersion * mean }

    /// The probability that no more than `units` are asked for; a part of a unit counts for nothing.
    public func cdf(_ units: Double) -> Double { Self.cdf(units.rounded(.down), mean: mean, dispersion: dispersion) }

    /// E[(D - stock)⁺] = mean·P(D' ≥ s) - s·P(D > s) at whole s, where D' has r + 1 for r (a mean larger by φ - 1);
    /// straight between whole numbers.
    public func expectedShort(_ stock: Double) -> Double {
        guard stock > 0 else { return mean - stock }
        let whole = stock.rounded(.down)
        let here = short(atWhole: whole)
        return whole == stock ? here : here - (stock - whole) * (1 - cdf(whole))
    }

    /// The smallest whole number of units with which demand is met with a probability.
    public func quantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
        guard p < 1 else { return .infinity }
        var high = max(1, (mean + 2 * variance.squareRoot()).rounded(.up))
        while cdf(high) < p { high *= 2 }
        var low = -1.0
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if cdf(middle) >= p { high = middle } else { low = middle }
        }
        return high
    }

    private func short(atWhole stock: Double) -> Double {
        let longer = Self.cdf(stock - 1, mean: mean + dispersion - 1, dispersion: dispersion)
        return max(0, mean * (1 - longer) - stock * (1 - cdf(stock)))
    }

    /// The sum over the shorter tail, from its largest term outwards.
    private static func cdf(_ units: Double, mean: Double, dispersion: Double) -> Double {
        guard units >= 0 else { return 0 }
        guard units < .infinity else { return 1 }
        guard dispersion - 1 > leastExcess else {
            return SpecialFunctions.regularisedGammaQ(units + 1, mean)
        }
        let (size, tail) = (mean / (dispersion - 1), (dispersion - 1) / dispersion)
        func term(_ k: Double) -> Double {
            exp(
                SpecialFunctions.logGamma(size + k) - SpecialFunctions.logGamma(k + 1)
                    - SpecialFunctions.logGamma(size) - size * log(dispersion) + k * log(tail))
        }
        var sum = 0.0
        if units < mean {
            var (k, next) = (units, term(units))
            while k >= 0, next > sum * 1e-17 {
                sum += next
                next *= k / ((size + k - 1) * tail)
                k -= 1
            }
            return min(1, sum)
        }
        var (k, next) = (units + 1, term(units + 1))
        while next > sum * 1e-17 {
            sum += next
            next *= (size + k) / (k + 1) * tail
            k += 1
        }
        return max(0, 1 - sum)
    }
}
