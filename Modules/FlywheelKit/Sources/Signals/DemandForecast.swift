/// What buyers are expected to ask for in a listing over the coming weeks, and how sure that is.
///
/// Demand, not sales: what would be sold were there stock and nothing blocked.
public struct DemandForecast: Signal {
    /// `demand.forecast/1`.
    public static let key = SignalKey("demand.forecast/1")

    /// Weeks that are told apart; what is expected in the last one is expected ever after.
    public static let weeks = 16

    /// Units a day in each coming week; the first week begins with the day of the look.
    public let dailyByWeek: SIMD16<Float>
    /// How many times more the days scatter than independent buyers would make them; 1 or more.
    public let dispersion: Float
    /// The standard deviation of the expected level itself, as a part of it: 0.2 where it may well be a fifth off.
    public let relativeError: Float
    /// Days of sales it rests on.
    public let daysUsed: Int32
    /// Days with known sales that say nothing of demand and were left out.
    public let daysLeftOut: Int32
    /// Days between the last one it rests on and the day before the look: 0 while sales keep coming in. Sales that stop
    /// coming in leave the forecast as it was.
    public let daysOld: Int32
    /// Of the days told apart, those for which a person's forecast stands in place of the computed one.
    public let daysStated: Int32

    /// - Precondition: no week is below zero, dispersion is 1 or more, the relative error 0 or more.
    public init(
        dailyByWeek: SIMD16<Float>, dispersion: Float, relativeError: Float, daysUsed: Int32, daysLeftOut: Int32,
        daysOld: Int32 = 0, daysStated: Int32 = 0
    ) {
        precondition(dailyByWeek.min() >= 0 && dispersion >= 1 && relativeError >= 0, "a forecast is never below zero")
        self.dailyByWeek = dailyByWeek
        self.dispersion = dispersion
        self.relativeError = relativeError
        self.daysUsed = daysUsed
        self.daysLeftOut = daysLeftOut
        self.daysOld = daysOld
        self.daysStated = daysStated
    }

    /// The mean and the variance of what is asked for within a number of days from the start of the day of the look:
    ///
    ///     mean = Σ units of the days
    ///     variance = dispersion · mean + (relative error · mean)²
    ///
    /// The first part is the scatter of days, the second that the level is an estimate, wrong for all days alike.
    public func units(within days: Double) -> (mean: Double, variance: Double) {
        var mean = 0.0
        var left = max(0, days)
        for week in 0..<Self.weeks where left > 0 {
            let part = week == Self.weeks - 1 ? left : min(7, left)
            mean += Double(dailyByWeek[week]) * part
            left -= part
        }
        let error = Double(relativeError) * mean
        return (mean, Double(dispersion) * mean + error * error)
    }
}
