import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ListingAnswer {
    var json: JSON {
        let facts = view.facts
        return [
            "schema": "flywheel.listing/1", "asOf": .instant(asOf), "listing": .subject(view.listing),
            "title": .text(facts.title), "status": .text(facts.status),
            "atRisk": currency.map { .money(view.atRisk, $0) } ?? nil,
            "statedAtRisk": currency.map { .money(view.stated, $0) } ?? nil,
            "open": .array(rows),
            "earlier": .array(view.earlier.map(\.row)),
            "offer": [
                "price": facts.price.map { .money($0) } ?? nil,
                "lowestPrice": facts.lowestPrice.map { .money($0) } ?? nil,
                "featuredShare": .share(facts.featuredShare),
            ],
            "limits": .array((facts.limits?.known ?? []).map { name, amount in facts.limit(name, amount) }),
            "stock": [
                "fulfillable": .count(facts.fulfillable), "inbound": .count(facts.inbound),
                "reserved": .count(facts.reserved),
            ],
            "days": .array(
                facts.units.indices.map { index in
                    [
                        "day": .text(facts.first.advanced(by: index).description), "sold": .count(facts.units[index]),
                        "price": facts.money(facts.prices[index]),
                    ]
                }),
            "receipts": .array(
                facts.receipts.map { ["day": .text($0.day.description), "units": .count($0.units)] }),
            "forecast": forecast?.json["expected"] ?? nil, "changes": .array(view.changes.map(\.json)),
            "cases": view.cases.map { .array($0.map(\.inListing)) } ?? nil,
        ]
    }

    static let shape: Shape = [
        "asOf": .instant, "listing": .subject, "title": .maybe(.text), "status": .maybe(.text),
        "atRisk": .maybe(.knownMoney), "statedAtRisk": .maybe(.knownMoney), "open": .list(.queueItem),
        "earlier": .list(ExceptionRecord.shape),
        "offer": [
            "price": .maybe(.knownMoney), "lowestPrice": .maybe(.knownMoney), "featuredShare": .maybe(.number),
        ],
        "limits": .list([
            "name": .text, "stated": .knownMoney, "amount": .maybe(.knownMoney), "conversion": .maybe(.conversion),
            "unconverted": .maybe(.text),
        ]),
        "stock": ["fulfillable": .maybe(.integer), "inbound": .maybe(.integer), "reserved": .maybe(.integer)],
        "days": .list(["day": .text, "sold": .maybe(.integer), "price": .maybe(.knownMoney)]),
        "receipts": .list(["day": .text, "units": .maybe(.integer)]),
        "forecast": .maybe(["days": .integer, "mean": .number, "p10": .number, "p50": .number, "p90": .number]),
        "changes": .list(ChangeRecord.shape),
        "cases": .maybe(
            .list([
                "id": .text, "state": .text, "owner": .maybe(.text), "opened": .maybe(.instant),
                "due": .maybe(.instant),
            ])),
    ]
}

extension ListingFacts {
    /// One of the limits: as it was stated and in the currency of the price, or why it is not in that.
    fileprivate func limit(_ name: ForeignAmount.Name, _ amount: Money) -> JSON {
        let foreign = limits?.foreign.first { $0.name == name }
        let isHeld = foreign.map { $0.rate != nil } ?? true
        return [
            "name": .text(name.rawValue), "stated": .money(foreign?.stated ?? amount),
            "amount": isHeld ? .money(amount) : nil, "conversion": foreign?.rate?.json ?? nil,
            "unconverted": isHeld ? nil : .text(foreign?.description),
        ]
    }

    /// A price in minor units, in the currency of the listing's own.
    fileprivate func money(_ minorUnits: Int?) -> JSON {
        guard let minorUnits, let currency = price?.currency else { return nil }
        return .money(Money(minorUnits: Int64(minorUnits), currency))
    }
}

extension CaseRecord {
    /// It as one line of a listing: nothing that anybody wrote.
    fileprivate var inListing: JSON {
        [
            "id": .text(id.description), "state": .text(state), "owner": .text(owner), "opened": .instant(opened),
            "due": .instant(due),
        ]
    }
}
