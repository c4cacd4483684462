import FlywheelKit

/// Why the own offer is not the featured one, as far as the facts tell: one playbook each.
public enum LossCause: String, Hashable, Codable, Sendable, CaseIterable {
    /// There is nothing to ship. The stock-out is a problem of its own and claims the loss.
    case stock
    /// Nobody is featured: everybody on the page loses, mostly because prices elsewhere are lower.
    case nobody = "nobody-featured"
    /// The own offer costs more than the featured one, or more than the marketplace expects.
    case price
    /// The featured offer is shipped by the marketplace at no lower price, the own one is not.
    case fulfilment
    /// The marketplace says that the own offer may not be featured, at a price and shipping no worse.
    case sellerMetrics = "seller-metrics"
    /// Nothing known says why.
    case unknown

    init(_ offer: Offer, isOutOfStock: Bool) {
        if isOutOfStock {
            self = .stock
        } else if offer.owner == FeaturedOwner.none {
            self = .nobody
        } else if Self.isDear(offer) {
            self = .price
        } else if offer.fulfillment == .seller, offer.featuredFulfillment == .marketplace {
            self = .fulfilment
        } else {
            self = offer.isEligible == false ? .sellerMetrics : .unknown
        }
    }

    /// Whether anything that the own price is held against is lower. Competitors' prices for as many pieces stand in where the
    /// featured offer's, which is of the same product, is unknown, unless the own one is featured beside them.
    private static func isDear(_ offer: Offer) -> Bool {
        guard let paid = offer.paid else { return false }
        let beside = offer.featured ?? (offer.owner == .own ? nil : offer.lowestForOwnPack)
        return paid.isAbove(beside) ?? false || offer.price?.isAbove(offer.expected) ?? false
            || paid.isAbove(offer.reference) ?? false
    }

    /// Days from a fix to its effect: priors. A price takes effect within hours; units reach a warehouse in two weeks;
    /// account figures are counted over a month or more.
    var fixTakesDays: Double {
        switch self {
        case .price, .nobody, .unknown: 0.5
        case .stock, .fulfilment: 14
        case .sellerMetrics: 30
        }
    }
}
