public import FlywheelKit

/// What is known of a listing's own offer and of those beside it on one look; `nil` is unknown.
public struct Offer: Hashable, Codable, Sendable {
    /// The own price before shipping.
    public let price: Money?
    /// The own price with shipping.
    public let landed: Money?
    /// What a buyer is taken off at checkout.
    public let discount: Money?
    /// The lowest price of a competitor with shipping; without it where the source says no more.
    public let lowest: Money?
    /// Whose offer is featured now.
    public let owner: FeaturedOwner?
    /// The price with shipping of the featured offer.
    public let featured: Money?
    /// The price at which the marketplace expects the own offer to be featured.
    public let expected: Money?
    /// What the marketplace compares prices with.
    public let reference: Money?

    /// What a buyer pays for the own offer with shipping, so far as the source says.
    var paid: Money? { landed ?? price }
}
