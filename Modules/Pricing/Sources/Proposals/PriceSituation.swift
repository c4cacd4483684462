public import FlywheelKit
public import Statistics

/// Everything a proposed price is worked out from; `nil` is unknown, and never taken for zero.
public struct PriceSituation: Hashable, Sendable {
    // The own offer.

    /// The own price before shipping.
    public var price: Money
    /// What a buyer pays for shipping besides; unknown is taken for included.
    public var shipping: Money?
    /// What a buyer is taken off at checkout.
    public var discount: Money?
    /// What one unit cost, ready to be sold.
    public var unitCost: Money?
    /// What the marketplace takes of a unit; unknown is taken to be part of the cost.
    public var fees: SellingFees?
    /// The tax that prices contain, in ten-thousandths of the price without it; unknown is taken for none.
    public var taxRate: Int?
    /// The lowest price the seller allows.
    public var floor: Money?
    /// The highest price the seller allows.
    public var ceiling: Money?
    /// The lowest price after discounts that may be advertised, only where that is watched.
    public var minimumAdvertisedPrice: Money?

    // The offers beside it; prices with shipping.

    /// Whose offer is featured now.
    public var featured: FeaturedOwner?
    /// The price of the featured offer.
    public var featuredPrice: Money?
    /// The own price before shipping at which the marketplace expects the own offer to be featured.
    public var expectedFeaturedPrice: Money?
    /// Above it nobody is featured.
    public var referencePrice: Money?
    /// The lowest price of a competitor.
    public var lowestCompetitorPrice: Money?
    /// Offers of others.
    public var competitors: Int?
    /// Who ships the own offer, and the featured one.
    public var ownFulfillment: Fulfillment?
    /// Who ships the featured offer.
    public var featuredFulfillment: Fulfillment?

    // What buyers do.

    /// Units a day as things are, finite and zero or more.
    public var unitsNow: Double?
    /// Units a day at the same price while the own offer is featured.
    public var unitsWhenFeatured: Double?
    /// How buyers answer to the price.
    public var elasticity: Elasticity?
    /// What there is to sell.
    public var supply: Supply?

    /// A situation of which nothing but the price is known.
    public init(price: Money) { self.price = price }

    /// Who ships an offer.
    public enum Fulfillment: String, Hashable, Codable, Sendable {
        /// The marketplace, from its own stock.
        case marketplace
        /// The seller.
        case seller
    }

    /// What there is to sell until more can be had.
    public struct Supply: Hashable, Sendable {
        /// Units that can be sold now, and those that arrive within the lead time.
        public var units: Double
        /// Days from an order until its units can be sold.
        public var leadTimeDays: Double

        /// So many units for so many days.
        public init(units: Double, leadTimeDays: Double) {
            self.units = units
            self.leadTimeDays = leadTimeDays
        }
    }
}

/// What a marketplace takes of each unit sold.
public struct SellingFees: Hashable, Codable, Sendable {
    /// Ten-thousandths of what a buyer pays for the unit: 1,500 are 15 %.
    public var tenThousandths: Int
    /// A sum besides, such as for shipping from the marketplace's stock.
    ///
    /// Fees known only as a sum belong here: at a lower price they are a little less than that, so a cut is judged strictly.
    public var sum: Money

    /// A share and a sum.
    public init(tenThousandths: Int = 0, sum: Money) {
        precondition((0...10_000).contains(tenThousandths), "fees take part of a price, found \(tenThousandths)")
        self.tenThousandths = tenThousandths
        self.sum = sum
    }
}
