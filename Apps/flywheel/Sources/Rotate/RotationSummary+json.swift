import FlywheelKit
import FlywheelRuntime

/// How many exceptions have no amount for one reason.
struct UnpricedReason: JSONRecord {
    let reason: String
    let count: Int

    static let members: Members<Self> = ["reason": .value(\.reason), "count": .value(\.count)]
}

extension RotationSummary {
    var totalAtRisk: Money { Money(minorUnits: atRisk, currency) }
    var totalStated: Money { Money(minorUnits: stated, currency) }
    /// What the closes that the data confirmed counted for; `nil` where that was not counted.
    var totalVerified: Money? { verifiedAtRisk.map { Money(minorUnits: $0, currency) } }
    var unpricedReasons: [UnpricedReason] {
        unpriced.sorted { $0.key < $1.key }.map { UnpricedReason(reason: $0.key, count: $0.value) }
    }
}
