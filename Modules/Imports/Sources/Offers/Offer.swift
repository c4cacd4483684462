/// One seller's offer of a product, as any of Amazon's interfaces writes it.
struct Offer {
    let seller: String?
    /// Whether it is the seller's own, where the source says that of each offer.
    let isMarkedOwn: Bool?
    /// Whether the source itself says that the product's page features it; nil where it says nothing of that.
    let isFeatured: Bool?
    let price: Price
    /// With shipping, less points.
    let landed: Price?
    /// `AFN` where Amazon ships, `MFN` where the seller does.
    let fulfillment: String?

    /// Reads an element of `Offers`, `segmentedFeaturedOffers`, `lowestPricedOffers` or a `merchantOffer`; nil where it has
    /// no price.
    init?(_ value: JSONValue) {
        guard let price = Price(value[anyCase: "listingPrice"]) else { return nil }
        seller = value[anyCase: "sellerId"]?.cell
        isMarkedOwn = value[anyCase: "myOffer"].map { $0 == .flag(true) }
        isFeatured = value[anyCase: "isBuyBoxWinner"].map { $0 == .flag(true) }
        self.price = price
        landed = Self.landed(value, price)
        fulfillment =
            value[anyCase: "fulfillmentType"]?.cell
            ?? value[anyCase: "isFulfilledByAmazon"].map { $0 == .flag(true) ? "AFN" : "MFN" }
    }

    /// The price with shipping as it is stated, else as it is made of its parts: listing price and shipping, less the worth
    /// of the points. Among several ways of shipping the cheapest counts.
    static func landed(_ value: JSONValue, _ price: Price) -> Price? {
        if let stated = Price(value[anyCase: "landedPrice"]) { return stated }
        let options = value[anyCase: "shippingOptions"]?.elements.compactMap { Price($0[anyCase: "price"]) } ?? []
        let shipping = Price(value[anyCase: "shipping"]) ?? Price(value[anyCase: "shippingPrice"]) ?? options.min()
        return price.landed(shipping: shipping, points: Self.points(value[anyCase: "points"], price.currency))
    }

    /// A point is worth a yen; elsewhere the worth of points is stated, or they are none.
    private static func points(_ value: JSONValue?, _ currency: String) -> Price? {
        if let worth = Price(value?[anyCase: "pointsMonetaryValue"]) { return worth }
        return currency == "JPY" ? Price(value?[anyCase: "pointsNumber"]?.cell, currency) : nil
    }
}

/// What Amazon calls who ships: `MERCHANT` and `Amazon` in one interface, `MFN` and `AFN` in the other.
func fulfillmentWord(_ channel: String?) -> String? {
    switch channel?.lowercased() {
    case nil: nil
    case "merchant", "default": "MFN"
    case let name? where name.hasPrefix("amazon"): "AFN"
    default: channel
    }
}
