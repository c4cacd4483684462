/// The product-limit estimate of survival, S(t) = Π(1 - closedᵈ/at riskᵈ) over the days d up to t.
///
/// Observations still open count for as long as they were seen, where a mean over the closed ones alone would be too
/// short. Source: E. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958.
public struct KaplanMeier: Hashable, Sendable {
    /// S by day, from day 0 to ``lastDay``.
    private let steps: [Double]

    /// Creates the estimate, or nil from a record without observations.
    public init?(_ record: SurvivalRecord) {
        guard !record.isEmpty else { return nil }
        var survival = 1.0
        steps = record.hazardCounts.map { day in
            if day.closed > 0 { survival *= 1 - Double(day.closed) / Double(day.atRisk) }
            return survival
        }
    }

    /// Creates the estimate from durations in whole days and whether each has closed, or nil without any.
    public init?(_ observations: [(days: Int, closed: Bool)]) {
        self.init(SurvivalRecord(observations))
    }

    /// The longest duration observed. The estimate stays level after it, where the data say nothing more.
    public var lastDay: Int { steps.count - 1 }

    /// S(`day`): the probability of lasting longer than `day` whole days; 1 below day zero.
    public func survival(at day: Int) -> Double {
        day < 0 ? 1 : steps[min(day, lastDay)]
    }

    /// S(age + days) / S(age): the probability of lasting `days` more for what has lasted longer than `age`.
    /// - Returns: nil if nothing observed lasted longer than `age`, which leaves the question without an answer.
    public func conditional(survivingTo age: Int, further days: Int) -> Double? {
        precondition(age >= 0 && days >= 0, "an age and the days after it are not below zero, found \(age) and \(days)")
        let reached = survival(at: age)
        // Both may be near the largest Int, and past the last day all days are alike.
        return reached > 0 ? survival(at: min(age, lastDay) + min(days, lastDay)) / reached : nil
    }

    /// The first day on which survival is a half or less, or nil if it stays above.
    public var median: Int? {
        // A product such as ¾ · ⅔ need not round to ½ exactly.
        steps.firstIndex { $0 <= 0.5 + 1e-12 }
    }

    /// The mean duration within the first `horizon` days: the area under S from 0 to `horizon`, in days.
    public func restrictedMean(horizon: Int) -> Double {
        precondition(horizon >= 0, "a horizon is not below zero days, found \(horizon)")
        let seen = min(horizon, steps.count)
        return steps[..<seen].reduce(0, +) + Double(horizon - seen) * survival(at: lastDay)
    }
}
