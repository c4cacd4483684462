import FlywheelKit

/// What one value of a knob comes to over some weeks.
public struct ThresholdEffect: Hashable, Sendable, Codable {
    /// The value.
    public var value: Double
    /// Σ w·(actionable·avoidable - review cost) over what it finds and somebody labelled, a week, in minor units.
    public var worthPerWeek: Int64
    /// The share of what it finds that is real, of what was judged real or not; what ended by itself and duplicates are
    /// neither.
    public var precision: WeightedShare?
    /// The share of tier-one problems that it finds, on the safe side (``LabelAudit/leastDoubt(about:)``).
    public var heroRecall: WeightedShare?
    /// The same as far as is likely (``LabelAudit/likelyDoubt(about:)``), newer weeks counting for more since scores drift; `nil`
    /// where it was never worked out.
    public var likelyHeroRecall: WeightedShare?
    /// The share of all problems that it finds, likewise.
    public var recall: WeightedShare?
    /// New findings for each day that an operator works; `nil` where nobody said how much that is.
    public var alertsPerOperatorDay: Double?
    /// New findings a week.
    public var alertsPerWeek: Double
    /// The mean of days from onset to being found, over what it finds.
    public var detectionDays: Double?
    /// The mean of days from the end of a problem until it is no longer reported.
    public var resetDays: Double?
    /// Labels among what it finds.
    public var labels: Int

    /// What a tried value comes to.
    init(_ place: Int, of trial: ThresholdTrial, audit: LabelAudit, rules: ThresholdRules) {
        let found = trial.candidates.filter { $0.isFound(at: place) }
        let heard = found.compactMap { candidate in
            candidate.label.flatMap { audit.isHeard($0, tolerance: rules.refutedTolerance) ? (candidate, $0) : nil }
        }
        value = trial.values[place]
        let weeks = Double(max(1, trial.weeks))
        let worth = heard.reduce(0.0) { $0 + ($1.0.worth(as: $1.1) ?? 0) }
        worthPerWeek = Int64((worth / weeks).rounded(.toNearestOrEven))
        precision = WeightedShare(
            heard.compactMap { _, label in label.counted.isReal.map { (label.weight, $0) } })
        let problems = trial.candidates.compactMap { candidate in
            candidate.label.map { label in
                (
                    weight: label.weight * audit.leastDoubt(about: label),
                    likely: label.weight * audit.likelyDoubt(about: label) * Double(candidate.week + 1),
                    holds: candidate.isFound(at: place),
                    isHero: candidate.tier == .a
                )
            }
        }
        recall = WeightedShare(problems.lazy.map { ($0.weight, $0.holds) })
        heroRecall = WeightedShare(problems.lazy.filter(\.isHero).map { ($0.weight, $0.holds) })
        likelyHeroRecall = WeightedShare(problems.lazy.filter(\.isHero).map { ($0.likely, $0.holds) })
        alertsPerWeek = Double(found.count) / weeks
        alertsPerOperatorDay = trial.operatorDaysPerWeek.flatMap { $0 > 0 ? Double(found.count) / weeks / $0 : nil }
        detectionDays = Self.mean(found.compactMap { $0.sights[place]?.detectionDays })
        resetDays = Self.mean(found.compactMap { $0.sights[place]?.resetDays })
        labels = found.count { $0.label != nil }
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

extension Candidate {
    /// What finding it was worth, in minor units: what acting on it saves less what looking costs, for as many as its label
    /// stands for; `nil` where there was something to save and no price says how much.
    func worth(as label: Label) -> Double? {
        guard label.counted == .actionable else { return -label.weight * Double(reviewCost) }
        return avoidable.map { label.weight * Double($0 - reviewCost) }
    }
}

extension Verdict {
    /// Whether something was there: `nil` where the verdict does not say.
    var isReal: Bool? {
        switch self {
        case .actionable, .known: true
        case .noise, .didNotHappen: false
        case .selfCleared, .duplicate: nil
        }
    }
}
