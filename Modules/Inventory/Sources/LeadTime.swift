import FlywheelKit
import Statistics

/// How long an order takes until its units can be sold, and who says so.
public struct LeadTime: Hashable, Sendable {
    /// Where it is from.
    public enum Basis: String, Hashable, Codable, Sendable, CaseIterable {
        /// Orders of the listing's supplier, received and still open.
        case supplier
        /// The list of supply.
        case stated
        /// Orders of all suppliers together.
        case allSuppliers
        /// The knob: nobody knows.
        case assumed
    }

    /// Days expected.
    public let days: Double
    /// The standard deviation of those days; 0 where nothing is known of it.
    public let deviation: Double
    /// Whole days that one order of ten does not exceed; `nil` where orders do not say.
    public let early: Int?
    /// Whole days that nine orders of ten do not exceed.
    public let late: Int
    /// Where it is from.
    public let basis: Basis
    /// Orders it is learned from; `nil` where it is not.
    public let orders: Int?

    init(days: Double, deviation: Double, early: Int? = nil, late: Int? = nil, basis: Basis, orders: Int? = nil) {
        self.days = days.rounded(toParts: 10)
        self.deviation = deviation.rounded(toParts: 10)
        self.early = early
        // 1.2816 deviations lie above the mean in one case of ten, where the days are normal.
        self.late = late ?? Int((self.days + 1.2816 * self.deviation).rounded(.up))
        self.basis = basis
        self.orders = orders
    }

    /// Whole days expected.
    public var expected: Int { Int(days.rounded(.up)) }

    /// Whether it is known of the listing's own supplier.
    var isSuppliersOwn: Bool { basis == .supplier || basis == .stated }
}

/// Looks up lead times: the supplier's own orders, what the list of supply states, all orders, the knob, in that order.
struct LeadTimes {
    private let model: DeliveryModel
    private let assumed: LeadTime
    private let stated: Values<Double>
    private let supplier: Values<String>

    init(_ chunk: Chunk, model: DeliveryModel, knobs: InventoryKnobs) {
        self.model = model
        assumed =
            model.all.map { LeadTime(learned: $0, basis: .allSuppliers) }
            ?? LeadTime(days: knobs.leadTimeDays, deviation: 0, basis: .assumed)
        stated = chunk[Supply.leadTime]
        supplier = chunk[Supply.supplier]
    }

    /// The lead time of a listing, and how late its supplier's orders come.
    func leadTime(of row: Int) -> (leadTime: LeadTime, lateness: Lateness?) {
        let own = model.suppliers.isEmpty ? nil : supplier[row].flatMap { model.suppliers[DeliveryModel.name($0)] }
        let lateness = own?.lateness ?? model.all?.lateness
        if let own { return (LeadTime(learned: own, basis: .supplier), lateness) }
        // A list's zero or absurd number is no lead time.
        if let days = stated[row], days > 0, days <= 365 {
            return (LeadTime(days: days, deviation: lateness?.deviation ?? 0, basis: .stated), lateness)
        }
        return (assumed, lateness)
    }
}

extension LeadTime {
    fileprivate init(learned: Deliveries, basis: Basis) {
        self.init(
            days: max(1, learned.mean), deviation: learned.deviation, early: learned.early, late: learned.late,
            basis: basis, orders: learned.orders)
    }
}
