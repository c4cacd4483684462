import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// Every term of a row, exactly, with what names the exceptions of its neighbours.
struct ShownTerms {
    let terms: RiskTerms
    let ids: [Fingerprint: ExceptionID]

    /// The terms on each listing.
    var listings: [Listing] { terms.listings.map { Listing(terms: $0, ids: ids) } }

    struct Listing {
        let terms: RiskTerms.Listing
        let ids: [Fingerprint: ExceptionID]
    }

    struct Ending {
        let terms: RiskTerms.Ending
        let ids: [Fingerprint: ExceptionID]
    }
}

extension ShownTerms: JSONRecord {
    static let members: Members<Self> = [
        "horizonDays": .value(\.terms.horizonDays), "currency": .value(\.terms.currency),
        "atRisk": .money { ($0.terms.atRisk, $0.terms.currency) },
        "interval": .part([
            "p10": .amount { ($0.terms.low, $0.terms.currency) }, "p90": .amount { ($0.terms.high, $0.terms.currency) },
        ]),
        "fixAlone": .money { ($0.terms.fixAlone, $0.terms.currency) },
        "avoidable": .money { ($0.terms.avoidable, $0.terms.currency) },
        "net": .money { ($0.terms.net, $0.terms.currency) },
        "feeRate": .value { $0.terms.feeRate.map(Decimal4.init(tenThousandths:)) },
        "unpriced": .value(\.terms.unpriced), "units": .value(\.terms.units),
        "probability": .value(\.terms.probability), "ageDays": .value(\.terms.ageDays),
        "lastingProbabilities": .value(\.terms.lasting), "durationsObserved": .value(\.terms.durationsObserved),
        "evidence": .value(\.terms.evidence), "statedBy": .value(\.terms.statedBy),
        "sums": .list(
            { shown in shown.terms.sums.map { (sum: $0, currency: shown.terms.currency) } },
            [
                "sum": .value { $0.sum.money }, "statedBy": .value { $0.sum.source },
                "conversion": .value { $0.sum.conversion }, "atRisk": .money { ($0.sum.atRisk, $0.currency) },
            ]),
        "ending": .value { shown in shown.terms.ending.map { Ending(terms: $0, ids: shown.ids) } },
        "listings": .value(\.listings), "furtherListings": .value(\.terms.furtherListings),
    ]
}

extension ShownTerms.Ending: JSONRecord {
    /// What ends on a listing: unitsPerDay x price x days, less the same of daysBefore, is amount.
    static let members: Members<Self> = [
        "listing": .value(\.terms.code), "ends": .value { $0.named($0.terms.ends) },
        "unitsPerDay": .value(\.terms.unitsPerDay), "price": .value(\.terms.price), "days": .value(\.terms.days),
        "daysBefore": .value(\.terms.daysBefore), "amount": .value(\.terms.amount),
        "conversion": .value(\.terms.conversion), "countedBefore": .value { $0.named($0.terms.countedBefore) },
    ]

    /// A problem by its fingerprint, and by its exception where that is known.
    private struct Named: JSONRecord {
        let id: ExceptionID?
        let fingerprint: Fingerprint

        static let members: Members<Self> = ["id": .value(\.id), "fingerprint": .value(\.fingerprint.text)]
    }

    private func named(_ fingerprints: [Fingerprint]) -> [Named] {
        fingerprints.map { Named(id: ids[$0], fingerprint: $0) }
    }
}

extension ShownTerms.Listing: JSONRecord {
    /// The terms on one listing: unitsPerDay x price x days, rounded once, plus centsShared, is amount.
    static let members: Members<Self> = [
        "listing": .value(\.terms.code), "unitsPerDay": .value(\.terms.unitsPerDay), "price": .value(\.terms.price),
        "days": .value(\.terms.days), "centsShared": .value(\.terms.centsShared), "amount": .value(\.terms.amount),
        "daysTogether": .value(\.terms.daysTogether), "listingTotal": .value(\.terms.listingTotal),
        "fixAloneDays": .value(\.terms.fixAloneDays), "avoidableDays": .value(\.terms.avoidableDays),
        "conversion": .value(\.terms.conversion),
        "neighbours": .list(
            { shown in shown.terms.neighbours.map { (id: shown.ids[$0.fingerprint], terms: $0) } },
            [
                "id": .value { $0.id }, "fingerprint": .value { $0.terms.fingerprint.text },
                "shareToday": .value { $0.terms.shareToday }, "days": .value { $0.terms.days },
                "daysAfter": .value { $0.terms.daysAfter }, "blocks": .value { $0.terms.blocks },
            ]),
        "basis": .value(\.terms.basis), "seasonByWeek": .value { $0.terms.season?.weeks ?? [] },
    ]
}

extension RiskTerms.Basis: JSONRecord {
    /// What the rate of sale rests on.
    static let members: Members<Self> = [
        "goodDays": .value(\.goodDays), "blockedDays": .value(\.blockedDays), "unknownDays": .value(\.unknownDays),
        "unitsSum": .value(\.unitsSum), "exposureSumDays": .value(\.exposureSum), "dispersion": .value(\.dispersion),
        "priorWeight": .value(\.priorWeight), "priorUnitsPerDay": .value(\.priorRate),
        "productUnitsPerDay": .value(\.productUnitsPerDay),
    ]
}

extension Conversion: JSONRecord {
    /// The rate with everything that tells where it came from.
    static let members: Members<Self> = [
        "from": .value(\.base), "to": .value(\.quote), "rate": Member(.decimal) { .text($0.rate) },
        "day": .value(\.day), "found": .word(\.path.found), "through": .value(\.path.through),
        "sources": .value(\.sources),
    ]
}

extension Conversion.Path {
    fileprivate enum Found: String, CaseIterable {
        case same, direct, inverse, cross
    }

    fileprivate var found: Found {
        switch self {
        case .same: .same
        case .direct: .direct
        case .inverse: .inverse
        case .cross: .cross
        }
    }

    fileprivate var through: Currency? { if case .cross(let currency) = self { currency } else { nil } }
}
