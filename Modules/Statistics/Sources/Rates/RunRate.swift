#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The run rate of a listing: what it would sell on a day of full exposure, from days on which it was partly hidden.
public enum RunRate {
    /// The exposure, as a share of one full day, under which a day is left out.
    ///
    /// At a quarter of an hour the exposure is mostly an error of its clock, and units divided by it say nothing.
    @inlinable public static var leastExposure: Double { 0.01 }

    /// The days after which a day counts half, unless something speaks for others.
    @inlinable public static var halfLifeDays: Double { 28 }

    /// Estimates the run rate from daily units and exposures.
    ///
    /// The model is yₜ ~ quasi-Poisson(b·eₜ) with variance φ·b·eₜ. With a gamma prior (α, β) and weights wₜ,
    ///
    ///     b = (α + Σwy) / (β + Σwe)
    ///     φ = max(1, χ² / df),  χ² = Σw(y - be)²/(be) at b = Σwy/Σwe,  df = Σw - Σw²e/Σwe
    ///
    /// (McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5; df makes χ²/df unbiased under weights and
    /// is n - 1 without them.) χ² is taken at the data's own rate: φ is scatter among days, not a quarrel with the
    /// prior.
    ///
    /// The posterior is the gamma distribution with mean b and variance b(β + φΣwe)/(β + Σwe)², the mean squared error
    /// of b when the rate is drawn from the prior. So φ widens the data's part alone: it is the prior itself with no
    /// data, the Gamma–Poisson posterior at φ = 1, and that posterior with its shape and rate divided by φ with no
    /// prior. Dividing only the data's shape and rate beside a prior would give the same kind of widening but move the
    /// mean off b.
    ///
    /// Weights say that the rate drifts, so old days are also worth less certainty (A. Harvey and C. Fernandes, 1989):
    /// were the rate constant, the weighted posterior would be wider than it need be.
    /// - Parameters:
    ///   - units: Units sold a day, oldest first, consecutive days; nil where unknown. Net of returns, so a day may be
    ///     negative.
    ///   - exposure: eₜ a day = season index × share of the day buyable and in stock × share of the Buy Box; zero or
    ///     more.
    ///   - prior: What is believed before, or nil for the data alone.
    ///   - halfLifeDays: Days back at which a day counts half, above zero; nil counts all days alike.
    /// - Returns: nil when no day can be used and there is no prior.
    public static func estimate(
        units: [Double?], exposure: [Double], prior: GammaPrior? = nil, halfLifeDays: Double? = nil
    ) -> RunRateEstimate? {
        precondition(
            units.count == exposure.count, "found \(units.count) days of units for \(exposure.count) of exposure")
        var data = ExposedUnits(halfLifeDays: halfLifeDays)
        for day in units.indices.reversed() { data.addDayBefore(units: units[day], exposure: exposure[day]) }
        return estimate(data, prior: prior)
    }

    /// Estimates the run rate from the sums over its days.
    ///
    /// - Returns: nil when no day can be used and there is no prior.
    public static func estimate(_ data: ExposedUnits, prior: GammaPrior? = nil) -> RunRateEstimate? {
        let (alpha, beta) = (prior?.shape ?? 0, prior?.rate ?? 0)
        let total = beta + data.exposureSum
        guard total > 0 else { return nil }

        let rate = max(0, (alpha + data.unitsSum) / total)
        let dispersion = data.dispersion
        let posteriorRate = total * (total / (beta + dispersion * data.exposureSum))
        // No units leave no shape: a half is what Jeffreys' prior would leave, and the rate stays what was counted.
        let leastShape = min(0.5, prior?.shape ?? 0.5)
        return RunRateEstimate(
            rate: rate,
            posterior: GammaDistribution(shape: max(leastShape, rate * posteriorRate), rate: posteriorRate),
            dispersion: dispersion,
            daysUsed: data.daysUsed,
            daysLeftOut: data.daysLeftOut,
            unitsLeftOut: data.unitsLeftOut,
            unitsSum: data.unitsSum,
            exposureSum: data.exposureSum,
            priorWeight: beta / total)
    }
}
