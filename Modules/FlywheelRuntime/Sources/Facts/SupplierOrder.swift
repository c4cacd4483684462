import FlywheelKit

/// A row of `PurchaseOrders`, as it is put beside the rows of another listing.
struct SupplierOrder: Hashable, Comparable, Sendable {
    /// What two rows that tell of the same line of an order have in common.
    struct Line: Hashable {
        let order: String?
        let ordered: Day?
        let units: Int?
    }

    let line: Line
    let expected: Day?
    let received: Day?
    let unitsReceived: Int?

    /// The rows of a listing.
    static func all(of row: Int, in details: Details) -> [SupplierOrder] {
        let range = details.range(row)
        guard !range.isEmpty else { return [] }
        let (order, ordered, units) = (
            details[PurchaseOrders.order], details[PurchaseOrders.ordered], details[PurchaseOrders.units]
        )
        let (expected, received) = (details[PurchaseOrders.expected], details[PurchaseOrders.received])
        let came = details[PurchaseOrders.unitsReceived]
        return range.map {
            SupplierOrder(
                line: Line(order: order[$0], ordered: ordered[$0], units: units[$0]), expected: expected[$0],
                received: received[$0], unitsReceived: came[$0])
        }
    }

    /// By what is said of them, so that the order of files does not matter.
    static func < (left: SupplierOrder, right: SupplierOrder) -> Bool { left.key < right.key }

    private var key: (String, Int32, Int, Int32, Int32, Int) {
        (
            line.order ?? "", line.ordered?.epochDays ?? .min, line.units ?? .min, received?.epochDays ?? .min,
            expected?.epochDays ?? .min, unitsReceived ?? .min
        )
    }
}

extension Details {
    /// Rows of `PurchaseOrders`, chunk row by chunk row.
    init(_ rows: [[SupplierOrder]]) {
        let all = rows.flatMap(\.self)
        self.init(
            starts: rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
            columns: [
                PurchaseOrders.order.name: .texts(Values(all.map(\.line.order))),
                PurchaseOrders.ordered.name: .days(Values(all.map(\.line.ordered))),
                PurchaseOrders.units.name: .integers(Values(all.map(\.line.units))),
                PurchaseOrders.expected.name: .days(Values(all.map(\.expected))),
                PurchaseOrders.received.name: .days(Values(all.map(\.received))),
                PurchaseOrders.unitsReceived.name: .integers(Values(all.map(\.unitsReceived))),
            ])
    }
}
