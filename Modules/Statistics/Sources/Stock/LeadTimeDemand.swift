/// The first two moments of demand over a lead time that is itself uncertain.
public struct LeadTimeDemand: Hashable, Sendable {
    /// Units expected: d·L.
    public let mean: Double
    /// L·σ_d² + d²·σ_L².
    public let variance: Double
    /// The part of the variance that the lead time brings, 0 to 1; 0 where nothing varies.
    public let leadTimeShare: Double

    /// Demand that does not depend on the lead time, from day to day independent.
    ///
    /// Source: E. Silver, D. Pyke and D. Thomas, "Inventory and Production Management in Supply Chains", 4th edition,
    /// 2017, section 6.10.
    /// - Parameters:
    ///   - dailyMean: units a day.
    ///   - dailyDeviation: the standard deviation of a day's units.
    ///   - days: expected days of the lead time, and of the review period where there is one.
    ///   - daysDeviation: the standard deviation of those days.
    public init(dailyMean: Double, dailyDeviation: Double, days: Double, daysDeviation: Double = 0) {
        precondition(
            dailyMean >= 0 && dailyDeviation >= 0 && days >= 0 && daysDeviation >= 0,
            "demand, days and deviations are not below zero")
        mean = dailyMean * days
        let ofDemand = days * dailyDeviation * dailyDeviation
        let ofLeadTime = dailyMean * dailyMean * daysDeviation * daysDeviation
        variance = ofDemand + ofLeadTime
        leadTimeShare = variance > 0 ? ofLeadTime / variance : 0
    }
}

/// Demand over a lead time that takes one of several lengths: the exact mixture, where moments alone mislead.
///
/// A lead time that varies less need not lower the level that a service below some threshold needs: the quantile of a
/// skewed lead time may lie far under its mean. Source: S. Chopra, G. Reinhardt and M. Dada, "The Effect of Lead Time
/// Uncertainty on Safety Stocks", Decision Sciences 35, 2004.
public struct MixedLeadTimeDemand<Demand: StockedDemand>: StockedDemand {
    private let cases: [(probability: Double, demand: Demand)]

    /// Demand that is one of several distributions.
    ///
    /// - Parameter cases: the probability of each length of the lead time, and demand over it; the probabilities add up
    ///   to 1.
    public init(_ cases: [(probability: Double, demand: Demand)]) {
        let total = cases.reduce(0) { $0 + $1.probability }
        precondition(
            abs(total - 1) < 1e-9 && cases.allSatisfy { $0.probability >= 0 },
            "probabilities are not below zero and add up to 1, found \(total)")
        self.cases = cases
    }

    /// Σ p·mean.
    public var mean: Double { expected(\.mean) }

    /// Σ p·(variance + mean²) - (Σ p·mean)².
    public var variance: Double {
        let mean = mean
        return expected(\.variance) + expected { ($0.mean - mean) * ($0.mean - mean) }
    }

    /// Σ p·cdf.
    public func cdf(_ units: Double) -> Double { min(1, expected { $0.cdf(units) }) }

    /// Σ p·E[(D - stock)⁺].
    public func expectedShort(_ stock: Double) -> Double { expected { $0.expectedShort(stock) } }

    /// By bisection between the lowest and the highest quantile of the cases.
    public func quantile(_ p: Double) -> Double {
        let quantiles = cases.filter { $0.probability > 0 }.map { $0.demand.quantile(p) }
        guard let low = quantiles.min(), let high = quantiles.max(), high < .infinity else { return .infinity }
        return Statistics.quantile(of: cdf, p, in: low...high)
    }

    private func expected(_ value: (Demand) -> Double) -> Double {
        cases.reduce(0) { $0 + $1.probability * value($1.demand) }
    }
}
