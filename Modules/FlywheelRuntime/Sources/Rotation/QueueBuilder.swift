import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The ranked queue of one rotation, and its totals.
struct BuiltQueue {
    /// In the order of lanes and positions.
    var rows: [QueueRow] = []
    /// What they come to.
    var totals = QueueTotals()
    /// The same of each account alone.
    var accounts: [String: QueueTotals] = [:]

    /// SHA-256 over the rows with all their terms. Ids are left out: they follow the order of chunks, which says nothing.
    var digest: String {
        var digest = SHA()
        var place: [UInt8] = []
        for row in rows {
            place.removeAll(keepingCapacity: true)
            place.append(decimal: row.lane.rawValue)
            place.append(UInt8(ascii: " "))
            place.append(decimal: row.position)
            place.append(UInt8(ascii: " "))
            place += (row.tier?.rawValue ?? "-").utf8
            digest.add(place)
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

extension [PricedException] {
    /// The places of rows of which something holds, all of them about one of these subjects: most rows are about none, and a
    /// code is told apart faster than all of a name.
    func places(about subjects: some Sequence<Subject>, where holds: @Sendable (PricedException) -> Bool) -> [Int] {
        let codes = Set(subjects.map(\.code))
        return codes.isEmpty ? [] : places { codes.contains($0.exception.fingerprint.subject.code) && holds($0) }
    }
}

/// Puts priced exceptions in order.
struct QueueBuilder {
    let asOf: Instant
    let policy: WorkPolicy
    /// The exceptions that stand for others.
    var groups: Set<ExceptionID> = []

    func build(_ priced: [PricedException]) -> BuiltQueue {
        let blockers = Set(priced.places { $0.price.blocker != nil }.compactMap { priced[$0].price.blocker })
        let blocking = priced.places(about: blockers.map(\.subject)) { blockers.contains($0.exception.fingerprint) }
        let ids = Dictionary(
            blocking.map { (priced[$0].exception.fingerprint, priced[$0].exception.id) },
            uniquingKeysWith: { _, last in last })
        let contenders = concurrentMap(priced.count, run: Self.run) { contender(priced[$0], ids: ids) }
        let ranking = Ranking(contenders) { byName($0, priced) }
        var queue = BuiltQueue()
        for lane in Lane.allCases {
            let ranked = ranking.rows(in: lane)
            queue.rows += concurrentMap(ranked.count, run: Self.run) { place in
                let row = priced[ranked[place]]
                return QueueRow(
                    exception: row.exception.id, lane: .init(lane), position: place + 1, atRisk: row.price.atRisk,
                    tier: row.tier, terms: row.price.terms)
            }
        }
        let parts = concurrentMap((priced.count + Self.run - 1) / Self.run) { number in
            totals(of: priced[number * Self.run..<min(priced.count, (number + 1) * Self.run)])
        }
        for (account, totals) in parts.joined() { queue.accounts[account, default: QueueTotals()].add(totals) }
        for totals in queue.accounts.values { queue.totals.add(totals) }
        return queue
    }

    /// Rows that are alike in the order of their groups and names, by id where two names differ only in how Unicode spells
    /// the same characters.
    private func byName(_ rows: [Ranking.Alike], _ priced: [PricedException]) -> [Ranking.Alike] {
        let named = concurrentMap(rows.count, run: Self.run) { place in
            let exception = priced[rows[place].row].exception
            return (alike: rows[place], name: exception.fingerprint.text, id: exception.id)
        }
        return concurrentSorted(named) { left, right in
            left.alike.group == right.alike.group
                ? (left.name, left.id) < (right.name, right.id) : left.alike.group < right.alike.group
        }.map(\.alike)
    }

    /// Rows that one core looks at in one go.
    private static let run = 4_096

    private func totals(of rows: ArraySlice<PricedException>) -> [String: QueueTotals] {
        var accounts: [String: QueueTotals] = [:]
        // Rows of one account stand together: its totals are looked up once for all of them.
        var run = (account: "", totals: QueueTotals())
        for row in rows {
            let account = row.exception.fingerprint.subject.account
            if account != run.account {
                if run.totals.open > 0 { accounts[run.account] = run.totals }
                run = (account, accounts[account] ?? QueueTotals())
            }
            run.totals.add(row, isGroup: !groups.isEmpty && groups.contains(row.exception.id))
        }
        if run.totals.open > 0 { accounts[run.account] = run.totals }
        return accounts
    }

    private func contender(
        _ row: PricedException, ids: [Fingerprint: ExceptionID]
    ) -> Contender {
        let exception = row.exception
        let deadline = exception.exposure.deadline
        let parent = groups.isEmpty ? nil : exception.parent.flatMap { groups.contains($0) ? $0 : nil }
        let nextReview = asOf.advanced(byDays: policy.reviewDays)
        return Contender(
            id: exception.id.number,
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

extension [UInt8] {
    /// Appends a number, zero or more, in decimal digits.
    fileprivate mutating func append(decimal number: Int) {
        let first = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[first...].reverse()
    }
}
