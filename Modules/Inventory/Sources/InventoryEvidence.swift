public import FlywheelKit

/// What a person needs to check a claim about a listing's stock.
public struct InventoryEvidence: Hashable, Codable, Sendable {
    /// What there is.
    public let stock: StockPosition
    /// What is asked of it; `nil` where nothing sold on any usable day.
    public let demand: DemandEstimate?
    /// Days that what there is lasts, with what comes within lead time and review; `nil` where nothing sold.
    public let coverDays: Double?
    /// The shelf that is empty or will be; `nil` where the problem is too much.
    public let shortage: Shortage?
    /// The units that are too many; `nil` where they are too few.
    public let surplus: Surplus?
    /// Units on another shelf that would help; `nil` where no other shelf can spare any.
    public let transfer: Transfer?
    /// Who sells from the same stock on other marketplaces; `nil` where nobody does. ``demand`` is then that of all together.
    public let shared: SharedStock?
    /// The day it was seen. Equal numbers seen again on another day are the same claim, so it is no part of equality.
    public let seen: Day

    init(
        stock: StockPosition, demand: DemandEstimate?, coverDays: Double?, shortage: Shortage?, surplus: Surplus?,
        transfer: Transfer? = nil, shared: SharedStock? = nil, seen: Day
    ) {
        self.stock = stock
        self.demand = demand
        self.coverDays = coverDays
        self.shortage = shortage
        self.surplus = surplus
        self.transfer = transfer
        self.shared = shared
        self.seen = seen
    }

    /// The same, with units on another shelf.
    func with(_ transfer: Transfer) -> InventoryEvidence {
        InventoryEvidence(
            stock: stock, demand: demand, coverDays: coverDays, shortage: shortage, surplus: surplus,
            transfer: transfer, shared: shared, seen: seen)
    }

    /// Whether both say the same of stock and demand, whenever they were seen.
    public static func == (left: InventoryEvidence, right: InventoryEvidence) -> Bool {
        left.stock == right.stock && left.demand == right.demand && left.coverDays == right.coverDays
            && left.shortage == right.shortage && left.surplus == right.surplus && left.transfer == right.transfer
            && left.shared == right.shared
    }

    /// Hashes part of what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(stock)
        hasher.combine(demand)
    }

    /// What a person stated of it that it rests on, in words; `nil` where nobody did.
    public var statement: String? {
        demand?.daysStated.map { "demand stated by a person for \($0 == 1 ? "1 day" : "\($0) days")" }
    }

    /// What advice rests on that does not show in its numbers.
    var because: [String] { [statement].compactMap(\.self) }

    /// The last day to place the order, or to ship what is announced; it may lie in the past.
    public var actBy: Day? { shortage?.daysToAct.map { seen.advanced(by: $0) } }
}

extension InventoryEvidence {
    /// Writes what is there, as ``Shortage`` does.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stock, forKey: .stock)
        if let demand { try container.encode(demand, forKey: .demand) }
        if let coverDays { try container.encode(coverDays, forKey: .coverDays) }
        if let shortage { try container.encode(shortage, forKey: .shortage) }
        if let surplus { try container.encode(surplus, forKey: .surplus) }
        if let transfer { try container.encode(transfer, forKey: .transfer) }
        if let shared { try container.encode(shared, forKey: .shared) }
        try container.encode(seen.description, forKey: .seen)
    }
}
