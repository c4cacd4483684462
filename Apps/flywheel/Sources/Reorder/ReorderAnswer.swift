import FlywheelKit
import FlywheelStore

/// What `reorder` prints: what to order, by supplier, as the newest rotation saw it.
struct ReorderAnswer: Answer {
    let rotation: RotationRecord
    /// The day that arrivals are counted from.
    let today: Day
    let filter: OrderFilter
    let orders: [ProposedOrder]
    /// Stock-outs that wait for what is on its way.
    let covered: Int
    /// Proposals of exceptions that are snoozed: left out.
    let snoozed: Int
    /// Stock-outs of listings whose stock nothing says any more: left out.
    let unknown: Int
    let warnings: [String]

    let listKey: String? = "items"
    let columns = [
        "supplier", "account", "marketplace", "sku", "title", "units", "cases", "casePack", "minimumOrder", "needed",
        "unitCost.amount", "unitCost.currency", "sum.amount", "sum.currency", "orderBy", "expected", "latest",
        "leadTimeDays", "leadTimeBasis", "limit", "why", "id",
    ]

    var lines: [OrderLine] { orders.flatMap(\.lines) }
    var rows: [JSON] { lines.map { $0.json(today) } }

    /// What all lines of a currency cost together. Two currencies are never added.
    var totals: [Money] {
        let sums = orders.compactMap(\.sum)
        return Dictionary(grouping: sums, by: \.currency).map { currency, sums in
            Money(minorUnits: sums.reduce(0) { $0 + $1.minorUnits }, currency)
        }.sorted { $0.currency.code < $1.currency.code }
    }

    /// Lines whose cost nobody said.
    var uncosted: Int { lines.count { $0.order.cost == nil } }

    var json: JSON {
        [
            "schema": "flywheel.reorder/1", "asOf": .instant(rotation.asOf), "rotation": .text(rotation.id.description),
            "today": .text(today.description),
            "filters": [
                "supplier": .text(filter.supplier), "account": .text(filter.account),
                "marketplace": .text(filter.marketplace), "orderBy": .text(filter.orderBy?.description),
            ],
            "totals": .array(totals.map { .money($0) }), "uncosted": .count(uncosted), "covered": .count(covered),
            "snoozed": .count(snoozed), "unknown": .count(unknown), "items": .array(rows),
        ]
    }
}

extension OrderLine {
    /// The line for programs; days are dates on the marketplace's calendar.
    func json(_ today: Day) -> JSON {
        let arrival = arrival(placed: today)
        return [
            "supplier": .text(supplier), "account": .text(listing.account), "marketplace": .text(listing.marketplace),
            "marketplaces": .array(marketplaces.map { .text($0) }), "sku": .text(listing.code), "title": .text(title),
            "units": .count(order.units), "cases": .count(cases),
            "casePack": .count(order.casePack), "minimumOrder": .count(order.minimumOrder),
            "needed": .count(order.needed), "unitCost": .known(unitCost), "sum": .known(order.cost),
            "orderBy": .day(orderBy), "expected": .day(arrival.expected), "latest": .day(arrival.latest),
            "leadTimeDays": .number(shortage.leadTime.days),
            "leadTimeBasis": .text(shortage.leadTime.basis.rawValue), "limit": .text(order.limit?.rawValue),
            "why": .text(why), "id": .text(exception.description),
        ]
    }
}

extension JSON {
    /// A sum of money, or null where nobody said it.
    fileprivate static func known(_ money: Money?) -> JSON { money.map { .money($0) } ?? .null }
}
