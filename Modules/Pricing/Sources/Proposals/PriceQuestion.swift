import FlywheelKit

/// A situation in minor units of one currency, with the limits it sets.
struct PriceQuestion {
    /// The most minor units that a unit's price or cost may have: products with units and shares stay exact.
    private static let mostMinorUnits: Int64 = 1_000_000_000_000

    let situation: PriceSituation
    let price: Int64
    /// The furthest a price goes in one move.
    let step: Int64
    let shipping: Int64
    let discount: Int64
    let economics: UnitEconomics?
    let basis: PriceProposal.MarginBasis
    /// The lowest price a cut may go to.
    let lowest: PriceLimit
    /// The highest price a rise may go to; `nil` without a ceiling.
    let highest: PriceLimit?

    init(_ situation: PriceSituation, mostStep: Int) throws(PriceRefusal) {
        self.situation = situation
        let currency = situation.price.currency
        func minor(_ money: Money?) throws(PriceRefusal) -> Int64? {
            guard let money else { return nil }
            guard money.currency == currency, (0...Self.mostMinorUnits).contains(money.minorUnits) else {
                throw .unusable(money)
            }
            return money.minorUnits
        }
        price = try minor(situation.price) ?? 0
        step = price * Int64(mostStep) / 10_000
        shipping = try minor(situation.shipping) ?? 0
        let discount = try minor(situation.discount) ?? 0
        self.discount = discount
        guard price > discount else { throw .unusable(situation.price) }
        for other in [
            situation.featuredPrice, situation.expectedFeaturedPrice, situation.referencePrice,
            situation.lowestCompetitorPrice,
        ] { _ = try minor(other) }

        let (floor, ceiling) = (try minor(situation.floor), try minor(situation.ceiling))
        if let floor, let ceiling, let low = situation.floor, let high = situation.ceiling, floor > ceiling {
            throw .limitsContradict(floor: low, ceiling: high)
        }
        let (cost, fees) = (try minor(situation.unitCost), try minor(situation.fees?.sum) ?? 0)
        let share = Int64(situation.fees?.tenThousandths ?? 0)
        let tax = Int64(situation.taxRate ?? 0)
        let economics: UnitEconomics?
        if let cost {
            economics = UnitEconomics(outlay: cost + fees, feeRate: share, taxRate: tax)
            basis = situation.fees == nil ? .cost : .costAndFees
        } else {
            // A floor covers what a unit costs, fees and tax included; where it is more, every cut looks worse than it is.
            economics = floor.map { UnitEconomics(coveredAt: max(0, $0 - discount), feeRate: share, taxRate: tax) }
            basis = .floor
        }
        let covered = economics?.leastPaid.map { $0 + discount }
        guard economics == nil || covered != nil else { throw .unusable(situation.price) }
        self.economics = economics
        let advertised = try minor(situation.minimumAdvertisedPrice).map { $0 + discount }
        var lowest = PriceLimit(Money(minorUnits: discount + 1, currency), .cost)
        for (price, origin) in [
            (covered, PriceLimit.Origin.cost),
            (advertised, .minimumAdvertisedPrice), (floor, .floor),
        ] {
            guard let price, price > lowest.price.minorUnits else { continue }
            lowest = PriceLimit(Money(minorUnits: price, currency), origin)
        }
        self.lowest = lowest
        highest = situation.ceiling.map { PriceLimit($0, .ceiling) }
        if let floor, let stated = situation.floor, price < floor {
            throw .outsideLimits(price: situation.price, limit: PriceLimit(stated, .floor))
        }
        if let highest, price > highest.price.minorUnits {
            throw .outsideLimits(price: situation.price, limit: highest)
        }
    }

    /// What is left of a unit at a price.
    func margin(at price: Int64) -> Double? { economics?.margin(at: price - discount) }

    /// An amount in the price's currency.
    func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, situation.price.currency) }

    /// A real amount, rounded half to even once.
    func money(_ amount: Double) -> Money {
        let most = 9e15
        return money(Int64(min(max(amount, -most), most).rounded(.toNearestOrEven)))
    }

    /// The own price at which a buyer pays `landed` with shipping.
    func ownPrice(paying landed: Money) -> Int64 { landed.minorUnits - shipping + discount }

    /// What a buyer pays at a price, over what one pays now.
    func ratio(_ to: Int64) -> Double {
        Double(to + shipping - discount) / Double(price + shipping - discount)
    }
}
