import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

extension RiskTerms {
    /// Every term, exactly. `id` finds the exceptions of neighbours.
    func json(id: (Fingerprint) -> ExceptionID?) -> JSON {
        [
            "horizonDays": .count(horizonDays), "currency": .text(currency.code), "atRisk": .money(atRisk, currency),
            "interval": ["p10": .amount(low, currency), "p90": .amount(high, currency)],
            "fixAlone": .money(fixAlone, currency), "avoidable": .money(avoidable, currency),
            "net": .money(net, currency), "feeRate": .decimal(feeRate.map(Decimal4.init(tenThousandths:))),
            "unpriced": .text(unpriced), "units": .decimal(units), "probability": .number(probability),
            "ageDays": .count(ageDays), "lastingProbabilities": .array(lasting.map(JSON.number)),
            "durationsObserved": .count(durationsObserved), "evidence": .text(evidence?.rawValue),
            "statedBy": .text(statedBy),
            "sums": .array(
                sums.map {
                    [
                        "sum": .money($0.money), "statedBy": .text($0.source),
                        "conversion": $0.conversion?.json ?? nil, "atRisk": .money($0.atRisk, currency),
                    ]
                }),
            "ending": ending?.json(id: id) ?? nil, "listings": .array(listings.map { $0.json(id: id) }),
            "furtherListings": .count(furtherListings),
        ]
    }
}

extension RiskTerms.Ending {
    /// What ends on a listing: unitsPerDay x price x days, less the same of daysBefore, is amount.
    func json(id: (Fingerprint) -> ExceptionID?) -> JSON {
        func named(_ fingerprints: [Fingerprint]) -> JSON {
            .array(fingerprints.map { ["id": .text(id($0)?.description), "fingerprint": .text($0.text)] })
        }
        return [
            "listing": .text(code), "ends": named(ends), "unitsPerDay": .decimal(unitsPerDay), "price": .money(price),
            "days": .decimal(days), "daysBefore": .decimal(daysBefore), "amount": .money(amount),
            "conversion": conversion?.json ?? nil, "countedBefore": named(countedBefore),
        ]
    }
}

extension RiskTerms.Listing {
    /// The terms on one listing: unitsPerDay x price x days, rounded once, plus centsShared, is amount.
    func json(id: (Fingerprint) -> ExceptionID?) -> JSON {
        [
            "listing": .text(code), "unitsPerDay": .decimal(unitsPerDay), "price": .money(price),
            "days": .decimal(days),
            "centsShared": .integer(centsShared), "amount": .money(amount), "daysTogether": .decimal(daysTogether),
            "listingTotal": .money(listingTotal), "fixAloneDays": .decimal(fixAloneDays),
            "avoidableDays": .decimal(avoidableDays), "conversion": conversion?.json ?? nil,
            "neighbours": .array(
                neighbours.map {
                    [
                        "id": .text(id($0.fingerprint)?.description), "fingerprint": .text($0.fingerprint.text),
                        "shareToday": .number($0.shareToday), "days": .decimal($0.days),
                        "daysAfter": .decimal($0.daysAfter), "blocks": .bool($0.blocks),
                    ]
                }),
            "basis": basis.json,
        ]
    }
}

extension RiskTerms.Basis {
    /// What the rate of sale rests on.
    var json: JSON {
        [
            "goodDays": .count(goodDays), "blockedDays": .count(blockedDays), "unknownDays": .count(unknownDays),
            "unitsSum": .number(unitsSum), "exposureSumDays": .number(exposureSum), "dispersion": .number(dispersion),
            "priorWeight": .number(priorWeight), "priorUnitsPerDay": priorRate.map(JSON.number) ?? nil,
            "productUnitsPerDay": .decimal(productUnitsPerDay),
        ]
    }
}

extension Conversion {
    /// The rate with everything that tells where it came from.
    var json: JSON {
        let through: JSON = if case .cross(let currency) = path { .text(currency.code) } else { nil }
        let found =
            switch path {
            case .same: "same"
            case .direct: "direct"
            case .inverse: "inverse"
            case .cross: "cross"
            }
        return [
            "from": .text(base.code), "to": .text(quote.code), "rate": .text(rate), "day": .text(day.description),
            "found": .text(found), "through": through, "sources": .texts(sources),
        ]
    }
}
