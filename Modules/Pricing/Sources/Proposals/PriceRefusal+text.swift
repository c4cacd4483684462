import FlywheelKit
import Statistics

extension PriceRefusal: CustomStringConvertible {
    /// In words, for whoever wonders why nothing is proposed.
    public var description: String {
        switch self {
        case .unusable(let money): "\(money) cannot be reckoned with beside the price"
        case .limitsContradict(let floor, let ceiling): "the floor of \(floor) is above the ceiling of \(ceiling)"
        case .outsideLimits(let price, let limit): "the price of \(price) is already beyond \(limit)"
        case .noTarget: "nobody says at which price the own offer would be featured"
        case .alreadyCompetitive(let price, let target): "\(price) need not be lower, \(target) would do"
        case .slowerFulfillment: "the marketplace ships the featured offer and the seller the own one"
        case .belowLimit(let needed, let limit): "it would take \(needed), beyond \(limit)"
        case .costUnknown: "the cost is not known, and no floor stands in for it"
        case .demandUnknown: "what sells now, or would while featured, is not known"
        case .elasticityUnknown(nil): "how buyers answer to the price is not known"
        case .elasticityUnknown(let elasticity?):
            "buyers do not surely buy less at a higher price: elasticity \(elasticity.mean.short), P90 "
                + elasticity.quantile(0.9).short
        case .elasticityNotOwn(let evidence):
            "a price moved for its own sake needs the listing's own prices and sales, and the elasticity is \(evidence)"
        case .doesNotPay(let wonBack, let givenAway, let unitsThen, let breakEvenUnits):
            "does not pay: wins back \(wonBack) a day, gives away \(givenAway) on all that sells anyway; "
                + "\(unitsThen.short) units a day expected, \(breakEvenUnits.short) would pay"
        case .tooFar(let needed, let furthest): "it would take \(needed), and one move goes no further than \(furthest)"
        case .supplyUnknown: "what there is to sell is not known"
        case .cannotShip(let coverDays, let leadTimeDays):
            "stock would last \(coverDays.short) days, and more takes \(leadTimeDays.short)"
        }
    }
}

extension PriceLimit: CustomStringConvertible {
    /// Whose limit, and where.
    public var description: String {
        switch origin {
        case .floor: "the floor of \(price)"
        case .ceiling: "the ceiling of \(price)"
        case .cost: "\(price), which cost, fees and tax take"
        case .minimumAdvertisedPrice: "\(price), the least price that may be advertised"
        }
    }
}

extension Double {
    /// To two places at most.
    fileprivate var short: String {
        guard isFinite else { return "no number of" }
        let hundredths = (self * 100).rounded() / 100
        return hundredths == hundredths.rounded() && abs(hundredths) < 1e15 ? "\(Int64(hundredths))" : "\(hundredths)"
    }
}
