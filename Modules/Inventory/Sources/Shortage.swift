import FlywheelKit
import Statistics

/// The numbers of a shelf that is empty or will be.
///
/// One level of plain numbers, of which those that say nothing are left out: there is one of these for each listing that runs
/// low, and every rotation writes and reads them all. ``leadTime`` and ``order`` put them together again.
public struct Shortage: Hashable, Codable, Sendable {
    /// The probability of running out within lead time and review; 1 when it has happened.
    public let emptyProbability: Double
    /// Units with which lead time and review are served as well as they are to be: demand and safety stock, less what of the
    /// demand is lost before an order placed now arrives.
    public let orderUpTo: Int
    /// Days from ``InventoryEvidence/seen`` in which an order must be placed, lest it find an empty shelf with the probability
    /// that opens a row, the scatter of its lead time counted in. Where what is announced is enough, those in which it must be
    /// shipped. Below zero when that comes too late; `nil` when nothing is left already, nothing needs to be done but wait, or no
    /// day of the coming year is that likely to be empty.
    public let daysToAct: Int?

    /// What is on its way, earliest first; `nil` where nothing is.
    let arriving: [Arrival]?
    /// Of that, units of open orders beyond the warehouse's own figures; `nil` without open orders.
    public let onOrder: Int?
    /// Units of open orders that are too late to be counted on; `nil` without any.
    public let overdue: Int?
    /// Units announced to the warehouse and not shipped yet, beyond open orders; `nil` without any.
    public let announced: Int?

    private let leadDays: Double
    private let leadDeviation: Double?
    private let leadEarly: Int?
    private let leadLate: Int?
    private let leadBasis: LeadTime.Basis?
    private let leadOrders: Int?

    private let orderUnits: Int?
    private let orderNeeded: Int?
    private let orderLimit: OrderQuantity.Limit?
    private let minimumOrder: Int?
    private let casePack: Int?
    private let orderCost: Money?

    init(
        emptyProbability: Double, inbound: Inbound, leadTime: LeadTime, orderUpTo: Int, order: OrderQuantity?,
        daysToAct: Int?
    ) {
        self.emptyProbability = emptyProbability.rounded(toParts: 1_000)
        self.orderUpTo = orderUpTo
        self.daysToAct = daysToAct
        arriving = inbound.arrivals.isEmpty ? nil : inbound.arrivals
        onOrder = inbound.onOrder
        overdue = inbound.overdue
        announced = inbound.announced > 0 ? inbound.announced : nil
        leadDays = leadTime.days
        leadDeviation = leadTime.deviation > 0 ? leadTime.deviation : nil
        leadEarly = leadTime.early
        leadLate = leadTime.deviation > 0 ? leadTime.late : nil
        leadBasis = leadTime.basis == .assumed ? nil : leadTime.basis
        leadOrders = leadTime.orders
        orderUnits = order?.units
        orderNeeded = order.flatMap { $0.needed == $0.units ? nil : $0.needed }
        orderLimit = order?.limit
        minimumOrder = order?.minimumOrder
        casePack = order?.casePack
        orderCost = order?.cost
    }

    /// What is on its way, earliest first.
    public var arrivals: [Arrival] { arriving ?? [] }

    /// How long an order placed now would take.
    public var leadTime: LeadTime {
        LeadTime(
            days: leadDays, deviation: leadDeviation ?? 0, early: leadEarly, late: leadLate,
            basis: leadBasis ?? .assumed, orders: leadOrders)
    }

    /// What to order; `nil` where what is on its way is enough.
    public var order: OrderQuantity? {
        orderUnits.map {
            OrderQuantity(
                units: $0, needed: orderNeeded ?? $0, limit: orderLimit, minimumOrder: minimumOrder,
                casePack: casePack, cost: orderCost)
        }
    }
}

extension Shortage {
    /// Writes what is there. The compiler's own form asks of every absent number what type it would be, which takes longer
    /// than to write the others.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(emptyProbability, forKey: .emptyProbability)
        try container.encode(orderUpTo, forKey: .orderUpTo)
        try container.encode(leadDays, forKey: .leadDays)
        if let daysToAct { try container.encode(daysToAct, forKey: .daysToAct) }
        if let arriving { try container.encode(arriving, forKey: .arriving) }
        if let onOrder { try container.encode(onOrder, forKey: .onOrder) }
        if let overdue { try container.encode(overdue, forKey: .overdue) }
        if let announced { try container.encode(announced, forKey: .announced) }
        if let leadDeviation { try container.encode(leadDeviation, forKey: .leadDeviation) }
        if let leadEarly { try container.encode(leadEarly, forKey: .leadEarly) }
        if let leadLate { try container.encode(leadLate, forKey: .leadLate) }
        if let leadBasis { try container.encode(leadBasis.rawValue, forKey: .leadBasis) }
        if let leadOrders { try container.encode(leadOrders, forKey: .leadOrders) }
        if let orderUnits { try container.encode(orderUnits, forKey: .orderUnits) }
        if let orderNeeded { try container.encode(orderNeeded, forKey: .orderNeeded) }
        if let orderLimit { try container.encode(orderLimit.rawValue, forKey: .orderLimit) }
        if let minimumOrder { try container.encode(minimumOrder, forKey: .minimumOrder) }
        if let casePack { try container.encode(casePack, forKey: .casePack) }
        if let orderCost { try container.encode(orderCost, forKey: .orderCost) }
    }
}
