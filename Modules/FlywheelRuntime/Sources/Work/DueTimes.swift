import FlywheelKit
import FlywheelStore

/// When exceptions are to be acted on. What opens in one tier is due at one moment, which is worked out once.
struct DueTimes: Sendable {
    private let policy: WorkPolicy
    private let asOf: Instant
    private let openingNow: [Tier?: Instant?]

    init(policy: WorkPolicy, asOf: Instant) {
        self.policy = policy
        self.asOf = asOf
        openingNow = Dictionary(
            uniqueKeysWithValues: [.a, .b, .c, nil].map { tier in
                (tier, policy.due(detected: asOf, tier: tier))
            })
    }

    /// When an exception is to be acted on: in its tier's business hours, or by its deadline when that comes first; at once
    /// where that had passed when it was first seen. Once given a time stays, but for a deadline that moved before it.
    func due(_ change: Change, tier: Tier?) -> Instant? {
        let exception = change.exception
        if case .kept = change.kind, let due = exception.due { return due }
        let deadline = exception.exposure.deadline.map { max($0, exception.detected) }
        if let due = exception.due { return min(due, deadline ?? due) }
        return [byTier(tier, detected: exception.detected), deadline].compactMap(\.self).min()
    }

    private func byTier(_ tier: Tier?, detected: Instant) -> Instant? {
        if detected == asOf, let due = openingNow[tier] { return due }
        return policy.due(detected: detected, tier: tier)
    }
}
