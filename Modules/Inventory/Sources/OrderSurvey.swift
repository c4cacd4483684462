public import FlywheelKit

/// The orders of a part of the catalogue, each once: an order of fifty listings says as much of its supplier as one of one.
public struct OrderSurvey: Mergeable, Sendable {
    struct Key: Hashable {
        let account: String
        let order: String
        let supplier: String
    }

    struct Progress {
        var ordered: Day
        var expected: Day?
        /// The last day on which something of it came.
        var received: Day?
        /// Whether something of it is still to come.
        var isOpen: Bool
        /// The day it was looked at.
        let today: Day

        mutating func merge(_ other: Progress) {
            ordered = min(ordered, other.ordered)
            expected = [expected, other.expected].compactMap(\.self).max()
            received = [received, other.received].compactMap(\.self).max()
            isOpen = isOpen || other.isOpen
        }
    }

    private(set) var orders: [Key: Progress] = [:]

    /// No orders.
    public init() {}

    /// Adds the orders of another part. Parts of one order come together.
    public mutating func merge(_ other: OrderSurvey) {
        for (key, progress) in other.orders { add(progress, as: key) }
    }

    mutating func add(_ progress: Progress, as key: Key) {
        orders[key, default: progress].merge(progress)
    }
}

extension InventoryStage: Surveying {
    /// Orders, and who supplies what.
    public static let surveyInputs = [orderInput, supplyInput]
    /// No history.
    public static let surveyWindows: [SeriesWindow] = []

    /// Adds the orders of a chunk's listings.
    public static func survey(_ chunk: Chunk, into survey: inout OrderSurvey) {
        let book = OrderBook(chunk)
        let supplier = chunk[Supply.supplier]
        for row in chunk.rows {
            for line in book.lines(of: row) {
                let key = OrderSurvey.Key(
                    account: chunk.account, order: line.order,
                    supplier: supplier[row].map(DeliveryModel.name) ?? "")
                survey.add(
                    OrderSurvey.Progress(
                        ordered: line.ordered, expected: line.expected, received: line.received,
                        // What came says how long the supplier takes, whatever of it came short.
                        isOpen: line.openUnits > 0 && line.received == nil, today: chunk.today),
                    as: key)
            }
        }
    }

    /// How long orders took, by supplier and all together. Those still open count for as long as they were seen, so that a
    /// late supplier does not look fast while nothing of his has come (Kaplan and Meier).
    public static func fit(_ survey: OrderSurvey, after model: DeliveryModel) -> DeliveryModel {
        var fitted = DeliveryModel()
        fitted.all = Deliveries(survey.orders.values)
        for (supplier, orders) in Dictionary(grouping: survey.orders, by: \.key.supplier) where !supplier.isEmpty {
            fitted.suppliers[supplier] = Deliveries(orders.map(\.value))
        }
        return fitted
    }
}
