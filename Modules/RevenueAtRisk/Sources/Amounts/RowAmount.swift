public import FlywheelKit

/// What one exception on a listing comes to, in money, with the terms that make it.
public struct RowAmount: Hashable, Sendable {
    /// Full days it counts for. The rows of a listing add up to ``ListingRisk/days``.
    public let days: Decimal4
    /// At risk: rate times price times ``days``. The rows of a listing add up to ``ListingRisk/total`` exactly.
    public let amount: Money
    /// Minor units that ``amount`` differs from its own rounded product, so that the rows add up; shown beside it
    /// whenever it is not zero.
    public let centsShared: Int64
    /// Full days recovered if this one alone is fixed.
    public let fixAloneDays: Decimal4
    /// Rate times price times ``fixAloneDays``. Never summed.
    public let fixAlone: Money
    /// Full days, of those it counts for, that a fix started now would still save.
    public let avoidableDays: Decimal4
    /// Rate times price times ``avoidableDays``; never above ``amount``.
    public let avoidable: Money
    /// The rows of the listing that must be fixed first; empty where fixing this one alone helps.
    public let blockedBy: [Int]
}
