import FlywheelKit
import Statistics

/// What a product sells on an ordinary day when nothing is wrong, and how sure that is.
struct DemandLevel {
    /// Units a day in each coming week, without events or the yearly course.
    let dailyByWeek: SIMD16<Double>
    /// What they are from: "run rate", or the engine's name for what it chose.
    let method: String
    /// The standard deviation of that rate as a part of it.
    let relativeError: Double
    /// How many times more the days scatter than independent buyers would make them; 1 or more.
    let dispersion: Double
    let daysUsed: Int
    let daysLeftOut: Int

    /// The days of known sales from which similar products no longer say whether a product sells at all.
    private static let daysOfANewProduct = 28

    /// The run rate over the days from `first` on.
    ///
    /// - Parameter prior: what is believed before; a product that was on offer for four weeks and sold nothing is not
    ///   believed to sell because others do.
    /// - Returns: `nil` where nothing is sold as far as anyone knows.
    init?(_ history: DemandHistory, from first: Int = 0, prior: GammaPrior?) {
        let sums = history.sold.sums(from: first)
        guard sums.daysUsed > 0 || prior != nil, sums.unitsSum > 0 || sums.daysUsed < Self.daysOfANewProduct,
            let estimate = RunRate.estimate(sums, prior: prior), estimate.rate > 0
        else { return nil }
        dailyByWeek = SIMD16(repeating: estimate.rate)
        method = "run rate"
        relativeError = estimate.posterior.variance.squareRoot() / estimate.rate
        dispersion = estimate.dispersion
        daysUsed = estimate.daysUsed
        daysLeftOut = estimate.daysLeftOut
    }

    /// The weeks from which the past of a product tells how best to forecast it.
    private static let fewestWeeks = 26
    /// Days of full exposure that a week must have to say something.
    private static let leastDaysOfAWeek = 2.0
    private static let engine = AutomaticForecast(horizon: DemandForecast.weeks, levels: [0.5])

    /// What forecast the weeks of a product best in the past (`Statistics.AutomaticForecast`), weeks in part scaled to
    /// whole ones; `nil` where half a year is not known, or nothing sold in it.
    ///
    /// A level m that rests on n units, which scatter φ times more than independent ones, says as much as n/φ of those in
    /// n/(φm) days, to which those of similar products are added:
    ///
    ///     level = (n/φ + α) / (n/(φm) + β),  error ≥ 1/√(n/φ + α)
    ///
    /// For what sells daily that changes nothing. Of what sells now and then the lowest levels are mostly too low by chance,
    /// and its shelf would be said to last.
    ///
    /// Where next to nothing was expected before much sold, misses are any multiple of what was expected. Weeks from none to M
    /// units scatter at most M times as much as independent buyers would make them (R. Bhatia and C. Davis, A Better Bound on the
    /// Variance, 2000), and no level is taken to be off by more than itself: beyond that its upper quantiles would fall again.
    ///
    /// - Parameters:
    ///   - prior: α units in β days, what similar products sell.
    ///   - usualError: how far levels of products of the same trade are usually off, as a part of them.
    init?(longHistory history: DemandHistory, prior: GammaPrior?, usualError: Double? = nil) {
        let weeks = history.count / 7
        guard weeks >= Self.fewestWeeks else { return nil }
        var (used, leftOut, known) = (0, 0, 0)
        var sold = 0.0
        let values = stride(from: history.count - 7 * weeks, to: history.count, by: 7).map { first -> Double? in
            var (units, exposure) = (0.0, 0.0)
            for day in first..<first + 7 where !history.units[day].isNaN {
                guard history.isUsed(day) else {
                    leftOut += 1
                    continue
                }
                used += 1
                units += history.units[day]
                exposure += history.exposure[day]
            }
            guard exposure >= Self.leastDaysOfAWeek else { return nil }
            known += 1
            sold += units
            return 7 * units / exposure
        }
        guard known >= Self.fewestWeeks, let outlook = Self.engine.forecast(values, usualError: usualError),
            outlook.mean[0] > 0
        else { return nil }
        method = outlook.method
        dispersion = max(1, min(outlook.spread.dispersion, values.lazy.compactMap(\.self).max() ?? 1))
        let own = outlook.mean[0] / 7
        let units = max(1, sold) / dispersion
        let (priorUnits, priorDays) = (prior?.shape ?? 0, prior?.rate ?? 0)
        let level = (units + priorUnits) / (units / own + priorDays)
        dailyByWeek = SIMD16(outlook.mean.map { $0 / 7 * level / own })
        // No level is surer than all the units that it can rest on let it be.
        relativeError = min(1, max(outlook.spread.relativeError, 1 / (units + priorUnits).squareRoot()))
        daysUsed = used
        daysLeftOut = leftOut
    }

    /// Units a day and the days they rest on, the older the less; `nil` where no day is used.
    static func plain(_ history: DemandHistory) -> (units: Double, days: Double)? {
        let sums = history.sold.sums()
        return sums.exposureSum > 0 ? (max(0, sums.unitsSum / sums.exposureSum), sums.exposureSum) : nil
    }
}
