import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// Says what exceptions that stand for others count for: what their members count for together, which is in the totals
/// already. Overlaps on a listing were shared out before, so no revenue is in it twice.
struct GroupTotals {
    let pricer: Pricer

    func settle(_ priced: inout [PricedException]) throws {
        let groups = Dictionary(
            priced.places { $0.exception.isGroup }.map { (priced[$0].exception.id, $0) },
            uniquingKeysWith: { first, _ in first })
        guard !groups.isEmpty else { return }
        var totals = groups.mapValues { (terms: pricer.bare(pricer.open(priced[$0].exception)), tiers: [Tier]()) }
        for member in priced.places(where: { $0.exception.parent != nil }).map({ priced[$0] }) {
            guard let parent = member.exception.parent, totals[parent] != nil else { continue }
            totals[parent]?.terms.add(try RiskTerms(bytes: member.price.terms), naming: RiskBook.listingsNamed)
            if let tier = member.tier { totals[parent]?.tiers.append(tier) }
        }
        for (id, place) in groups {
            guard let (terms, tiers) = totals[id] else { continue }
            priced[place] = PricedException(
                exception: priced[place].exception, price: PricedRow(terms), tier: tiers.min())
        }
    }
}

extension RiskTerms {
    /// Adds what a member counts for. What documents state is totalled apart, and what fixing one alone recovers does not
    /// add up, so neither is here.
    fileprivate mutating func add(_ member: RiskTerms, naming limit: Int) {
        guard member.isRevenue else { return }
        pricedListings += member.pricedListings
        unpricedListings += member.unpricedListings
        furtherListings += member.furtherListings
        if let part = member.atRisk {
            atRisk = (atRisk ?? 0) + part
            unpriced = nil
        } else if atRisk == nil {
            unpriced = unpriced ?? member.unpriced
        }
        avoidable = sum(avoidable, member.avoidable)
        net = sum(net, member.net)
        feeRate = feeRate ?? member.feeRate
        if let part = member.units {
            units = Decimal4(tenThousandths: (units?.tenThousandths ?? 0) + part.tenThousandths)
        }
        evidence = weaker(evidence, member.evidence)
        for listing in member.listings { name(listing, limit) }
    }

    private func sum(_ total: Int64?, _ part: Int64?) -> Int64? { part.map { (total ?? 0) + $0 } ?? total }
}
