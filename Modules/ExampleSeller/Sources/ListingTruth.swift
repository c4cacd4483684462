public import FlywheelKit

/// What a listing was drawn with, which no export says.
public struct ListingTruth: Hashable, Sendable {
    /// The marketplace's id.
    public let marketplace: String
    /// The seller's key.
    public let sku: String
    /// The product; two listings of one marketplace may share it.
    public let product: String
    /// The asking price.
    public let price: Money
    /// Units sold on an average day when nothing is wrong; the weekday moves it by up to a tenth.
    public let unitsPerDay: Double
    /// The first day on which the marketplace hid or blocked it; `nil` when it does not.
    public let suppressedSince: Day?
    /// The share of sales that is lost from that day on, 0 to 1.
    public let suppressedShare: Double
    /// The first day without stock.
    public let soldOutSince: Day?
}
