/// What may be asked for over a window of coming periods.
public enum DemandDistribution: Hashable, Sendable {
    /// Whole units, of something that sells in its usual amounts.
    case units(NegativeBinomial)
    /// Amounts that need not be whole, none below zero.
    case amounts(mean: Double, variance: Double)
    /// Sums drawn from what was seen: of lumpy demand, whose amounts no smooth shape has.
    case sample(WeightedSample)

    /// The expected amount.
    public var mean: Double {
        switch self {
        case .units(let units): units.mean
        case .amounts(let mean, _): mean
        case .sample(let sample): sample.mean
        }
    }

    /// The variance of the amount.
    public var variance: Double {
        switch self {
        case .units(let units): units.variance
        case .amounts(_, let variance): variance
        case .sample(let sample): sample.variance
        }
    }

    /// The probability of `amount` or less.
    public func cdf(_ amount: Double) -> Double {
        switch self {
        case .units(let units): return units.cdf(amount)
        case .amounts(let mean, let variance):
            guard let gamma = Self.gamma(mean, variance) else { return amount >= mean ? 1 : 0 }
            return gamma.cdf(amount)
        case .sample(let sample): return sample.cdf(amount)
        }
    }

    /// The smallest amount that a share `p` of the distribution does not exceed; never below zero.
    ///
    /// - Parameter p: From 0 to 1.
    public func quantile(_ p: Double) -> Double {
        switch self {
        case .units(let units): units.quantile(p)
        case .amounts(let mean, let variance): Self.gamma(mean, variance)?.quantile(p) ?? mean
        case .sample(let sample): sample.quantile(p)
        }
    }

    /// The gamma distribution with these moments; nil where nothing varies.
    private static func gamma(_ mean: Double, _ variance: Double) -> GammaDistribution? {
        guard mean > 0, variance > 0 else { return nil }
        return GammaDistribution(demandOf: mean, variance: variance)
    }
}

extension GammaDistribution {
    /// Beyond this shape a gamma variable varies by less than 0.1 % and its functions grow dear.
    private static let mostShapeOfDemand = 1e6

    /// Demand of a mean and a variance, both finite and above zero, with no shape that is dearer than it tells.
    init(demandOf mean: Double, variance: Double) {
        let most = Self.mostShapeOfDemand
        self.init(shape: min(most, mean * mean / variance), rate: min(most / mean, mean / variance))
    }
}
