import Statistics
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whether two numbers agree to a relative tolerance, both of them finite.
func isClose(_ value: Double, _ expected: Double, relative: Double = 1e-10, absolute: Double = 0) -> Bool {
    value.isFinite && abs(value - expected) <= max(absolute, relative * abs(expected))
}

extension SplitMix64 {
    /// Ten to a power drawn evenly from `powers`.
    mutating func powerOfTen(_ powers: ClosedRange<Double>) -> Double {
        pow(10, powers.lowerBound + (powers.upperBound - powers.lowerBound) * uniform())
    }
}

/// How far daily counts scatter about their mean.
enum Scatter: Sendable {
    /// Variance μ.
    case poisson
    /// Negative binomial with variance φμ, as the quasi-Poisson model has it.
    case proportional(Double)
    /// Negative binomial with variance μ + μ²/k: busy days scatter more than the model says.
    case quadratic(Double)

    /// A count of the given mean.
    func count(_ mean: Double, _ random: inout SplitMix64) -> Double {
        switch self {
        case .poisson: Double(random.poisson(mean))
        case .proportional(let dispersion):
            mean > 0 ? Double(random.poisson(random.gamma(mean / (dispersion - 1)) * (dispersion - 1))) : 0
        case .quadratic(let shape): Double(random.poisson(mean * random.gamma(shape) / shape))
        }
    }
}

/// Days of a listing that sells `rate` a day when wholly exposed, over a weekly season; on 30 % of them it cannot be
/// bought, on 30 % it has two fifths of the Buy Box, and its first five begin at noon.
struct History {
    let units: [Double?]
    let exposure: [Double]

    init(rate: Double, scatter: Scatter = .poisson, days: Int = 60, random: inout SplitMix64) {
        exposure = (0..<days).map { day in
            let season = 1 + 0.3 * sin(2 * Double.pi * Double(day) / 7)
            let buyable = random.uniform() < 0.3 ? 0 : day < 5 ? 0.5 : 1.0
            let buyBox = random.uniform() < 0.3 ? 0.4 : 1.0
            return season * buyable * buyBox
        }
        units = exposure.map { scatter.count(rate * $0, &random) }
    }

    /// The run rate from this history, which must give one.
    func estimate(prior: GammaPrior? = nil) throws -> RunRateEstimate {
        try #require(RunRate.estimate(units: units, exposure: exposure, prior: prior))
    }
}
