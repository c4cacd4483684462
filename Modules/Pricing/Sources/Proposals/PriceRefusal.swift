public import FlywheelKit
public import Statistics

/// Why no price is proposed, with the numbers.
public enum PriceRefusal: Error, Hashable, Sendable {
    /// An amount is in another currency than the price, or no amount that a unit could have.
    case unusable(Money)
    /// The floor is above the ceiling.
    case limitsContradict(floor: Money, ceiling: Money)
    /// The price itself breaks a limit, which is a problem of its own.
    case outsideLimits(price: Money, limit: PriceLimit)
    /// Nobody says whose offer is featured, or at what price it would be the own one.
    case noTarget
    /// The price is where it should be; what keeps the offer from being featured is something else.
    case alreadyCompetitive(price: Money, target: Money)
    /// The featured offer is shipped by the marketplace and the own one is not: what its price is worth is not known.
    case slowerFulfillment
    /// What would win lies below what is allowed.
    case belowLimit(needed: Money, limit: PriceLimit)
    /// Neither the cost nor a floor is known, so what a move leaves is not known; a rise needs the cost.
    case costUnknown
    /// What sells now, or would while featured, is not known.
    case demandUnknown
    /// How buyers answer to the price is not known, or they do not surely buy less at a higher one.
    case elasticityUnknown(Elasticity?)
    /// A price that is moved for its own sake needs the listing's own prices and sales.
    case elasticityNotOwn(Elasticity.Evidence)
    /// It would lose money: what it wins back a day, what it gives away on all that sells anyway, and the units a day from
    /// which it would pay.
    case doesNotPay(wonBack: Money, givenAway: Money, unitsThen: Double, breakEvenUnits: Double)
    /// One move may not go so far.
    case tooFar(needed: Money, furthest: Money)
    /// What there is to sell is not known.
    case supplyUnknown
    /// At what would then sell, the stock would be gone before more arrives.
    case cannotShip(coverDays: Double, leadTimeDays: Double)
}

/// A price that is not crossed, and whose it is.
public struct PriceLimit: Hashable, Sendable, Codable {
    /// Whose limit it is.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// The seller's floor.
        case floor
        /// The seller's ceiling.
        case ceiling
        /// Cost, fees and tax.
        case cost
        /// The least price that may be advertised.
        case minimumAdvertisedPrice = "minimum-advertised-price"
    }

    /// The price.
    public let price: Money
    /// Whose.
    public let origin: Origin

    /// A limit.
    public init(_ price: Money, _ origin: Origin) {
        self.price = price
        self.origin = origin
    }
}
