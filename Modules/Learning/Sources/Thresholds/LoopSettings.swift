import FlywheelKit
public import Thresholds

/// What the threshold loop of a store goes by.
public struct LoopSettings: Hashable, Sendable {
    /// Floors, minima and times.
    public var rules = ThresholdRules()
    /// Weeks of the past that values are tried on.
    public var weeks = 12
    /// Minutes that a person needs to look at one finding and see whether anything is to be done.
    public var reviewMinutes = 6.0
    /// What an hour of a person costs, in whole units of the currency of totals.
    public var hourlyCost = 30.0
    /// Hours of an operator's day.
    public var hoursPerDay = 8.0
    /// Days after which the effect of a decision is looked at, where the decision does not say.
    public var reviewDays = 28.0

    /// The stated defaults.
    public init() {}

    /// What one look costs, in minor units.
    func reviewCost(in currency: Currency) -> Int64 {
        let minor = (0..<currency.minorDigits).reduce(1.0) { whole, _ in whole * 10 }
        return Int64((reviewMinutes / 60 * hourlyCost * minor).rounded(.toNearestOrEven))
    }
}
