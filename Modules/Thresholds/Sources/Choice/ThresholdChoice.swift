import FlywheelKit

/// The value that a knob should move to, and what speaks for it.
///
/// Σ w·(actionable·avoidable - review cost) is maximised under floors for recall and precision and a budget of alerts (as in
/// scikit-learn's `TunedThresholdClassifierCV`, with gains by instance), on the older weeks. Floors hold on the older weeks, on
/// the newest ones that are held out, and on all: what breaks one anywhere is no candidate. What a value is worth is told
/// by the older weeks alone, and the newest must bear it out: the gain there is more than noise.
///
/// Where the value in force breaks a floor, moving back above it needs no gain.
public struct ThresholdChoice: Hashable, Sendable, Codable {
    /// The value in force on the weeks it was chosen on.
    public let before: ThresholdEffect
    /// The chosen value on the same.
    public let after: ThresholdEffect
    /// The value in force on the weeks held out.
    public let heldOutBefore: ThresholdEffect
    /// The chosen value on the same.
    public let heldOutAfter: ThresholdEffect
    /// What it gained there.
    public let gain: ThresholdGain
    /// The floor that the value in force breaks and the chosen one is to mend; `nil` where it is chosen for what it gains.
    public let mends: ThresholdFloor?
    /// Labels it rests on.
    public let labels: Int
    /// Of those, the ones with something to do.
    public let positives: Int

    /// Chooses among the values of a trial.
    public init(_ trial: ThresholdTrial, rules: ThresholdRules) throws(ThresholdRefusal) {
        let labels = trial.candidates.compactMap(\.label)
        let audit = LabelAudit(labels)
        let heard = labels.filter { audit.isHeard($0, tolerance: rules.refutedTolerance) }
        let positives = heard.count { $0.counted == .actionable }
        guard heard.count >= rules.leastLabels else {
            throw .tooFewLabels(found: heard.count, needed: rules.leastLabels)
        }
        guard positives >= rules.leastPositives else {
            throw .tooFewPositives(found: positives, needed: rules.leastPositives)
        }
        let split = trial.weeks - max(1, Int((Double(trial.weeks) * rules.heldOutShare).rounded()))
        let (older, newer) = (trial.limited(to: 0..<split), trial.limited(to: split..<trial.weeks))
        let heldOutLabels = newer.candidates.count { $0.label != nil }
        guard heldOutLabels >= rules.leastHeldOut else {
            throw .tooFewHeldOut(found: heldOutLabels, needed: rules.leastHeldOut)
        }
        func effect(_ place: Int, _ part: ThresholdTrial) -> ThresholdEffect {
            ThresholdEffect(place, of: part, audit: audit, rules: rules)
        }
        let current = trial.current
        let (before, heldOutBefore) = (effect(current, older), effect(current, newer))
        let inAllBefore = effect(current, trial)
        let tried = trial.values.indices.filter { $0 != current }
        let effects = tried.map { (place: $0, effect: effect($0, older)) }.filter {
            $0.effect.isAllowed(after: before, under: rules)
                && effect($0.place, trial).isAllowed(after: inAllBefore, under: rules)
                && effect($0.place, newer).isAllowed(after: heldOutBefore, under: rules)
        }
        let mends = ThresholdFloor.allCases.first {
            inAllBefore.isNear($0, under: rules) || heldOutBefore.isNear($0, under: rules)
        }
        let best = effects.min { one, other in
            Self.isBetter(one.effect, than: other.effect, mending: mends, from: before.value, rules: rules)
        }
        guard let best else { throw .nothingBetter }
        let heldOutAfter = effect(best.place, newer)
        let gain = ThresholdGain(of: best.place, on: current, in: newer, audit: audit, rules: rules)
        (self.before, after, self.heldOutBefore, self.heldOutAfter) = (before, best.effect, heldOutBefore, heldOutAfter)
        (self.gain, self.labels, self.positives) = (gain, heard.count, positives)

        if let mends, best.effect.margin(to: mends, under: rules) > before.margin(to: mends, under: rules) {
            self.mends = mends
        } else {
            self.mends = nil
            guard best.effect.worthPerWeek > before.worthPerWeek else { throw .nothingBetter }
            guard gain.low > 0 else { throw .withinNoise(gain) }
        }
    }

    /// Where a floor is to be mended, whatever holds it before what comes nearest; then worth more; then nearer to where the
    /// knob stands.
    private static func isBetter(
        _ one: ThresholdEffect, than other: ThresholdEffect, mending floor: ThresholdFloor?, from current: Double,
        rules: ThresholdRules
    ) -> Bool {
        if let floor {
            let (left, right) = (
                min(0, one.margin(to: floor, under: rules)), min(0, other.margin(to: floor, under: rules))
            )
            if left != right { return left > right }
        }
        if one.worthPerWeek != other.worthPerWeek { return one.worthPerWeek > other.worthPerWeek }
        return abs(one.value - current) < abs(other.value - current)
    }
}
