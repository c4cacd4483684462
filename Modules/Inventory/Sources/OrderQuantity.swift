public import FlywheelKit

/// How many units to order, and what made it so many.
public struct OrderQuantity: Hashable, Sendable {
    /// What moved the number away from what demand asks for.
    public enum Limit: String, Hashable, Codable, Sendable, CaseIterable {
        /// The supplier's least quantity raised it.
        case minimumOrder
        /// What a listing's order may cost lowered it.
        case cash
        /// What the shelf may hold lowered it.
        case storage
        /// The supplier's least quantity costs more, or fills the shelf for longer, than is allowed: for a person to decide.
        case minimumTooLarge
    }

    /// Units to order.
    public let units: Int
    /// Units that demand asks for, before least quantity, case pack and limits.
    public let needed: Int
    /// What moved the number beyond rounding to cases; `nil` where nothing did.
    public let limit: Limit?
    /// The fewest units the supplier sells at once.
    public let minimumOrder: Int?
    /// Units in a case.
    public let casePack: Int?
    /// What the units cost; `nil` where nobody said what one does.
    public let cost: Money?
}

/// Makes orders that a supplier takes, a shelf holds and a purse bears.
struct OrderTerms {
    private let minimumOrder: Values<Int>
    private let casePack: Values<Int>
    private let unitCost: Values<Money>
    private let knobs: InventoryKnobs

    init(_ chunk: Chunk, knobs: InventoryKnobs) {
        minimumOrder = chunk[Supply.minimumOrder]
        casePack = chunk[Supply.casePack]
        unitCost = chunk[Costs.unitCost]
        self.knobs = knobs
    }

    /// What one unit of a listing cost.
    func cost(of row: Int) -> Money? { unitCost[row].flatMap { $0.minorUnits > 0 ? $0 : nil } }

    /// The order that brings a position to a level: whole cases, no fewer than the supplier sells, and where that is more
    /// than the limits allow, as many cases as they do.
    ///
    /// - Parameters:
    ///   - needed: units that demand asks for, above zero.
    ///   - room: units that the shelf may still take.
    func order(of row: Int, needed: Int, room: Int) -> OrderQuantity {
        let least = minimumOrder[row].flatMap { (1...Int.plausibleUnits).contains($0) ? $0 : nil }
        let pack = casePack[row].flatMap { (1...Int.plausibleUnits).contains($0) ? $0 : nil }
        let cost = cost(of: row)
        // In minor units of the cost's own currency, which a cash limit is in.
        let isLimited = knobs.mostOrderCost < InventoryKnobs.noOrderLimit
        let affordable = (isLimited ? cost : nil).map { cost in
            Int(min(1e9, knobs.mostOrderCost * Double(cost.currency.minorUnitsPerUnit) / Double(cost.minorUnits)))
        }
        let wanted = Self.inCases(max(needed, least ?? 0), pack, .up)
        let most = min(max(room, 0), affordable ?? .max)
        var (units, limit): (Int, OrderQuantity.Limit?) = (
            wanted, wanted > Self.inCases(needed, pack, .up) ? .minimumOrder : nil
        )
        if wanted > most {
            let fitting = Self.inCases(most, pack, .down)
            if fitting >= max(1, least ?? 1) {
                (units, limit) = (fitting, (affordable ?? .max) < room ? .cash : .storage)
            } else {
                limit = .minimumTooLarge
            }
        }
        return OrderQuantity(
            units: units, needed: needed, limit: limit, minimumOrder: least, casePack: pack,
            cost: cost.flatMap { $0.times(units) })
    }

    private static func inCases(_ units: Int, _ pack: Int?, _ rule: FloatingPointRoundingRule) -> Int {
        guard let pack else { return units }
        return (rule == .up ? units + pack - 1 : units) / pack * pack
    }
}

extension Money {
    /// So many times the sum; `nil` where it leaves the integers.
    func times(_ count: Int) -> Money? {
        let (product, overflow) = minorUnits.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : Money(minorUnits: product, currency)
    }
}
