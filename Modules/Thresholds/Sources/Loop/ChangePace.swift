public import FlywheelKit

/// Whether another threshold may change yet: with two changes at a time nobody can tell which of them did it.
public struct ChangePace: Hashable, Sendable {
    /// When thresholds were changed, in any order.
    public let accepted: [Instant]
    /// What is allowed.
    public let rules: ThresholdRules

    /// The pace after some changes.
    public init(accepted: [Instant], rules: ThresholdRules) {
        self.accepted = accepted
        self.rules = rules
    }

    /// The first moment, not before `now`, at which another may change.
    public func next(after now: Instant) -> Instant {
        let recent = accepted.filter { now < $0.advanced(byDays: 7) }.sorted()
        guard recent.count >= rules.changesPerWeek else { return now }
        return recent[recent.count - rules.changesPerWeek].advanced(byDays: 7)
    }
}
