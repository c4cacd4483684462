public import FlywheelKit

/// What a person needs to check a claim about a listing's stock.
public struct InventoryEvidence: Hashable, Codable, Sendable {
    /// What there is and what is coming.
    public let stock: StockPosition
    /// What is sold a day.
    public let demand: DemandEstimate
    /// Days that ``StockPosition/units`` last at the rate of sale.
    public let coverDays: Double
    /// The probability of running out within lead time and review; 1 when it has happened.
    public let emptyProbability: Double
    /// Units with which lead time and review are covered at the service level: demand and safety stock.
    public let orderUpTo: Int
    /// Days from ``seen`` in which an order must be placed: those until running out is 10 % likely, less the lead time.
    /// Below zero when an order comes too late; `nil` when nothing is left already, or no day of the coming year is that
    /// likely.
    public let daysToOrder: Int?
    /// The day it was seen. Equal numbers seen again on another day are the same claim, so it is no part of equality.
    public let seen: Day

    /// The last day to place an order; it may lie in the past.
    public var orderBy: Day? { daysToOrder.map { seen.advanced(by: $0) } }

    /// Units to order, so that the position reaches ``orderUpTo``.
    public var orderUnits: Int { max(0, orderUpTo - stock.units) }

    /// Whether both say the same of stock and demand, whenever they were seen.
    public static func == (left: InventoryEvidence, right: InventoryEvidence) -> Bool {
        left.stock == right.stock && left.demand == right.demand && left.coverDays == right.coverDays
            && left.emptyProbability == right.emptyProbability && left.orderUpTo == right.orderUpTo
            && left.daysToOrder == right.daysToOrder
    }

    /// Hashes part of what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(stock)
        hasher.combine(demand)
    }
}
