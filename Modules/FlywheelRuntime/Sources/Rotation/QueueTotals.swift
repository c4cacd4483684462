import FlywheelKit
import FlywheelStore

/// What rows of a queue come to.
struct QueueTotals: Hashable {
    /// How many there are.
    private(set) var open = 0
    /// How many of those stand for others, which are counted as well.
    private(set) var groups = 0
    /// What all priced share-based rows count for, in minor units: each listing once.
    private(set) var atRisk: Int64 = 0
    /// What stated sums come to, totalled apart.
    private(set) var stated: Int64 = 0
    /// Why rows are unpriced, by number.
    private(set) var unpriced: [String: Int] = [:]
    /// What rows count for by workflow and kind, those that stand for others left out.
    private(set) var kinds: [String: [String: OpenAmount]] = [:]

    /// Adds a row. What a group counts for is its members', and counts once.
    mutating func add(_ row: PricedException, isGroup: Bool) {
        open += 1
        guard !isGroup else {
            groups += 1
            return
        }
        let (price, name) = (row.price, row.exception.fingerprint)
        if let reason = price.unpriced { unpriced[reason, default: 0] += 1 }
        stated += price.inStatedTotal
        atRisk += price.inTotal
        kinds[name.workflow, default: [:]][name.kind, default: OpenAmount()] += OpenAmount(
            count: 1, unpriced: price.unpriced == nil ? 0 : 1, atRisk: price.inTotal)
    }

    /// Adds rows that are counted by kind, all of them priced by their share.
    mutating func add(_ counted: [String: [String: OpenAmount]]) {
        for amount in counted.values.flatMap(\.values) {
            open += amount.count
            atRisk += amount.atRisk
        }
        kinds.add(counted)
    }

    /// Adds what other rows come to.
    mutating func add(_ other: Self) {
        open += other.open
        groups += other.groups
        atRisk += other.atRisk
        stated += other.stated
        unpriced.merge(other.unpriced, uniquingKeysWith: +)
        kinds.add(other.kinds)
    }
}

extension RotationSummary {
    /// Takes down what the rows of its queue come to.
    mutating func note(_ totals: QueueTotals) {
        open = totals.open
        groups = totals.groups
        atRisk = totals.atRisk
        stated = totals.stated
        unpriced = totals.unpriced
        kinds = totals.kinds
    }
}
