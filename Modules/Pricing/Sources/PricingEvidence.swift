import FlywheelKit

/// What a person needs to check a claim about a listing's price or its featured offer.
public struct PricingEvidence: Hashable, Codable, Sendable {
    /// The offers on the product page.
    public let offer: Offer
}
