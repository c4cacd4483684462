import FlywheelKit
import FlywheelStore

/// When exceptions are to be acted on. What is seen at one moment in one tier is due at one, so that is worked out once.
struct DueTimes {
    private struct Sight: Hashable {
        let detected: Instant
        let tier: Tier?
    }

    private let policy: WorkPolicy
    private var known: [Sight: Instant?] = [:]

    init(policy: WorkPolicy) { self.policy = policy }

    /// Once given a time stays, but for a deadline that moved before it.
    mutating func due(_ change: Change, tier: Tier?) -> Instant? {
        let exception = change.exception
        if case .kept = change, let due = exception.due { return due }
        let deadline = exception.exposure.deadline.flatMap { $0 > exception.detected ? $0 : nil }
        if let due = exception.due { return min(due, deadline ?? due) }
        let sight = Sight(detected: exception.detected, tier: tier)
        let byTier = known[sight] ?? policy.due(detected: exception.detected, tier: tier, deadline: nil)
        known[sight] = byTier
        return [byTier, deadline].compactMap(\.self).min()
    }
}
