import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SplitMix64 {
    /// Whether something of that probability happens.
    mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

    /// A number of a range, all alike.
    mutating func draw(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    }

    /// A number of a range, all orders of magnitude alike.
    mutating func drawByMagnitude(_ range: ClosedRange<Double>) -> Double {
        exp(draw(log(range.lowerBound)...log(range.upperBound)))
    }

    /// A whole number from 0 up to but not including `bound`, which is small, so that the bias of 1 in 2⁵³ does not count.
    mutating func below(_ bound: Int) -> Int { Int(uniform() * Double(bound)) }

    /// A place among weights, each as likely as its part of their sum.
    ///
    /// - Precondition: there are weights, none below zero, one above.
    mutating func place(among weights: [Double]) -> Int {
        var left = uniform() * weights.reduce(0, +)
        for (place, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return place }
        }
        return weights.lastIndex { $0 > 0 } ?? 0
    }

    /// A positive number around a mean, whose logarithm is normal.
    ///
    /// - Parameter spread: the standard deviation of the logarithm.
    mutating func lognormal(mean: Double, spread: Double) -> Double {
        mean * exp(spread * normal() - spread * spread / 2)
    }
}

/// A positive number to a power.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// A wave between -1 and 1, 1 at whole numbers.
func wave(_ turns: Double) -> Double { cos(2 * .pi * turns) }
