import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The ranked queue of one rotation, and its totals.
struct BuiltQueue {
    /// In the order of lanes and positions.
    var rows: [QueueRow] = []
    /// What all priced share-based rows count for, in minor units: each listing once.
    var atRisk: Int64 = 0
    /// What stated sums come to, totalled apart.
    var stated: Int64 = 0
    /// Why rows are unpriced, by number.
    var unpriced: [String: Int] = [:]
    /// The same of each account alone.
    var accounts: [String: Totals] = [:]

    /// What the rows of an account come to.
    struct Totals {
        var open = 0
        var atRisk: Int64 = 0
        var stated: Int64 = 0
        var unpriced: [String: Int] = [:]
    }

    /// SHA-256 over the rows with all their terms. Ids are left out: they follow the order of chunks, which says nothing.
    var digest: String {
        var digest = SHA()
        for row in rows {
            digest.add("\(row.lane.rawValue) \(row.position) \(row.tier?.rawValue ?? "-")")
            digest.add(row.terms ?? [])
        }
        return digest.hexadecimal
    }
}

/// An open exception with its price and its tier: behind one reference, since it is put in order by the hundred thousand.
final class PricedException: Sendable {
    let exception: ExceptionRecord
    let price: PricedRow
    let tier: Tier?

    init(exception: ExceptionRecord, price: PricedRow, tier: Tier?) {
        self.exception = exception
        self.price = price
        self.tier = tier
    }
}

/// Puts priced exceptions in order.
struct QueueBuilder {
    let asOf: Instant
    let policy: WorkPolicy

    func build(_ priced: [PricedException]) -> BuiltQueue {
        let groups = Set(priced.lazy.filter { $0.exception.isGroup }.map { $0.exception.id })
        let blockers = Set(priced.compactMap(\.price.blocker))
        var ids: [Fingerprint: ExceptionID] = [:]
        if !blockers.isEmpty {
            for row in priced where blockers.contains(row.exception.fingerprint) {
                ids[row.exception.fingerprint] = row.exception.id
            }
        }
        let places = Ranking(priced.map { contender($0, ids: ids, groups: groups) }).places
        var queue = BuiltQueue()
        var order = [Int](repeating: 0, count: priced.count)
        let sizes = Lane.allCases.map { lane in places.count { $0.lane == lane } }
        for (row, place) in places.enumerated() {
            order[sizes[..<place.lane.rawValue].reduce(0, +) + place.position - 1] = row
        }
        queue.rows = order.map { number in
            let (row, place) = (priced[number], places[number])
            return QueueRow(
                exception: row.exception.id, lane: .init(place.lane), position: place.position,
                atRisk: row.price.atRisk, tier: row.tier, terms: row.price.terms)
        }
        // Rows of one account stand together: its totals are looked up once for all of them.
        var run = (account: "", totals: BuiltQueue.Totals())
        for row in priced {
            let account = row.exception.fingerprint.subject.account
            if account != run.account {
                if run.totals.open > 0 { queue.accounts[run.account] = run.totals }
                run = (account, queue.accounts[account] ?? BuiltQueue.Totals())
            }
            run.totals.open += 1
            // What a group counts for is its members', and counts once.
            guard groups.isEmpty || !groups.contains(row.exception.id) else { continue }
            run.totals.add(row.price)
        }
        if run.totals.open > 0 { queue.accounts[run.account] = run.totals }
        for totals in queue.accounts.values {
            queue.atRisk += totals.atRisk
            queue.stated += totals.stated
            queue.unpriced.merge(totals.unpriced, uniquingKeysWith: +)
        }
        return queue
    }

    private func contender(
        _ row: PricedException, ids: [Fingerprint: ExceptionID], groups: Set<ExceptionID>
    ) -> Contender {
        let exception = row.exception
        let deadline = exception.exposure.deadline
        let parent = groups.isEmpty ? nil : exception.parent.flatMap { groups.contains($0) ? $0 : nil }
        let nextReview = asOf.advanced(byDays: policy.reviewDays)
        return Contender(
            id: exception.id.number, fingerprint: exception.fingerprint,
            worth: row.price.atRisk.map { .priced(atRisk: $0, avoidable: row.price.avoidable ?? 0) }
                ?? .unpriced(units: row.price.units ?? .zero),
            tier: row.tier, deadline: deadline, isActive: exception.state != .predicted,
            actsBeforeReview: deadline.map { asOf < $0 && $0 <= nextReview } ?? false,
            // A member stands beneath its group as a blocked row does beneath its blocker.
            blockedBy: (parent ?? row.price.blocker.flatMap { ids[$0] })?.number)
    }
}

extension QueueRow.Lane {
    init(_ lane: Lane) {
        switch lane {
        case .actNow: self = .actNow
        case .active: self = .active
        case .predicted: self = .predicted
        case .unpriced: self = .unpriced
        }
    }
}

extension BuiltQueue.Totals {
    fileprivate mutating func add(_ price: PricedRow) {
        if let reason = price.unpriced { unpriced[reason, default: 0] += 1 }
        stated += price.inStatedTotal
        atRisk += price.inTotal
    }
}
