#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How long something that has lasted a while goes on: a memoryless prior that gives way to the record as it fills.
///
/// The hazard of day d is (m·h₀ + closedᵈ) / (m + at riskᵈ), where h₀ = 1 - e^(-1/mean) is the prior's and m its weight
/// in observations: the mean of a Beta(m·h₀, m·(1 - h₀)) prior after binomial closings, day by day. It is the prior
/// with no data and tends to ``DurationCurve`` with much. Source: the beta process of N. Hjort, "Nonparametric Bayes
/// estimators based on beta processes in models for life history data", 1990, on whole days.
public struct Survival: Hashable, Sendable {
    private let priorHazard: Double
    /// By duration, as far as the record goes; the prior's hazard holds after it.
    private let hazards: [Double]

    /// Creates the blend.
    /// - Parameters:
    ///   - priorMeanDays: The mean of the exponential prior, in days; above zero.
    ///   - record: What has been observed.
    ///   - priorWeight: m, how many observations the prior weighs as on each day; above zero.
    public init(priorMeanDays: Double, record: SurvivalRecord = SurvivalRecord(), priorWeight: Double = 8) {
        precondition(priorMeanDays > 0, "a prior mean must be above zero days, found \(priorMeanDays)")
        precondition(
            priorWeight > 0 && priorWeight.isFinite,
            "a prior weight must be finite and above zero, found \(priorWeight)")
        let prior = -expm1(-1 / priorMeanDays)
        priorHazard = prior
        hazards = record.hazardCounts.map { day in
            (priorWeight * prior + Double(day.closed)) / (priorWeight + Double(day.atRisk))
        }
    }

    /// The probability of being still there on each day of the horizon, for what is there today.
    ///
    /// Element k is Π(1 - hazard) over the days age + 1 … age + k: what is open today has outlived the hazard of its
    /// age.
    /// - Parameters:
    ///   - age: Whole days it has lasted, zero or more.
    ///   - horizon: Days to look at, today included; zero or more.
    /// - Returns: `horizon` probabilities that never rise; element 0 is today and 1.
    public func probabilities(age: Int, horizon: Int) -> [Double] {
        precondition(age >= 0 && horizon >= 0, "an age and a horizon are not below zero, found \(age) and \(horizon)")
        var probability = 1.0
        return (0..<horizon).map { ahead in
            if ahead > 0 { probability *= 1 - hazard(age: age, ahead: ahead) }
            return probability
        }
    }

    /// How many days of the horizon, today included, it is expected to be there: the sum of the probabilities.
    public func expectedDays(age: Int, horizon: Int) -> Double {
        probabilities(age: age, horizon: horizon).reduce(0, +)
    }

    private func hazard(age: Int, ahead: Int) -> Double {
        age < hazards.count - ahead ? hazards[age + ahead] : priorHazard
    }
}
