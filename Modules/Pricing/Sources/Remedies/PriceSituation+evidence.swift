import FlywheelKit
import Statistics

extension PricingEvidence {
    /// The situation a proposal is worked out from; `nil` where the own price is not known.
    ///
    /// Of an offer that was lost, what sells now is what is left of the demand; that is then what sells while featured.
    func situation(by knobs: PricingKnobs) -> PriceSituation? {
        guard let price = offer.price else { return nil }
        var situation = PriceSituation(price: price)
        if let shipping = offer.shipping { situation.shipping = shipping }
        situation.discount = offer.discount
        situation.unitCost = offer.cost
        situation.fees =
            offer.fees.map { SellingFees(sum: $0) }
            ?? offer.terms?.feeRate.map {
                SellingFees(tenThousandths: Int($0), sum: Money(minorUnits: 0, price.currency))
            }
        situation.taxRate = offer.terms?.taxRate.map { Int($0) }
        situation.floor = offer.floor
        situation.ceiling = offer.ceiling
        situation.minimumAdvertisedPrice = offer.minimumAdvertised
        situation.featured = loss == nil ? offer.owner : loss?.cause == .nobody ? FeaturedOwner.none : .competitor
        situation.featuredPrice = offer.featured ?? offer.lowestForOwnPack
        situation.expectedFeaturedPrice = offer.expected
        situation.referencePrice = offer.reference
        situation.lowestCompetitorPrice = offer.lowestForOwnPack
        situation.competitors = offer.competitors
        situation.ownFulfillment = offer.fulfillment
        situation.featuredFulfillment = offer.featuredFulfillment
        situation.unitsWhenFeatured = trade.unitsADay
        situation.unitsNow = trade.unitsADay.map { $0 * (1 - (loss?.lostShare ?? 0)) }
        situation.elasticity = elasticity(by: knobs)
        situation.supply = trade.units.map {
            PriceSituation.Supply(units: Double($0), leadTimeDays: trade.leadTimeDays ?? knobs.leadTimeDays)
        }
        return situation
    }

    /// Another price that is expected to pay, or why there is none.
    func proposal(by knobs: PricingKnobs) -> Result<PriceProposal, PriceRefusal>? {
        situation(by: knobs).map { PriceProposal.decide($0, mostStep: Int((knobs.mostStep * 10_000).rounded())) }
    }
}
