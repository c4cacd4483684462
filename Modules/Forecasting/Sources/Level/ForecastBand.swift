import FlywheelKit

extension DemandForecast {
    /// The deviation of a gamma distribution in means beyond which its P90 lies below its mean: at five it is 1.08 means.
    private static let mostDeviation = 5.0
    /// The largest error of the level that leaves room for scatter.
    private static let mostError: Float = 4
    /// Units of a week from which its mean is one or more as people read it. Of less P90 may well be nothing.
    private static let leastUnits: Float = 0.5

    /// The same, as sure as it takes for P90 of each week, and of weeks together, to reach their mean.
    ///
    /// What scatters more is said to sell nothing nearly always and very much else, and so its shelf to last. One large order,
    /// or a level of which nearly nothing is known, does not promise that.
    var withMeanInItsBand: DemandForecast {
        let weeks = (0..<Self.weeks).map { 7 * dailyByWeek[$0] }
        let least = weeks.filter { $0 >= Self.leastUnits }.min() ?? Self.leastUnits
        let error = min(relativeError, Self.mostError)
        let most = (Float(Self.mostDeviation * Self.mostDeviation) - error * error) * least
        guard error < relativeError || most < dispersion else { return self }
        return DemandForecast(
            dailyByWeek: dailyByWeek, dispersion: min(dispersion, most), relativeError: error, daysUsed: daysUsed,
            daysLeftOut: daysLeftOut, daysOld: daysOld, daysStated: daysStated)
    }
}
