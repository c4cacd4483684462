public import FlywheelKit

/// Something that was wrong with a listing for some days.
public struct Trouble: Hashable, Sendable {
    /// What was wrong.
    public enum Kind: String, Hashable, Sendable {
        /// Search did not show it.
        case hidden
        /// Its page was taken down.
        case removed
        /// Nothing was left to sell.
        case soldOut
        /// Another seller's offer stood on the page.
        case offerLost
        /// It was offered at ten times its price.
        case priceError
        /// A coupon took its price below what its maker lets anybody advertise; it costs no sales.
        case belowMinimum
    }

    /// What was wrong.
    public let kind: Kind
    /// The attribute that the marketplace objected to; empty where it was not the marketplace.
    public let attribute: String
    /// The first morning on which it was so.
    public let from: Day
    /// The first morning on which it was no longer so; `nil` when that is still to come.
    public let until: Day?
    /// The share of sales lost meanwhile, 0 to 1.
    public let lostShare: Double

    /// Whether it was so on a day's morning.
    public func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }
}
