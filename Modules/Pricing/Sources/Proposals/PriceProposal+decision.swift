import FlywheelKit
import Statistics

extension PriceProposal {
    /// Proposes another price, or says why not.
    ///
    /// Where another offer is featured, the price the marketplace expects to be featured at, else that of the featured offer,
    /// matched and never undercut. Where nobody is featured, no more than the price it is compared with. While featured, a
    /// step towards the price with the highest margin a day, below competitors; only on the listing's own prices and sales,
    /// and only as far as pays at P10 or P90 of the elasticity, whichever says less.
    ///
    /// No proposal crosses a limit, goes below what covers a unit where it lowers a price, goes further than `mostStep`, is
    /// expected to lose money, or sells what cannot be shipped. How often a price may move is for those to say who set it.
    ///
    /// - Parameter mostStep: the furthest a price goes in one move, in ten-thousandths of it.
    public static func decide(
        _ situation: PriceSituation, mostStep: Int = 1_000
    ) -> Result<PriceProposal, PriceRefusal> {
        Result { () throws(PriceRefusal) in
            let question = try PriceQuestion(situation, mostStep: mostStep)
            return switch situation.featured {
            case .competitor: try question.featured(.winFeaturedOffer)
            case .none?: try question.featured(.bringBackFeaturedOffer)
            case .own: try question.better()
            case nil: throw .noTarget
            }
        }
    }
}

extension PriceQuestion {
    /// The price at which the own offer is expected to be featured.
    fileprivate func featured(_ aim: PriceProposal.Aim) throws(PriceRefusal) -> PriceProposal {
        let to = try featuredTarget(aim)
        guard to < price else { throw .alreadyCompetitive(price: money(price), target: money(to)) }
        guard to >= lowest.price.minorUnits else { throw .belowLimit(needed: money(to), limit: lowest) }
        guard let unitsWhenFeatured = situation.unitsWhenFeatured else { throw .demandUnknown }
        return try proposal(to: to, aim: aim, unitsAtOldPrice: unitsWhenFeatured, elasticity: usableElasticity())
    }

    private func featuredTarget(_ aim: PriceProposal.Aim) throws(PriceRefusal) -> Int64 {
        if let expected = situation.expectedFeaturedPrice { return expected.minorUnits }
        if aim == .bringBackFeaturedOffer {
            guard let reference = situation.referencePrice else { throw .noTarget }
            return ownPrice(paying: reference)
        }
        guard let featured = situation.featuredPrice else { throw .noTarget }
        guard situation.ownFulfillment != .seller || situation.featuredFulfillment != .marketplace else {
            throw .slowerFulfillment
        }
        return ownPrice(paying: featured)
    }

    /// A step towards the price with the highest margin a day.
    fileprivate func better() throws(PriceRefusal) -> PriceProposal {
        let elasticity = try usableElasticity()
        guard elasticity.evidence == .own else { throw .elasticityNotOwn(elasticity.evidence) }
        guard let economics, basis != .floor else { throw .costUnknown }
        guard let unitsNow = situation.unitsNow else { throw .demandUnknown }
        func best(_ elasticity: Double) -> Double? {
            economics.bestPaid(elasticity: elasticity, shipping: shipping).map { $0 + Double(discount) }
        }
        let shy = best(elasticity.quantile(0.1))
        let highest = min(try highestFeatured(), price + step)
        let up = shy.map { Int64(min($0, Double(highest))) } ?? highest
        if up > price {
            return try proposal(to: up, aim: .earnMore, unitsAtOldPrice: unitsNow, elasticity: elasticity)
        }
        let bold = best(min(0, elasticity.quantile(0.9)))
        let cut = max(
            bold.map { Int64(min($0.rounded(.up), Double(price))) } ?? price, price - step, lowest.price.minorUnits)
        guard cut < price else { throw .alreadyCompetitive(price: money(price), target: money(max(up, price))) }
        return try proposal(to: cut, aim: .earnMore, unitsAtOldPrice: unitsNow, elasticity: elasticity)
    }

    /// The highest price at which the own offer stays featured, so far as anybody says.
    private func highestFeatured() throws(PriceRefusal) -> Int64 {
        let bounds = [
            situation.lowestCompetitorPrice.map(ownPrice), situation.referencePrice.map(ownPrice),
            situation.expectedFeaturedPrice?.minorUnits, highest?.price.minorUnits,
        ].compactMap(\.self)
        let isAlone = situation.competitors == 0
        guard isAlone || situation.lowestCompetitorPrice != nil || situation.expectedFeaturedPrice != nil else {
            throw .noTarget
        }
        return bounds.min() ?? .max
    }

    private func usableElasticity() throws(PriceRefusal) -> Elasticity {
        guard let elasticity = situation.elasticity, elasticity.isSurelyNegative else {
            throw .elasticityUnknown(situation.elasticity)
        }
        return elasticity
    }

    /// What a move is expected to do, if it pays and may be made.
    private func proposal(
        to: Int64, aim: PriceProposal.Aim, unitsAtOldPrice: Double, elasticity: Elasticity
    ) throws(PriceRefusal) -> PriceProposal {
        guard let before = margin(at: price), let after = margin(at: to), basis != .floor || to < price else {
            throw .costUnknown
        }
        guard let unitsNow = situation.unitsNow else { throw .demandUnknown }
        let units = [0.1, 0.9].map { unitsAtOldPrice * SpecialFunctions.power(ratio(to), elasticity.quantile($0)) }
            .sorted()
        let unitsThen = unitsAtOldPrice * SpecialFunctions.power(ratio(to), elasticity.mean)

        func gain(_ units: Double) -> Money { money(after * units - before * unitsNow) }
        let (expected, givenAway) = (gain(unitsThen), money((before - after) * unitsNow))
        let wonBack = money(expected.minorUnits + givenAway.minorUnits)
        guard expected.minorUnits > 0 else {
            throw .doesNotPay(
                wonBack: wonBack, givenAway: givenAway, unitsThen: unitsThen,
                breakEvenUnits: after > 0 ? before * unitsNow / after : .infinity)
        }
        guard abs(to - price) <= step else {
            throw .tooFar(needed: money(to), furthest: money(to < price ? price - step : price + step))
        }
        try canShip(unitsThen)
        // While a unit still loses money, fewer of them gain more.
        let ends = units.map(gain).sorted { $0.minorUnits < $1.minorUnits }
        return PriceProposal(
            from: money(price), to: money(to), aim: aim, unitsNow: unitsNow, unitsThen: unitsThen,
            unitsThenRange: units[0]...units[1], leftNow: money(before), leftThen: money(after), gain: expected,
            gainLow: ends[0], gainHigh: ends[1],
            givenAway: givenAway, wonBack: wonBack, marginBasis: basis, elasticity: elasticity.mean,
            evidence: elasticity.evidence)
    }

    /// A move that sells no more than today is not kept from being made by what there is to sell.
    private func canShip(_ unitsThen: Double) throws(PriceRefusal) {
        guard let unitsNow = situation.unitsNow, unitsThen > unitsNow else { return }
        guard let supply = situation.supply else { throw .supplyUnknown }
        let days = supply.units / unitsThen
        guard days >= supply.leadTimeDays else {
            throw .cannotShip(coverDays: days, leadTimeDays: supply.leadTimeDays)
        }
    }
}
