public import FlywheelKit
import Statistics

/// What becomes of a sale that another offer of the same product takes.
public enum SellerType: String, Hashable, Codable, Sendable {
    /// It is lost.
    case retailer
    /// Part of it comes back: resellers whose offers are featured buy from this seller, ``PricingKnobs/resellersBring`` of it.
    case brandWithResellers = "brand-with-resellers"
}

/// The numbers that steer the stage. Shares of sales, the elasticity and what resellers bring are priors: nobody measured
/// them on the seller's own listings.
public struct PricingKnobs: StageKnobs {
    /// Whose sales competing offers take.
    public var sellerType = SellerType.retailer
    /// For a brand with resellers: the share of what their featured offers sell that the brand earns all the same.
    public var resellersBring = 0.5
    /// The part of the usual page views that must be lost to be worth a person's look.
    public var leastLostShare = 0.1
    /// The usual share of page views from which one look that finds another offer featured counts as a loss; below it,
    /// offers take turns.
    public var ownedShare = 0.9
    /// The share of sales that come by the featured offer, where page views do not measure what its loss takes.
    public var featuredSales = 0.82
    /// By how much the own price with shipping must lie above the lowest of a competitor, as a share of that.
    public var leastGap = 0.05
    /// By how much the own price must lie above that of the same SKU on another own channel, as a share of that.
    public var leastParityGap = 0.02
    /// How many percent of its buyers an offer loses for each percent that it is dearer: the average of published
    /// elasticities, `Statistics.ElasticityPrior.literature`.
    public var elasticity = 2.62
    /// Days until more can be sold, where no list of supply says: what would sell at a proposed price has to be there.
    public var leadTimeDays = 14.0
    /// The furthest a proposed price goes in one move, as a share of it.
    public var mostStep = 0.1
    /// How many times the usual price, or what part of it, is taken for an error. A decimal point that slipped makes ten, of
    /// a price that may have moved since.
    public var errorFactor = UsualPrice.errorFactor
    /// How many days ahead a loss of the featured offer is foreseen.
    public var warningDays = 7.0
    /// The probability from which a foreseen loss is worth a person's look.
    public var leastProbability = 0.3
    /// The marketplaces on which minimum advertised prices are watched, by name or country: agreements on resale prices are
    /// restricted in the European Union and the United Kingdom, among others, and whether a policy is one is a lawyer's
    /// question.
    public var mapMarketplaces = ["CA", "US"]

    /// The priors.
    public init() {}

    /// Shares of sales, elasticity and what resellers bring move claims and no rows; looser is what claims more.
    public static let tunable: [Knob<PricingKnobs>] = [
        Knob(
            "resellersBring", \.resellersBring, in: 0...1, looser: .lower, unit: .share,
            about: """
                For a brand with resellers, the share of what their featured offers sell that the brand \
                earns all the same
                """),
        Knob(
            "leastLostShare", \.leastLostShare, in: 0.02...0.5, looser: .lower, unit: .share,
            about: "The part of the usual page views that must be lost before a person looks at it"),
        Knob(
            "ownedShare", \.ownedShare, in: 0.5...1, looser: .lower, unit: .share,
            about: """
                The usual share of page views from which one look that finds another offer featured counts \
                as a loss; below it, offers take turns
                """),
        Knob(
            "featuredSales", \.featuredSales, in: 0.5...0.98, looser: .higher, unit: .share,
            about: """
                The share of sales that come by the featured offer, where page views do not measure what its \
                loss takes
                """),
        Knob(
            "leastGap", \.leastGap, in: 0.01...0.5, looser: .lower, unit: .share,
            about: """
                By how much the own price with shipping must lie above the lowest of a competitor, as a \
                share of that
                """),
        Knob(
            "leastParityGap", \.leastParityGap, in: 0.005...0.5, looser: .lower, unit: .share,
            about: """
                By how much the own price must lie above that of the same SKU on another own channel, as a \
                share of that
                """),
        Knob(
            "elasticity", \.elasticity, in: 0.5...4, looser: .higher, unit: .ratio,
            about: "How many percent of its buyers an offer loses for each percent that it is dearer"),
        Knob(
            "leadTimeDays", \.leadTimeDays, in: 1...180, looser: .lower, unit: .days,
            about: """
                Days until more can be sold, where no list of supply says; what would sell at a proposed \
                price has to be there
                """),
        Knob(
            "mostStep", \.mostStep, in: 0.01...0.5, looser: .higher, unit: .share,
            about: "The furthest a proposed price goes in one move, as a share of it"),
        Knob(
            "errorFactor", \.errorFactor, in: 3...50, looser: .lower, unit: .ratio,
            about: "How many times the usual price, or what part of it, is taken for an error"),
        Knob(
            "warningDays", \.warningDays, in: 1...14, looser: .higher, unit: .days,
            about: "How many days ahead a loss of the featured offer is foreseen"),
        Knob(
            "leastProbability", \.leastProbability, in: 0.1...0.9, looser: .lower, unit: .share,
            about: "The probability of a foreseen loss from which a person looks at it"),
    ]
}
