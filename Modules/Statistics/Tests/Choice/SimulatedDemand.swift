import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Demand of a kind, drawn period after period.
enum SimulatedDemand: String, Sendable, CaseIterable {
    /// Poisson with a mean of 12.
    case often
    /// Negative binomial with a mean of 6 and a variance of 24.
    case uneven
    /// Poisson with a mean of 0.4.
    case seldom
    /// In one period of four, cartons of 12.
    case lumpy
    /// Poisson with a mean of 20 and a season of 13 periods.
    case seasonal

    func draw(_ periods: Int, _ random: inout SplitMix64) -> [Double] {
        (0..<periods).map { period in
            switch self {
            case .often: Double(random.poisson(12))
            case .uneven: Scatter.proportional(4).count(6, &random)
            case .seldom: Double(random.poisson(0.4))
            case .lumpy: random.uniform() < 0.25 ? 12 * Double(1 + random.poisson(0.6)) : 0
            case .seasonal: Double(random.poisson(20 * (1 + 0.6 * sin(2 * Double.pi * Double(period) / 13))))
            }
        }
    }
}
