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
    /// Whether the seller ships it, out of stock that never ends.
    public let isByMerchant: Bool
    /// Units sold on an average day when nothing is wrong; ``ExampleSeller/demandIndex(on:)`` says what a day is worth.
    public let unitsPerDay: Double
    /// The first morning on which it was listed.
    public let listed: Day
    /// The first day on which it was no longer for sale; `nil` when it still is.
    public let closed: Day?
    /// What went wrong with it.
    public let troubles: [Trouble]

    init(_ listing: Listing) {
        marketplace = listing.shop.marketplace
        sku = listing.sku
        product = listing.product.asin
        price = listing.price
        isByMerchant = listing.isByMerchant
        unitsPerDay = listing.unitsPerDay
        listed = listing.opened.utcDay.advanced(by: 1)
        closed = listing.closed
        troubles = listing.troubles
    }

    /// The troubles of a morning.
    public func troubles(on day: Day) -> [Trouble] { troubles.filter { $0.holds(on: day) } }
}
