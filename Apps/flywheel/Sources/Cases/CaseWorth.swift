import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What hangs on a case: the sums that somebody stated, and apart from these what its listings have at risk in the queue.
/// The two are never added up.
struct CaseWorth: Hashable {
    /// The listings' revenue at risk in the current queue, each listing counted once; nothing where none of them is in it.
    var atRisk: Money?
    /// The best tier of the listings, as far as the queue knows them.
    var tier: Tier?
    /// What was stated, one sum for each currency, by its code.
    var stakes: [Money]

    init(_ contents: Case, atRisk: Money? = nil, tier: Tier? = nil) {
        self.atRisk = atRisk
        self.tier = tier
        var sums: [Currency: Money] = [:]
        for stake in contents.stakes {
            let sum = sums[stake.amount.currency] ?? .zero(stake.amount.currency)
            sums[stake.amount.currency] = sum.adding(stake.amount) ?? sum
        }
        stakes = sums.values.sorted { $0.currency.code < $1.currency.code }
    }
}

extension Session {
    /// What work on a case saves, in the minor units that the queue counts in: what the queue says of the case itself, or the
    /// largest sum that was stated in its currency where that is more. It orders work and is never added up.
    ///
    /// - Returns: nothing where there is no queue, where the case is not in it, or where only other currencies were stated.
    func expectedSaving(_ id: CaseID, _ contents: Case) throws -> Money? {
        guard let currency = try host.store.currentRotation()?.currency else { return nil }
        let subject = Subject(
            .ticket, account: contents.account, marketplace: contents.marketplace, code: id.description)
        let queued = try host.store.places(on: subject).filter { $0.exception.fingerprint.subject == subject }
            .compactMap(\.row.atRisk)
        let stated = CaseWorth(contents).stakes.filter { $0.currency == currency }.map(\.minorUnits)
        return (queued + stated).max().map { Money(minorUnits: $0, currency) }
    }

    /// What hangs on a case.
    func worth(of contents: Case) throws -> CaseWorth {
        var (sum, tier): (Int64?, Tier?) = (nil, nil)
        for sku in Set(contents.links.filter { $0.kind == .listing }.map(\.code)) {
            let subject = Subject(
                .listing, account: contents.account, marketplace: contents.marketplace, code: sku)
            for entry in try host.store.places(on: subject) where entry.exception.fingerprint.subject == subject {
                if let atRisk = entry.row.atRisk { sum = (sum ?? 0) + atRisk }
                if let own = entry.row.tier { tier = min(tier ?? own, own) }
            }
        }
        let currency = try host.store.currentRotation()?.currency
        let atRisk = sum.flatMap { sum in currency.map { Money(minorUnits: sum, $0) } }
        return CaseWorth(contents, atRisk: atRisk, tier: tier)
    }
}
