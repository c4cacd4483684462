import FlywheelKit

/// What the seller ordered of a listing from its supplier.
struct Purchase: Hashable {
    let ordered: Day
    /// The day the supplier named.
    let expected: Day
    /// The day on which it can be sold.
    let arrives: Day
    let units: Int
}
