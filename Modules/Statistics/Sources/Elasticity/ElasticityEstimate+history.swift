extension ElasticityEstimate {
    /// Known periods that are needed beside one for each stratum and covariate.
    public static let leastPeriods = 8
    /// Units that are needed.
    public static let leastUnits = 30.0
    /// Runs of a price that are needed: three changes.
    public static let leastBlocks = 4
    /// The highest price over the lowest that is needed within a stratum.
    public static let leastPriceRatio = 1.02
    /// An elasticity beyond this is no answer to a price, but sales that begin or end with it.
    public static let mostElastic = 50.0

    /// Estimates the elasticity from a history alone:
    ///
    ///     ln E(units) = level of the stratum + ln exposure + ε · ln price + Σ effect · covariate
    ///     variance of units = μ + αμ²
    ///
    /// by iteratively weighted least squares (J. Nelder and R. Wedderburn, 1972; J. Hilbe, Negative Binomial Regression,
    /// 2011) with α by moments. Periods without a sale count as they are, and where hundreds sell each weighs alike, as
    /// in a regression of logarithms. Its error is that of the jackknife which leaves out one run of a price in turn,
    /// in one step of Newton's method (A. Cameron and D. Miller, "A practitioner's guide to cluster-robust inference",
    /// 2015): whatever else happens while a price stands is an error of that trial, not of its every day.
    public init(_ history: PriceHistory) throws(ElasticityUnknown) {
        let rows = PriceRows(history)
        let needed = Self.leastPeriods + rows.strata + history.covariates.count
        guard rows.count >= needed else { throw .tooFewPeriods(found: rows.count, expected: needed) }
        guard rows.unitsSum >= Self.leastUnits else {
            throw .tooFewUnits(found: rows.unitsSum, expected: Self.leastUnits)
        }
        guard rows.blocks >= Self.leastBlocks else {
            throw .tooFewPrices(found: rows.blocks, expected: Self.leastBlocks)
        }
        let ratio = rows.widestPriceRatio
        guard ratio >= Self.leastPriceRatio else {
            throw .tooNarrowPrices(ratio: ratio, expected: Self.leastPriceRatio)
        }
        let fit = try DemandFit(rows)
        value = fit.effects.last.flatMap(\.self) ?? 0
        deviation = try fit.priceVariance(rows).squareRoot()
        covariateEffects = Array(fit.effects.dropLast())
        covariateSlopes = fit.covariateSlopes
        overdispersion = fit.overdispersion
        periods = rows.count
        blocks = rows.blocks
        units = rows.unitsSum
    }
}
