public import FlywheelKit

/// One line of an order to a supplier.
struct OrderLine {
    let order: String
    let ordered: Day
    /// The day its units are expected, where somebody said so.
    let expected: Day?
    /// The day they came, or those that did; `nil` before that.
    let received: Day?
    /// Units still to come.
    let openUnits: Int
}

/// Reads the orders of a chunk's listings. Each order comes once, as the newest file that names it has it.
struct OrderBook {
    private let details: Details
    private let today: Day
    private let order: Values<String>
    private let ordered: Values<Day>
    private let expected: Values<Day>
    private let received: Values<Day>
    private let units: Values<Int>
    private let unitsReceived: Values<Int>

    init(_ chunk: Chunk) {
        details = chunk.details(of: PurchaseOrders.feed)
        today = chunk.today
        order = details[PurchaseOrders.order]
        ordered = details[PurchaseOrders.ordered]
        expected = details[PurchaseOrders.expected]
        received = details[PurchaseOrders.received]
        units = details[PurchaseOrders.units]
        unitsReceived = details[PurchaseOrders.unitsReceived]
    }

    /// The lines of a listing's orders.
    ///
    /// What has come is told by its number; where the file has none, a day of receipt says that all of it has. A day of
    /// receipt that has not come yet is the day it is expected.
    func lines(of row: Int) -> [OrderLine] {
        details.range(row).compactMap { index in
            guard let order = order[index], let ordered = ordered[index], let units = units[index], units > 0
            else { return nil }
            let came = came(index)
            let open = max(0, min(units, .plausibleUnits) - (counted(index) ?? (came == nil ? 0 : units)))
            // Where all of it came and nobody wrote down when, it ended on no known day.
            return OrderLine(
                order: order, ordered: ordered,
                expected: came == nil ? received[index] ?? expected[index] : expected[index],
                received: came,
                openUnits: open)
        }
    }

    /// What came in of a listing's orders, by the same rule; units are `nil` where the file says neither how many came nor how
    /// many were ordered.
    func receipts(of row: Int) -> [(day: Day, units: Int?)] {
        details.range(row).compactMap { index in
            came(index).map { (day: $0, units: counted(index) ?? units[index]) }
        }
    }

    /// The day of receipt, once it has come.
    private func came(_ index: Int) -> Day? { received[index].flatMap { $0 <= today ? $0 : nil } }

    /// What came by its number; zero beside a day is one that nobody filled in.
    private func counted(_ index: Int) -> Int? { unitsReceived[index].flatMap { $0 > 0 ? $0 : nil } }
}

extension PurchaseOrders {
    /// Units of a listing that are still to come of orders to suppliers, however late; `nil` where none are.
    public static func openUnits(of row: Int, in chunk: Chunk) -> Int? {
        let units = OrderBook(chunk).lines(of: row).reduce(0) { $0 + $1.openUnits }
        return units > 0 ? units : nil
    }

    /// What came in of a listing's orders to suppliers, by day of receipt: all units of an order of which no file says fewer.
    public static func receipts(of row: Int, in chunk: Chunk) -> [(day: Day, units: Int?)] {
        OrderBook(chunk).receipts(of: row)
    }
}

extension Int {
    /// No shelf holds more: the bound keeps sums of a broken file's numbers within the integers.
    static let plausibleUnits = 1_000_000_000
}
