import FlywheelKit
import FlywheelStore
import Synchronization

/// When exceptions are to be acted on. What is seen at one moment in one tier is due at one, so that is worked out once.
final class DueTimes: Sendable {
    private struct Sight: Hashable {
        let detected: Instant
        let tier: Tier?
    }

    private let policy: WorkPolicy
    private let known = Mutex<[Sight: Instant?]>([:])

    init(policy: WorkPolicy) { self.policy = policy }

    /// Once given a time stays, but for a deadline that moved before it.
    func due(_ change: Change, tier: Tier?) -> Instant? {
        let exception = change.exception
        if case .kept = change.kind, let due = exception.due { return due }
        let deadline = exception.exposure.deadline.flatMap { $0 > exception.detected ? $0 : nil }
        if let due = exception.due { return min(due, deadline ?? due) }
        return [byTier(Sight(detected: exception.detected, tier: tier)), deadline].compactMap(\.self).min()
    }

    private func byTier(_ sight: Sight) -> Instant? {
        if let found = known.withLock({ $0[sight] }) { return found }
        let due = policy.due(detected: sight.detected, tier: sight.tier, deadline: nil)
        known.withLock { $0[sight] = due }
        return due
    }
}
