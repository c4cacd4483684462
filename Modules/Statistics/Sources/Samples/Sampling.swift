#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Samples of the common distributions.
///
/// They are written out, not taken from the standard library, so that a seed gives the same samples under every
/// version.
extension SplitMix64 {
    /// A number from 0 up to but not including 1, one of 2⁵³ evenly spaced.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A standard normal number, by inversion.
    public mutating func normal() -> Double {
        SpecialFunctions.normalQuantile(openUniform())
    }

    /// An exponential number of rate 1, by inversion.
    public mutating func exponential() -> Double {
        -log(openUniform())
    }

    /// A gamma number of rate 1. Source: G. Marsaglia and W. Tsang, "A simple method for generating gamma variables",
    /// 2000.
    /// - Parameter shape: Finite and above zero.
    public mutating func gamma(_ shape: Double) -> Double {
        precondition(shape > 0 && shape.isFinite, "a gamma shape must be finite and above zero, found \(shape)")
        // The method needs a shape of at least one; a power of a uniform number lowers it by one.
        guard shape >= 1 else { return gamma(shape + 1) * pow(openUniform(), 1 / shape) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if log(openUniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    /// A Poisson count.
    /// - Parameter mean: Zero or more, at most 1e15, where counts are still exact as real numbers.
    public mutating func poisson(_ mean: Double) -> Int {
        precondition(mean >= 0 && mean <= 1e15, "a Poisson mean is from 0 to 1e15, found \(mean)")
        return mean < 10 ? smallPoisson(mean) : largePoisson(mean)
    }

    /// Counts the uniform numbers whose product stays above e⁻ᵐᵉᵃⁿ (D. Knuth, The Art of Computer Programming, 3.4.1).
    private mutating func smallPoisson(_ mean: Double) -> Int {
        let limit = exp(-mean)
        var product = openUniform()
        var count = 0
        while product > limit {
            count += 1
            product *= openUniform()
        }
        return count
    }

    /// Transformed rejection. Source: W. Hörmann, "The transformed rejection method for generating Poisson random
    /// variables", 1993, algorithm PTRS.
    private mutating func largePoisson(_ mean: Double) -> Int {
        let b = 0.931 + 2.53 * mean.squareRoot()
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        let quickAcceptance = 0.9277 - 3.6224 / (b - 2)
        while true {
            let u = openUniform() - 0.5
            let v = openUniform()
            let distance = 0.5 - abs(u)
            let count = ((2 * a / distance + b) * u + mean + 0.43).rounded(.down)
            if distance >= 0.07 && v <= quickAcceptance { return Int(count) }
            if count < 0 || (distance < 0.013 && v > distance) { continue }
            let density = count * log(mean) - mean - SpecialFunctions.logGamma(count + 1)
            if log(v * inverseAlpha / (a / (distance * distance) + b)) <= density { return Int(count) }
        }
    }

    /// A number strictly between 0 and 1, for logarithms and inversion: the middles of 2⁵² even steps.
    private mutating func openUniform() -> Double {
        (Double(next() >> 12) + 0.5) * 0x1p-52
    }
}
