/// How well demand is to be served from stock. The two are not the same: with large orders nearly all units are served at
/// a probability of running out that looks poor.
public enum ServiceTarget: Hashable, Sendable {
    /// The probability of not running out before the next order arrives, 0 to 1.
    case cycleService(Double)
    /// The share of units served from stock, 0 to 1, when each cycle sells so many units.
    case fillRate(Double, unitsPerCycle: Double)

    /// The level at which to order, or up to which, so that demand until the order arrives is served as well as that.
    ///
    /// What stands above the mean is the safety stock; it is below zero where the target asks for less than the mean.
    ///
    ///     cycle service:  the smallest s with P(D ≤ s) ≥ p
    ///     fill rate:      the smallest s ≥ 0 with E[(D - s)⁺] ≤ (1 - p)·units per cycle
    ///
    /// Source: E. Silver, D. Pyke and D. Thomas, "Inventory and Production Management in Supply Chains", 4th edition,
    /// 2017, section 6.7.
    /// - Parameter demand: demand over lead time, and review period where there is one.
    public func level(for demand: GammaDistribution) -> Double {
        switch self {
        case .cycleService(let probability):
            return demand.quantile(probability)
        case .fillRate(let share, let unitsPerCycle):
            precondition(share >= 0 && share <= 1, "a fill rate lies in 0...1, found \(share)")
            let allowed = (1 - share) * unitsPerCycle
            guard demand.expectedShort(0) > allowed else { return 0 }
            guard allowed > 0 else { return demand.quantile(1) }
            var high = max(1, demand.mean)
            while demand.expectedShort(high) > allowed { high *= 2 }
            // What is short never rises with stock, so whether it is little enough is a step from no to yes.
            return Statistics.quantile(
                of: { demand.expectedShort($0) <= allowed ? 1 : 0 }, 1, in: 0...high, tolerance: 1e-7)
        }
    }

    /// The share of units served from a level of stock, when each cycle sells so many: 1 - E[(D - s)⁺]/units, and not
    /// below zero.
    public static func fillRate(
        of level: Double, for demand: GammaDistribution, unitsPerCycle: Double
    ) -> Double {
        precondition(unitsPerCycle > 0, "a cycle sells something, found \(unitsPerCycle)")
        return max(0, 1 - demand.expectedShort(level) / unitsPerCycle)
    }
}
