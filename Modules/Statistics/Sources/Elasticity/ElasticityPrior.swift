/// What is believed of a product's elasticity before its own prices and sales are looked at: a normal distribution.
public struct ElasticityPrior: Hashable, Sendable, Codable {
    /// The elasticity expected.
    public let mean: Double
    /// How far products scatter about it, above zero.
    public let deviation: Double
    /// What it rests on: the literature or products of the kind.
    public let evidence: Elasticity.Evidence

    /// A stated prior.
    public init(mean: Double, deviation: Double, evidence: Elasticity.Evidence) {
        precondition(mean < 0 && mean.isFinite, "a prior elasticity is below zero, found \(mean)")
        precondition(deviation > 0 && deviation.isFinite, "a deviation is finite and above zero, found \(deviation)")
        self.mean = mean
        self.deviation = deviation
        self.evidence = evidence
    }

    /// The average of 1,851 published elasticities, -2.62 (T. Bijmolt, H. van Heerde and R. Pieters, "New empirical
    /// generalizations on the determinants of price elasticity", Journal of Marketing Research 42, 2005), with a
    /// deviation of 1.5 that is stated here, wide enough for four products in five to lie between -4.5 and -0.7.
    public static let literature = ElasticityPrior(mean: -2.62, deviation: 1.5, evidence: .prior)

    /// The prior, weighed by precision with what a history says by itself; the prior alone without one.
    ///
    /// The posterior of a normal mean with a known error (A. Gelman et al., Bayesian Data Analysis, 2013, section 2.5).
    public func updated(by estimate: ElasticityEstimate?) -> Elasticity {
        guard let estimate else {
            return Elasticity(mean: mean, deviation: deviation, evidence: evidence, priorWeight: 1)
        }
        return updated(by: estimate.value, deviation: estimate.deviation)
    }

    /// The prior, weighed by precision with an estimate and its standard error, which is above zero.
    public func updated(by estimate: Double, deviation error: Double) -> Elasticity {
        let (own, prior) = (1 / (error * error), 1 / (deviation * deviation))
        let weight = prior / (prior + own)
        return Elasticity(
            mean: weight * mean + (1 - weight) * estimate, deviation: (1 / (prior + own)).squareRoot(),
            evidence: weight <= 0.5 ? .own : evidence, priorWeight: weight)
    }
}

extension ElasticityPrior {
    /// The least deviation of a fitted prior: that a few products differ no more than chance makes them does not show
    /// that the next one is like them.
    public static let leastDeviation = 0.5

    /// Fits the prior of a category to the estimates of its members by the method of moments.
    ///
    /// With weights w = 1/(s² + 1), s the members' errors, m = Σwε/Σw and Q = Σw(ε - m)², the variance between members is
    ///
    ///     τ² = (Q - Σws² + Σw²s²/Σw) / (Σw - Σw²/Σw)
    ///
    /// (R. DerSimonian and R. Kacker, "Random-effects model for meta-analysis of clinical trials: an update", Contemporary
    /// Clinical Trials 28, 2007). The prior's variance is τ² and the variance of m, since both part the next member from m.
    /// - Returns: `nil` with fewer than ``ElasticityMembers/leastMembers`` members, or when their mean is not below zero:
    ///   prices there followed demand.
    public static func fitted(to members: ElasticityMembers) -> ElasticityPrior? {
        guard members.count >= ElasticityMembers.leastMembers else { return nil }
        let total = members.weight
        let mean = members.weighted / total
        guard mean < 0 else { return nil }
        let scatter = max(0, members.squared - mean * members.weighted)
        let chance = members.errors - members.errorsTwice / total
        let between = max((scatter - chance) / (total - members.weightSquared / total), leastDeviation * leastDeviation)
        let ofMean = (members.errorsTwice + between * members.weightSquared) / (total * total)
        return ElasticityPrior(mean: mean, deviation: (between + ofMean).squareRoot(), evidence: .pooled)
    }
}
