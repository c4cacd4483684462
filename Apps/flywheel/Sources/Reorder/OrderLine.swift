import Calendars
import FlywheelKit
import FlywheelStore

/// A line of a proposed order: what an open stock-out says should be bought.
struct OrderLine: Hashable {
    let exception: ExceptionID
    let listing: Subject
    let title: String?
    /// Who sells it; `nil` where no list of supply says.
    let supplier: String?
    let evidence: InventoryEvidence
    let shortage: Shortage
    let order: OrderQuantity
    /// Whether its stock or sales are too old to be decided by: it stands as it was seen last.
    let isStale: Bool
    /// The zone of its marketplace.
    private let zone: TimeZoneTable

    /// - Returns: `nil` where what is on its way is enough, or it is not shelves that are short.
    init?(
        _ exception: ExceptionRecord, _ evidence: InventoryEvidence, facts: ListingFacts, isStale: Bool,
        zone: TimeZoneTable
    ) {
        guard let shortage = evidence.shortage, let order = shortage.order else { return nil }
        self.exception = exception.id
        listing = exception.fingerprint.subject
        title = facts.title
        supplier = facts.supplier
        self.evidence = evidence
        self.shortage = shortage
        self.order = order
        self.isStale = isStale
        self.zone = zone
    }

    /// What is read of a listing beside its evidence.
    struct ListingFacts {
        var title: String?
        var supplier: String?
    }

    /// What a unit costs; `nil` where nobody said.
    var unitCost: Money? { order.cost.map { Money(minorUnits: $0.minorUnits / Int64(order.units), $0.currency) } }

    /// The marketplaces that sell from the stock it is for, by id.
    var marketplaces: [String] { evidence.shared?.marketplaces ?? [listing.marketplace] }

    /// Whole cases; `nil` where the supplier names none.
    var cases: Int? { order.casePack.map { order.units / $0 } }

    /// Whether nothing is left to sell.
    var isOut: Bool { evidence.stock.fulfillable <= 0 }

    /// The last day to place it; the day of the look where the shelf is empty already.
    var orderBy: Day { evidence.actBy ?? evidence.seen }

    /// The end of that day at its marketplace: only then it is late.
    var due: Instant { Moment.day(orderBy).instant(in: zone) }

    /// The day it is expected when it is placed today, and the one by which nine of ten are there.
    func arrival(placed today: Day) -> (expected: Day, latest: Day) {
        let days = shortage.leadTime.expected
        return (today.advanced(by: days), today.advanced(by: max(days, shortage.leadTime.late)))
    }

    /// Why so many are to be ordered, in few words.
    var why: String {
        let need = "\(Numbers.grouped(order.needed)) needed"
        let moved: String? =
            switch order.limit {
            case .minimumOrder: "minimum order \(Numbers.grouped(order.minimumOrder ?? order.units))"
            case .cash: "an order may cost no more"
            case .storage: "the shelf holds no more"
            case .minimumTooLarge: "decide: the minimum order is over the limits"
            case nil: nil
            }
        let stock = evidence.shared.map { "one stock of \($0.marketplaceNames.joined(separator: "+"))" }
        let age = isStale ? "stale, as of \(evidence.seen)" : nil
        return [age, moved, state, need, evidence.statement, stock].compactMap(\.self).joined(separator: ", ")
    }

    private var state: String {
        if isOut { return "out of stock" }
        let days = evidence.coverDays.map { "\(Numbers.grouped(Int($0))) d left" }
        let chance = "\(Numbers.percent(shortage.emptyProbability)) to run out"
        return [days, chance].compactMap(\.self).joined(separator: ", ")
    }
}

/// The lines that go to one supplier in one currency, as one order.
struct ProposedOrder: Hashable {
    let supplier: String?
    /// The currency of its costs; `nil` for lines whose cost nobody said.
    let currency: Currency?
    let lines: [OrderLine]

    /// What it costs; `nil` where that is unknown.
    var sum: Money? {
        currency.map { currency in
            Money(minorUnits: lines.reduce(0) { $0 + ($1.order.cost?.minorUnits ?? 0) }, currency)
        }
    }

    /// Lines by supplier, those of unknown ones last, and by currency: empty shelves first, then the earliest last day.
    static func grouped(_ lines: [OrderLine]) -> [ProposedOrder] {
        struct Group: Hashable {
            let supplier: String?
            let currency: Currency?
        }
        let groups = Dictionary(grouping: lines) { Group(supplier: $0.supplier, currency: $0.order.cost?.currency) }
        return groups.map { group, lines in
            ProposedOrder(
                supplier: group.supplier, currency: group.currency,
                lines: lines.sorted {
                    ($0.isOut ? 0 : 1, $0.orderBy, $0.listing, $0.exception)
                        < ($1.isOut ? 0 : 1, $1.orderBy, $1.listing, $1.exception)
                })
        }.sorted { one, other in
            let names = (one.supplier, other.supplier)
            if names.0 != names.1 { return names.1 == nil || (names.0.map { $0 < names.1 ?? "" } ?? false) }
            return (one.currency?.code ?? "~") < (other.currency?.code ?? "~")
        }
    }
}
