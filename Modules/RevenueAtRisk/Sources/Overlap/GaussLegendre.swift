/// Gauss–Legendre quadrature on 0...1: with m nodes, exact for polynomials of degree up to 2m - 1.
///
/// Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 1964, section 25.4.29 to 25.4.30.
struct GaussLegendre: Sendable {
    /// Where the integrand is taken, all strictly between 0 and 1.
    let nodes: [Double]
    /// What it counts there, all above zero, together 1.
    let weights: [Double]

    /// The smallest rule that integrates polynomials of `degree` exactly.
    static func exact(forDegree degree: Int) -> GaussLegendre {
        let count = degree / 2 + 1
        return count <= prepared.count ? prepared[count - 1] : GaussLegendre(count: count)
    }

    /// Ready for up to 16 exposures on one listing.
    private static let prepared = (1...8).map(GaussLegendre.init(count:))

    private init(count: Int) {
        // The roots of Pₘ lie strictly between those of Pₘ₋₁ and the ends, so each has a bracket and needs no first
        // guess.
        var roots: [Double] = []
        for degree in 1...count {
            let ends = [-1] + roots + [1]
            roots = zip(ends, ends.dropFirst()).map { Self.root(of: degree, between: $0, and: $1) }
        }
        nodes = roots.map { (1 + $0) / 2 }
        weights = roots.map { root in
            let slope = Self.legendre(count, at: root).slope
            return 1 / ((1 - root * root) * slope * slope)
        }
    }

    private static func root(of degree: Int, between low: Double, and high: Double) -> Double {
        var (low, high) = (low, high)
        let risesThroughRoot = legendre(degree, at: high).value > 0
        while true {
            let middle = (low + high) / 2
            guard low < middle, middle < high else { return middle }
            if (legendre(degree, at: middle).value > 0) == risesThroughRoot { high = middle } else { low = middle }
        }
    }

    /// Pₙ(x) and its slope for |x| ≤ 1, by Bonnet's recursion; the slope is not taken at the ends.
    private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
        var (previous, value) = (1.0, x)
        for n in stride(from: 1.0, to: Double(degree), by: 1) {
            (previous, value) = (value, ((2 * n + 1) * x * value - n * previous) / (n + 1))
        }
        return (value, Double(degree) * (previous - x * value) / (1 - x * x))
    }
}
