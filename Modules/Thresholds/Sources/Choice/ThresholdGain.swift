import Statistics

/// What one value of a knob gains on another a week, and how much of that may be chance.
///
/// Both are held against the same problems, so only those count that one finds and the other does not. The bootstrap draws
/// how often each of them would have come, Poisson with mean one (N. Chamandy, O. Muralidharan et al., "Estimating
/// uncertainty for massive data streams", 2012), from a fixed seed: equal labels give an equal interval.
public struct ThresholdGain: Hashable, Sendable, Codable {
    /// Minor units a week.
    public let perWeek: Int64
    /// The lower bound.
    public let low: Int64
    /// The upper bound.
    public let high: Int64
    /// Labelled problems that one finds and the other does not.
    public let differing: Int

    /// The gain of the tried value `new` on the value `old`.
    init(of new: Int, on old: Int, in trial: ThresholdTrial, audit: LabelAudit, rules: ThresholdRules) {
        let differences = trial.candidates.compactMap { candidate -> Double? in
            guard candidate.isFound(at: new) != candidate.isFound(at: old), let label = candidate.label,
                audit.isHeard(label, tolerance: rules.refutedTolerance), let worth = candidate.worth(as: label)
            else { return nil }
            return candidate.isFound(at: new) ? worth : -worth
        }
        let weeks = Double(max(1, trial.weeks))
        var random = SplitMix64(seed: 1)
        let draws = (0..<Self.draws).map { _ in
            differences.reduce(0.0) { $0 + $1 * Double(random.poisson(1)) } / weeks
        }
        func rounded(_ value: Double) -> Int64 { Int64(value.rounded(.toNearestOrEven)) }
        perWeek = rounded(differences.reduce(0, +) / weeks)
        low = rounded(Robust.quantile(of: draws, 1 - rules.confidence) ?? 0)
        high = rounded(Robust.quantile(of: draws, rules.confidence) ?? 0)
        differing = differences.count
    }

    /// Enough for bounds within a few per cent of their distance; more would be more exact than the labels are.
    private static let draws = 200
}
