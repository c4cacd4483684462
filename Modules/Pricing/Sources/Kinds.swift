import FlywheelKit

/// Effort and duration are priors, until the desk's own closes say better.
extension FindingKind {
    /// One kind before and after the offer is lost, so that a prediction that comes true stays the same exception.
    static let featuredOfferLost = FindingKind(
        "featured-offer-lost", title: "not the featured offer", effortHours: 0.25, lastsDays: 7,
        measuredBy: Traffic.featuredShare)
    static let competitiveGap = FindingKind(
        "competitive-gap", title: "dearer than competitors", effortHours: 0.25, lastsDays: 14)
    static let mapBreach = FindingKind(
        "map-breach", title: "below the minimum advertised price", effortHours: 0.5, lastsDays: 10,
        elseDecidedBy: Catalog.feed)
    static let priceFloorBreach = FindingKind(
        "price-floor-breach", title: "below floor or cost", effortHours: 0.25, lastsDays: 7, elseDecidedBy: Catalog.feed
    )
    static let priceCeilingBreach = FindingKind(
        "price-ceiling-breach", title: "above ceiling", effortHours: 0.25, lastsDays: 14, elseDecidedBy: Catalog.feed)
    static let priceError = FindingKind(
        "price-error", title: "price error", effortHours: 0.25, lastsDays: 3, measuredBy: Offers.ownPrices,
        elseDecidedBy: Catalog.feed)
    static let priceParity = FindingKind(
        "price-parity", title: "cheaper on another own channel", effortHours: 0.25, lastsDays: 14,
        elseDecidedBy: Catalog.feed)

    static let pricing = [
        featuredOfferLost, competitiveGap, mapBreach, priceFloorBreach, priceCeilingBreach, priceError,
        priceParity,
    ]
}

extension RootCause {
    static let pricing = [
        RootCause("undercut", "A competitor went below the own price."),
        RootCause("price-outside", "The same product was cheaper elsewhere."),
        RootCause("own-stock", "There was nothing to ship."),
        RootCause("fulfilment", "The featured offer ships faster than the own one."),
        RootCause("seller-metrics", "The account's performance kept the offer from being featured."),
        RootCause("new-seller", "Another seller came to the page, known or not."),
        RootCause("promotion", "A coupon or deal took the price where it should not be."),
        RootCause("repricer", "A repricing rule did it."),
        RootCause("feed-error", "A file or template carried a wrong price, currency or decimal point."),
        RootCause("wrong-limit", "The price was right, and the floor, ceiling or reference was not."),
        RootCause("cost-rose", "Cost or fees rose and the price did not."),
        RootCause("marketplace-error", "The marketplace was wrong and took it back."),
        RootCause("other", "Something else; the note says what."),
    ]
}
