public import FlywheelKit

/// The numbers that steer the stage. The days are stated defaults: nobody measured the seller's own suppliers and carriers.
public struct InventoryKnobs: StageKnobs {
    /// Days from placing an order to units that can be sold.
    public var leadTimeDays = 14.0
    /// Days between two looks at what to order: what is not ordered today waits that long.
    public var reviewDays = 7.0
    /// The probability of not running out within lead time and review that is enough (cycle service level, not fill rate).
    public var serviceLevel = 0.95
    /// The probability of running out within lead time and review from which it is worth a person's look.
    public var leastProbability = 0.2
    /// Days until units that the warehouse is receiving can be sold.
    public var receivingDays = 3.0
    /// Days until units that were shipped to the warehouse can be sold.
    public var inboundDays = 10.0

    /// The stated defaults.
    public init() {}

    /// Longer waits and a higher service level find more.
    public static let tunable: [Knob<InventoryKnobs>] = [
        Knob("leadTimeDays", \.leadTimeDays, in: 1...180, looser: .higher, unit: .days),
        Knob("reviewDays", \.reviewDays, in: 1...60, looser: .higher, unit: .days),
        Knob("serviceLevel", \.serviceLevel, in: 0.5...0.99, looser: .higher, unit: .share),
        Knob("leastProbability", \.leastProbability, in: 0.05...0.9, looser: .lower, unit: .share),
        Knob("receivingDays", \.receivingDays, in: 0...30, looser: .higher, unit: .days),
        Knob("inboundDays", \.inboundDays, in: 0...90, looser: .higher, unit: .days),
    ]

    /// Whole days that stock must last when an order is placed at the next review: lead time and review.
    var daysToCover: Int { Int((leadTimeDays + reviewDays).rounded(.up)) }
}
