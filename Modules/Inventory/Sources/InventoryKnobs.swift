public import FlywheelKit

/// How well an order is to serve demand.
public enum ServiceMeasure: String, Hashable, Codable, Sendable {
    /// ``InventoryKnobs/serviceLevel`` is the probability of not running out within lead time and review.
    case cycleService
    /// It is the share of units that is served.
    case fillRate
}

/// The numbers that steer the stage. Days, limits and costs are stated defaults: nobody measured the seller's own suppliers
/// and carriers, where the lead time is not learned from what they delivered.
public struct InventoryKnobs: StageKnobs {
    /// Days from placing an order to units that can be sold, where neither receipts nor a list of supply say.
    public var leadTimeDays = 14.0
    /// Days between two looks at what to order: what is not ordered today waits that long.
    public var reviewDays = 7.0
    /// How well demand within lead time and review is to be served.
    public var serviceLevel = 0.95
    /// What ``serviceLevel`` is a share of.
    public var serviceMeasure = ServiceMeasure.cycleService
    /// The probability of running out within lead time and review from which it is worth a person's look.
    public var leastProbability = 0.2
    /// Days until units that the warehouse is receiving, or moves between its houses, can be sold.
    public var receivingDays = 3.0
    /// Days until units that were shipped to the warehouse can be sold.
    public var inboundDays = 10.0
    /// Days by which an open order may be late and is still counted on.
    public var lostAfterDays = 60.0
    /// Days of cover beyond which stock is excess, and to which an order may fill the shelf.
    public var excessCoverDays = 180.0
    /// Units of excess or aged stock from which it is worth a person's look.
    public var leastExcessUnits = 24.0
    /// What one order of a listing may cost, in the currency of its unit cost; nothing limits it until somebody says a sum, since
    /// the same one is much in one currency and little in another.
    public var mostOrderCost = Self.noOrderLimit
    /// Days from ordering by fast freight to units that can be sold.
    public var expediteDays = 7.0
    /// What fast freight costs a unit beyond the usual, as a share of its price.
    public var expediteCostShare = 0.15

    /// What moving a unit between two of the seller's shelves costs, as a share of its price.
    public var transferCostShare = 0.05

    /// The sum that limits no order.
    static let noOrderLimit = 1_000_000_000.0

    /// The stated defaults.
    public init() {}

    /// Longer waits and a higher service level find more; limits and costs of an order find neither more nor less.
    public static let tunable: [Knob<InventoryKnobs>] = [
        Knob(
            "leadTimeDays", \.leadTimeDays, in: 1...180, looser: .higher, unit: .days,
            about: """
                Days from placing an order to units that can be sold, where neither receipts nor a list of \
                supply say
                """),
        Knob(
            "reviewDays", \.reviewDays, in: 1...60, looser: .higher, unit: .days,
            about: "Days between two looks at what to order; what is not ordered today waits that long"),
        Knob(
            "serviceLevel", \.serviceLevel, in: 0.5...0.99, looser: .higher, unit: .share,
            about: "How well demand within lead time and review is to be served"),
        Knob(
            "leastProbability", \.leastProbability, in: 0.05...0.9, looser: .lower, unit: .share,
            about: "The probability of running out within lead time and review from which a person looks at it"),
        Knob(
            "receivingDays", \.receivingDays, in: 0...30, looser: .higher, unit: .days,
            about: "Days until units that the warehouse is receiving, or moves between its houses, can be sold"),
        Knob(
            "inboundDays", \.inboundDays, in: 0...90, looser: .higher, unit: .days,
            about: "Days until units that were shipped to the warehouse can be sold"),
        Knob(
            "lostAfterDays", \.lostAfterDays, in: 0...365, looser: .lower, unit: .days,
            about: "Days by which an open order may be late and is still counted on"),
        Knob(
            "excessCoverDays", \.excessCoverDays, in: 60...730, looser: .lower, unit: .days,
            about: "Days of cover beyond which stock is excess, and to which an order may fill the shelf"),
        Knob(
            "leastExcessUnits", \.leastExcessUnits, in: 1...10_000, looser: .lower, unit: .units,
            about: "Units of excess or aged stock from which a person looks at it"),
        Knob(
            "mostOrderCost", \.mostOrderCost, in: 1...noOrderLimit, looser: .higher, unit: .money,
            about: """
                What one order of a listing may cost at most, in the currency of its unit cost; the largest value limits \
                nothing
                """),
        Knob(
            "expediteDays", \.expediteDays, in: 1...90, looser: .higher, unit: .days,
            about: "Days from ordering by fast freight to units that can be sold"),
        Knob(
            "expediteCostShare", \.expediteCostShare, in: 0...2, looser: .lower, unit: .share,
            about: "What fast freight costs a unit beyond the usual, as a share of its price"),
        Knob(
            "transferCostShare", \.transferCostShare, in: 0...2, looser: .lower, unit: .share,
            about: "What moving a unit between two of the seller's shelves costs, as a share of its price"),
    ]
}
