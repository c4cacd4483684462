/// A run rate with everything needed to recompute it by hand.
///
/// `rate` = `priorWeight` × the prior's mean + (1 - `priorWeight`) × `unitsSum` / `exposureSum`, and never below zero.
public struct RunRateEstimate: Hashable, Sendable {
    /// b, units per day of full exposure.
    public let rate: Double
    /// What is believed of the rate: its mean is `rate` unless that is zero. Use its quantiles for an interval.
    public let posterior: GammaDistribution
    /// φ, how many times more the days scatter than counting alone would make them; 1 or more.
    public let dispersion: Double
    /// Days that entered the sums.
    public let daysUsed: Int
    /// Days with known units but an exposure below ``RunRate/leastExposure``.
    public let daysLeftOut: Int
    /// Units of the days left out. Much here means that the exposure is wrong.
    public let unitsLeftOut: Double
    /// Σwy, units on the days used, weighted.
    public let unitsSum: Double
    /// Σwe, days of full exposure on the days used, weighted.
    public let exposureSum: Double
    /// β / (β + Σwe): the prior's share in `rate`; 0 without a prior, 1 without data.
    public let priorWeight: Double
}
