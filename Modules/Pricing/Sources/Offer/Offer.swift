public import FlywheelKit

/// What is known of a listing's own offer, of those beside it and of its limits on one look; `nil` is unknown.
public struct Offer: Hashable, Codable, Sendable {
    /// The own price before shipping.
    public let price: Money?
    /// The own price with shipping.
    public let landed: Money?
    /// What a buyer is taken off at checkout.
    public let discount: Money?
    /// The lowest price of a competitor before shipping.
    public let lowest: Money?
    /// The lowest price of a competitor with shipping.
    public let lowestLanded: Money?
    /// Whose offer is featured now.
    public let owner: FeaturedOwner?
    /// The price with shipping of the featured offer.
    public let featured: Money?
    /// The own price at which the marketplace expects the own offer to be featured.
    public let expected: Money?
    /// What the marketplace compares prices with.
    public let reference: Money?
    /// Offers of others.
    public let competitors: Int?
    /// Who ships the own offer.
    public let fulfillment: PriceSituation.Fulfillment?
    /// Who ships the featured offer.
    public let featuredFulfillment: PriceSituation.Fulfillment?
    /// Whether the own offer may be featured, as the marketplace says.
    public let isEligible: Bool?
    /// Pieces in the own offer.
    public let packSize: Int?
    /// Pieces in the offer that the lowest price is of.
    public let competitorPackSize: Int?
    /// What one unit cost.
    public let cost: Money?
    /// What the marketplace takes of each unit.
    public let fees: Money?
    /// The lowest price the seller allows.
    public let floor: Money?
    /// The highest price the seller allows.
    public let ceiling: Money?
    /// The lowest price that may be advertised, where that is watched.
    public let minimumAdvertised: Money?
    /// What is taken of every sale on the marketplace; `nil` in evidence of versions that did not look.
    public let terms: SellingTerms?
    /// Which of cost, fees and limits were stated in another currency than the price, and at which rate they are in it here;
    /// those without a rate are as stated. `nil` where none was.
    public let foreign: [ForeignAmount]?

    /// What a buyer pays for the own offer with shipping, so far as anybody says.
    var paid: Money? { landed ?? price }

    /// What a buyer pays for shipping; `nil` where nobody says.
    var shipping: Money? {
        guard let price, let landed, landed.currency == price.currency, landed.minorUnits >= price.minorUnits else {
            return nil
        }
        return Money(minorUnits: landed.minorUnits - price.minorUnits, price.currency)
    }

    /// The own price after what a buyer is taken off.
    var effective: Money? { price.map(afterDiscount) }

    /// A price less what a buyer is taken off; a discount in another currency is not counted.
    func afterDiscount(_ price: Money) -> Money {
        guard let discount, discount.currency == price.currency else { return price }
        return Money(minorUnits: price.minorUnits - discount.minorUnits, price.currency)
    }

    /// How many times the pieces of the cheapest competitor's offer the own one holds: 1 where neither pack is known, `nil`
    /// where packs cannot be compared.
    var packRatio: Double? {
        Offers.packs(own: packSize, competitor: competitorPackSize).map { Double($0.own) / Double($0.competitor) }
    }

    /// What as many pieces as the own offer holds cost where an offer like the cheapest competitor's asks so much.
    func forOwnPack(_ price: Money) -> Money? {
        Offers.price(price, ownPack: packSize, competitorPack: competitorPackSize)
    }

    /// What the cheapest competitor asks for as many pieces as the own offer holds, with shipping where that is known; `nil`
    /// where packs cannot be compared.
    var lowestForOwnPack: Money? { (lowestLanded ?? lowest).flatMap(forOwnPack) }

    /// What a unit costs and what is taken of its price.
    var costs: UnitCosts { UnitCosts(cost: cost, fees: fees, terms: terms ?? SellingTerms()) }
}

extension Money {
    /// Whether it is more than another sum; `nil` where that is unknown or in another currency.
    func isAbove(_ other: Money?) -> Bool? {
        guard let other, other.currency == currency else { return nil }
        return minorUnits > other.minorUnits
    }

    /// How many times the other sum it is; `nil` unless both are above nothing and of one currency.
    func ratio(to other: Money) -> Double? {
        guard currency == other.currency, minorUnits > 0, other.minorUnits > 0 else { return nil }
        return Double(minorUnits) / Double(other.minorUnits)
    }
}
