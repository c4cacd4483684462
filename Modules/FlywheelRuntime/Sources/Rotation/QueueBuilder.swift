import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The ranked queue of one rotation, and its totals.
struct BuiltQueue {
    var rows: [QueueRow] = []
    /// What all priced share-based rows count for, in minor units: each listing once.
    var atRisk: Int64 = 0
    /// What stated sums come to, totalled apart.
    var stated: Int64 = 0
    /// Why rows are unpriced, by number.
    var unpriced: [String: Int] = [:]

    /// SHA-256 over the rows with all their terms.
    var digest: String {
        var digest = SHA()
        for row in rows {
            digest.add("\(row.exception) \(row.lane) \(row.position) \(row.tier?.rawValue ?? "-")")
            digest.add(row.terms ?? [])
        }
        return digest.hexadecimal
    }
}

/// Prices all open exceptions and puts them in order.
struct QueueBuilder {
    let pricer: Pricer
    let policy: WorkPolicy
    let tiers: TierBook

    func build(_ swept: Swept) throws -> BuiltQueue {
        let open = try swept.open.map(pricer.open).sorted {
            $0.exception.fingerprint.text < $1.exception.fingerprint.text
        }
        let terms = RiskBook(pricer: pricer, open: open, demand: swept.demand).terms
        let ids = Dictionary(
            open.map { ($0.exception.fingerprint, $0.exception.id) }, uniquingKeysWith: { first, _ in first })
        let ranked = open.indices.map { contender(open[$0], terms[$0], ids: ids) }
        let places = Ranking(ranked).places
        var queue = BuiltQueue()
        for index in open.indices {
            let place = places[index]
            let exception = open[index].exception
            queue.rows.append(
                QueueRow(
                    exception: exception.id, lane: .init(place.lane), position: place.position,
                    atRisk: terms[index].atRisk, tier: tiers.tier(of: exception.fingerprint.subject),
                    terms: try terms[index].bytes))
            if let reason = terms[index].unpriced { queue.unpriced[reason, default: 0] += 1 }
            if terms[index].statedBy != nil {
                queue.stated += terms[index].atRisk ?? 0
            } else {
                queue.atRisk += terms[index].atRisk ?? 0
            }
        }
        return queue
    }

    private func contender(
        _ open: Pricer.Open, _ terms: RiskTerms, ids: [Fingerprint: ExceptionID]
    ) -> Contender {
        let exception = open.exception
        let blocker = terms.listings.first?.neighbours.filter(\.blocks).max {
            ($0.days, $1.fingerprint.text) < ($1.days, $0.fingerprint.text)
        }
        let nextReview = pricer.asOf.advanced(byDays: policy.reviewDays)
        return Contender(
            id: exception.id.number, fingerprint: exception.fingerprint.text,
            worth: terms.atRisk.map { .priced(atRisk: $0, avoidable: terms.avoidable ?? 0) }
                ?? .unpriced(units: terms.units ?? .zero),
            tier: tiers.tier(of: exception.fingerprint.subject), deadline: open.exposure.deadline,
            isActive: exception.state != .predicted,
            actsBeforeReview: open.exposure.deadline.map { pricer.asOf < $0 && $0 <= nextReview } ?? false,
            blockedBy: blocker.flatMap { ids[$0.fingerprint]?.number })
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
