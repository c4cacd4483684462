import FlywheelKit
import RevenueAtRisk

extension RiskTerms {
    /// Adds what the row comes to on one more listing.
    mutating func add(_ price: ListingPrice, naming limit: Int) {
        switch price {
        case .nothing: return
        case .unpriced(let reason, let units, let evidence):
            cannotPrice(reason, units, evidence)
        case .unconverted(let listing, let reason, let units, let evidence):
            cannotPrice(reason, units, evidence)
            name(listing, limit)
        case .priced(let priced):
            pricedListings += 1
            atRisk = (atRisk ?? 0) + priced.atRisk
            fixAlone = (fixAlone ?? 0) + priced.fixAlone
            avoidable = (avoidable ?? 0) + priced.avoidable
            // Bounds of several listings do not add up to a bound of their sum, but no narrower range is known.
            low = pricedListings == 1 ? priced.low : low.flatMap { sum in priced.low.map { sum + $0 } }
            high = pricedListings == 1 ? priced.high : high.flatMap { sum in priced.high.map { sum + $0 } }
            evidence = weaker(evidence, priced.evidence)
            unpriced = nil
            name(priced.terms, limit)
        }
    }

    private mutating func cannotPrice(_ reason: String, _ units: Decimal4?, _ evidence: Evidence?) {
        unpricedListings += 1
        if atRisk == nil { unpriced = reason }
        if let units {
            self.units = Decimal4(tenThousandths: (self.units?.tenThousandths ?? 0) + units.tenThousandths)
        }
        self.evidence = weaker(self.evidence, evidence)
    }

    func weaker(_ one: Evidence?, _ other: Evidence?) -> Evidence? {
        let order: [Evidence] = [.low, .medium, .high]
        return order.first { $0 == one || $0 == other }
    }

    /// Keeps the largest listings, equal ones by their code: in whatever order they come, the same stay.
    mutating func name(_ listing: Listing, _ limit: Int) {
        listings.append(listing)
        listings.sort { ($1.worth, $0.code) < ($0.worth, $1.code) }
        guard listings.count > limit else { return }
        listings.removeLast()
        furtherListings += 1
    }
}

extension RiskTerms.Listing {
    /// Minor units of the reporting currency, where a rate leads there.
    fileprivate var worth: Int64 { conversion?.convert(amount)?.minorUnits ?? amount.minorUnits }
}
