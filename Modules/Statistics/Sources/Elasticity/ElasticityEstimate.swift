/// What a history says by itself of how sales answer to the price.
public struct ElasticityEstimate: Hashable, Sendable {
    /// ε: sales go as price to this power. At -2, one per cent off the price brings two per cent more units.
    public let value: Double
    /// The standard error of `value`; above zero.
    public let deviation: Double
    /// What each covariate adds to the logarithm of sales; `nil` for one that never moved by itself.
    public let covariateEffects: [Double?]
    /// By how much each of these would be another were the elasticity one more, for the same sales.
    let covariateSlopes: [Double]
    /// α of the variance μ + αμ²: how far periods scatter beyond counting.
    public let overdispersion: Double
    /// Periods that were used.
    public let periods: Int
    /// Runs of a price, or whatever else was left out in turn.
    public let blocks: Int
    /// Units on the periods that were used.
    public let units: Double

    /// What each covariate adds to the logarithm of sales where the elasticity is believed to be another.
    ///
    /// A price that moves together with its competitors' tells only what both do: who takes one effect from elsewhere has
    /// to take the other one as it is beside that.
    public func covariateEffects(at elasticity: Double) -> [Double?] {
        zip(covariateEffects, covariateSlopes).map { effect, slope in effect.map { $0 + slope * (elasticity - value) } }
    }
}

/// Why a history says nothing of the elasticity.
public enum ElasticityUnknown: Error, Hashable, Sendable {
    /// Fewer known periods than the number of things to tell apart asks for.
    case tooFewPeriods(found: Int, expected: Int)
    /// Fewer units than tell a change of price from chance.
    case tooFewUnits(found: Double, expected: Double)
    /// Fewer runs of a price than tell its effect from whatever else happened during one.
    case tooFewPrices(found: Int, expected: Int)
    /// Prices that hardly differ: the highest over the lowest within a stratum.
    case tooNarrowPrices(ratio: Double, expected: Double)
    /// The price moved only together with the covariates.
    case inseparable
    /// All that is known of it hangs on one run of a price.
    case singleTrial
    /// The estimate runs away, as when nothing at all sold above some price.
    case unsettled
}

extension ElasticityUnknown: CustomStringConvertible {
    /// In words, with what was found and what was expected.
    public var description: String {
        switch self {
        case .tooFewPeriods(let found, let expected): "\(found) known periods, \(expected) are needed"
        case .tooFewUnits(let found, let expected): "\(found) units sold, \(expected) are needed"
        case .tooFewPrices(let found, let expected): "\(found) runs of a price, \(expected) are needed"
        case .tooNarrowPrices(let ratio, let expected):
            "the highest price is \(ratio) times the lowest, \(expected) times is needed"
        case .inseparable: "the price changed only together with something else"
        case .singleTrial: "only one run of a price tells anything"
        case .unsettled: "sales and prices fit no finite elasticity"
        }
    }
}
