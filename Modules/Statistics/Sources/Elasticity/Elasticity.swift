/// What is believed of an elasticity once everything is weighed: a normal distribution, and what it rests on.
///
/// `mean` = `priorWeight` × the prior's mean + (1 - `priorWeight`) × the history's own estimate.
public struct Elasticity: Hashable, Sendable, Codable {
    /// What it rests on most.
    public enum Evidence: String, Hashable, Sendable, Codable {
        /// On the literature: too little was seen of this product and of its like.
        case prior
        /// On the prices and sales of products of its kind.
        case pooled
        /// On the product's own prices and sales, which weigh at least half.
        case own
    }

    /// ε: sales go as price to this power.
    public let mean: Double
    /// The standard deviation of what is believed of it, above zero.
    public let deviation: Double
    /// What it rests on.
    public let evidence: Evidence
    /// The prior's share in `mean`, 0 to 1.
    public let priorWeight: Double

    /// A stated elasticity.
    public init(mean: Double, deviation: Double, evidence: Evidence, priorWeight: Double) {
        precondition(mean.isFinite && deviation > 0 && deviation.isFinite, "an elasticity and its deviation are finite")
        precondition(priorWeight >= 0 && priorWeight <= 1, "a weight is from 0 to 1, found \(priorWeight)")
        self.mean = mean
        self.deviation = deviation
        self.evidence = evidence
        self.priorWeight = priorWeight
    }

    /// The value that it lies below with probability `p`.
    public func quantile(_ p: Double) -> Double {
        mean + deviation * SpecialFunctions.normalQuantile(p)
    }

    /// Whether sales surely fall as the price rises: P90 is below zero.
    ///
    /// Prices that follow demand, up at Christmas and down in January, show the opposite. What is not surely negative is
    /// no ground for a price.
    public var isSurelyNegative: Bool { quantile(0.9) < 0 }
}
