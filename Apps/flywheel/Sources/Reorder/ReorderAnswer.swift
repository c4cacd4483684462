import FlywheelKit
import FlywheelStore

/// What `reorder` prints: what to order, by supplier, as the newest rotation saw it.
struct ReorderAnswer: DocumentedAnswer {
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

    /// What all lines of a currency cost together. Two currencies are never added.
    var totals: [Money] {
        let sums = orders.compactMap(\.sum)
        return Dictionary(grouping: sums, by: \.currency).map { currency, sums in
            Money(minorUnits: sums.reduce(0) { $0 + $1.minorUnits }, currency)
        }.sorted { $0.currency.code < $1.currency.code }
    }

    /// Lines whose cost nobody said.
    var uncosted: Int { lines.count { $0.order.cost == nil } }

    static let document = Document("reorder", "What to order, supplier by supplier.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id), "today": .value(\.today),
        "filters": .part([
            "supplier": .value(\.filter.supplier), "account": .value(\.filter.account),
            "marketplace": .value(\.filter.marketplace), "orderBy": .value(\.filter.orderBy),
        ]),
        "totals": .value(\.totals), "uncosted": .value(\.uncosted), "covered": .value(\.covered),
        "snoozed": .value(\.snoozed), "unknown": .value(\.unknown),
        "items": .value { answer in answer.lines.map { Item(line: $0, arrival: $0.arrival(placed: answer.today)) } },
    ]

    /// A line beside when it is expected; days are dates on the marketplace's calendar.
    private struct Item: JSONRecord {
        let line: OrderLine
        let arrival: (expected: Day, latest: Day)

        static let members: Members<Self> = [
            "supplier": .value(\.line.supplier), "account": .value(\.line.listing.account),
            "marketplace": .value(\.line.listing.marketplace), "marketplaces": .value(\.line.marketplaces),
            "sku": .value(\.line.listing.code), "title": .value(\.line.title), "units": .value(\.line.order.units),
            "cases": .value(\.line.cases), "casePack": .value(\.line.order.casePack),
            "minimumOrder": .value(\.line.order.minimumOrder), "needed": .value(\.line.order.needed),
            "unitCost": .value(\.line.unitCost), "sum": .value(\.line.order.cost), "orderBy": .value(\.line.orderBy),
            "expected": .value(\.arrival.expected), "latest": .value(\.arrival.latest),
            "leadTimeDays": .value(\.line.shortage.leadTime.days),
            "leadTimeBasis": .word(\.line.shortage.leadTime.basis), "limit": .word(\.line.order.limit),
            "why": .value(\.line.why), "isStale": .value(\.line.isStale), "seen": .value(\.line.evidence.seen),
            "id": .value(\.line.exception),
        ]
    }
}
