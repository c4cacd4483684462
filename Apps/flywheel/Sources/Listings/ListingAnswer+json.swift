import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension ListingAnswer {
    static let document = Document("listing", "Everything about one listing, of all workflows.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "listing": .value(\.view.listing), "title": .value(\.facts.title),
        "status": .value(\.facts.status), "atRisk": .value { $0.money($0.view.atRisk) },
        "statedAtRisk": .value { $0.money($0.view.stated) },
        "open": .value { $0.view.open.map { ListedItem(item: $0) } }, "earlier": .value(\.view.earlier),
        "offer": .part([
            "price": .value(\.facts.price), "lowestPrice": .value(\.facts.lowestPrice),
            "featuredShare": .share(\.facts.featuredShare),
        ]),
        "limits": .value(\.facts.knownLimits),
        "stock": .part([
            "fulfillable": .value(\.facts.fulfillable), "inbound": .value(\.facts.inbound),
            "reserved": .value(\.facts.reserved),
        ]),
        "days": .list(
            \.facts.days, ["day": .value { $0.day }, "sold": .value { $0.sold }, "price": .value { $0.price }]),
        "receipts": .list(\.facts.receipts, ["day": .value { $0.day }, "units": .value { $0.units }]),
        "forecast": .value(\.forecast?.expected), "changes": .value(\.view.changes),
        "cases": .value { $0.view.cases?.map(CaseOfListing.init) },
    ]

    private func money(_ minorUnits: Int64) -> Money? { currency.map { Money(minorUnits: minorUnits, $0) } }
}

extension ListingFacts {
    /// One of the limits: as it was stated and in the currency of the price, or why it is not in that.
    fileprivate struct Limit: JSONRecord {
        let name: ForeignAmount.Name
        let amount: Money
        let foreign: ForeignAmount?

        private var isHeld: Bool { foreign.map { $0.rate != nil } ?? true }

        static let members: Members<Self> = [
            "name": .value(\.name.rawValue), "stated": .value { $0.foreign?.stated ?? $0.amount },
            "amount": .value { $0.isHeld ? $0.amount : nil }, "conversion": .value(\.foreign?.rate),
            "unconverted": .value { $0.isHeld ? nil : $0.foreign?.description },
        ]
    }

    fileprivate var knownLimits: [Limit] {
        (limits?.known ?? []).map { name, amount in
            Limit(name: name, amount: amount, foreign: limits?.foreign.first { $0.name == name })
        }
    }

    /// What was sold day by day, and for what.
    fileprivate var days: [(day: Day, sold: Int?, price: Money?)] {
        units.indices.map { (first.advanced(by: $0), units[$0], money(prices[$0])) }
    }

    /// A price in minor units, in the currency of the listing's own.
    private func money(_ minorUnits: Int?) -> Money? {
        guard let minorUnits, let currency = price?.currency else { return nil }
        return Money(minorUnits: Int64(minorUnits), currency)
    }
}

/// A case as one line of a listing: nothing that anybody wrote.
private struct CaseOfListing: JSONRecord {
    let record: CaseRecord

    static let members: Members<Self> = [
        "id": .value(\.record.id), "state": .value(\.record.state), "owner": .value(\.record.owner),
        "opened": .value(\.record.opened), "due": .value(\.record.due),
    ]
}
