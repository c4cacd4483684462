import FlywheelKit
import FlywheelStore

/// How exceptions ended, by number, as their outcomes tell it. A group ends because its members did, which are counted.
struct EndCounts: Sendable {
    /// Closes that the data confirmed, and ends that a written change brought about.
    private(set) var verified = 0
    /// What those counted for when they were closed or last stood in the queue, in minor units.
    private(set) var verifiedAtRisk: Int64 = 0
    /// What people dismissed.
    private(set) var dismissed = 0
    /// What ended unconfirmed once somebody had acted on it.
    private(set) var actedOn = 0
    /// What ended by itself.
    private(set) var selfCleared = 0
    /// What was predicted and did not happen.
    private(set) var lapsed = 0

    /// - Parameter currency: that of the totals; what was counted in another one is in no sum.
    mutating func add(_ outcome: OutcomeRecord, in currency: Currency) {
        guard !outcome.isGroup else { return }
        switch outcome.verdict {
        case .actionable where outcome.isVerified == true:
            verified += 1
            if let money = outcome.work?.atRiskAtEnd, money.currency == currency { verifiedAtRisk += money.minorUnits }
        case .actionable: actedOn += 1
        case .known, .noise, .duplicate: dismissed += 1
        case .selfCleared: selfCleared += 1
        case .didNotHappen: lapsed += 1
        }
    }

    mutating func add(_ other: EndCounts) {
        verified += other.verified
        verifiedAtRisk += other.verifiedAtRisk
        dismissed += other.dismissed
        actedOn += other.actedOn
        selfCleared += other.selfCleared
        lapsed += other.lapsed
    }
}

extension RotationSummary {
    /// Takes down how exceptions ended.
    mutating func note(_ ends: EndCounts) {
        verified = ends.verified
        verifiedAtRisk = ends.verifiedAtRisk
        dismissed = ends.dismissed
        actedOn = ends.actedOn
        selfCleared = ends.selfCleared
        lapsed = ends.lapsed
    }
}
