import FlywheelKit

/// Why the own offer is not the featured one, as far as the facts tell: one playbook each.
public enum LossCause: String, Hashable, Codable, Sendable, CaseIterable {
    /// There is nothing to ship. The stock-out is a problem of its own and claims the loss.
    case stock
    /// The own price is an error, without which it would be no dearer than what it is held against. The error is a problem of
    /// its own and claims the loss.
    case priceError = "price-error"
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

    /// Whether another problem claims what is lost, and ends it.
    var isClaimedElsewhere: Bool { self == .stock || self == .priceError }

    init(_ offer: Offer, isOutOfStock: Bool, error: PriceError?) {
        if isOutOfStock {
            self = .stock
        } else if let error, Self.isLost(by: error, offer) {
            self = .priceError
        } else if offer.owner == FeaturedOwner.none {
            self = .nobody
        } else if Self.isDear(offer, at: offer.price, with: offer.paid) {
            self = .price
        } else if offer.fulfillment == .seller, offer.featuredFulfillment == .marketplace {
            self = .fulfilment
        } else {
            self = offer.isEligible == false ? .sellerMetrics : .unknown
        }
    }

    /// Whether anything that the own price is held against is lower. Competitors' prices for as many pieces stand in where the
    /// featured offer's, which is of the same product, is unknown, unless the own one is featured beside them.
    ///
    /// - Parameters:
    ///   - price: the own price.
    ///   - paid: the same with shipping.
    private static func isDear(_ offer: Offer, at price: Money?, with paid: Money?) -> Bool {
        guard let paid else { return false }
        let beside = offer.featured ?? (offer.owner == .own ? nil : offer.lowestForOwnPack)
        return paid.isAbove(beside) ?? false || price?.isAbove(offer.expected) ?? false
            || paid.isAbove(offer.reference) ?? false
    }

    /// Whether a price that is an error keeps the offer from being featured, and the usual one would not.
    private static func isLost(by error: PriceError, _ offer: Offer) -> Bool {
        switch error.fault {
        case .tooLow, .currency: return false
        case .tooHigh, .zero, .missing:
            guard let usual = error.usual else { return true }
            let shipping = offer.shipping?.minorUnits ?? 0
            return !isDear(offer, at: usual, with: Money(minorUnits: usual.minorUnits + shipping, usual.currency))
        }
    }

    /// Days from a fix to its effect: priors. A price takes effect within hours; units reach a warehouse in two weeks;
    /// account figures are counted over a month or more.
    var fixTakesDays: Double {
        switch self {
        case .price, .priceError, .nobody, .unknown: 0.5
        case .stock, .fulfilment: 14
        case .sellerMetrics: 30
        }
    }
}
