import FlywheelKit
import Statistics

/// What a listing sells on a day when it can be bought, and how surely that is known.
public struct DemandEstimate: Hashable, Codable, Sendable {
    /// Units a day.
    public let rate: Double
    /// The standard deviation of that rate, units a day: days are few and differ.
    public let deviation: Double
    /// How many times more the days scatter than independent buyers would make them; 1 or more.
    public let dispersion: Double
    /// Days the rate rests on.
    public let daysUsed: Int
    /// Days with known sales left out because the listing was blocked.
    public let daysLeftOut: Int

    /// Days back at which a day counts half.
    static let halfLifeDays = 28.0
    /// The blocked share from which a day says nothing of demand; below it the day's sales are scaled up.
    static let blockedShareLeftOut = 0.5

    /// The run rate of a listing over its known days (``RunRate``); `nil` when no day is known and usable, or nothing was
    /// sold on those that are.
    init?(history: some RandomAccessCollection<Int?>, days: Range<Day>, availability: ListingAvailability?) {
        var sums = ExposedUnits(halfLifeDays: Self.halfLifeDays)
        var day = days.upperBound
        for units in history.reversed() {
            day = day.advanced(by: -1)
            sums.addDayBefore(units: units.map(Double.init), exposure: Self.exposure(on: day, availability))
        }
        guard sums.unitsSum > 0, let estimate = RunRate.estimate(sums) else { return nil }
        self.init(
            rate: estimate.rate, deviation: estimate.posterior.variance.squareRoot(), dispersion: estimate.dispersion,
            daysUsed: estimate.daysUsed, daysLeftOut: estimate.daysLeftOut)
        guard rate > 0 else { return nil }
    }

    init(rate: Double, deviation: Double, dispersion: Double, daysUsed: Int, daysLeftOut: Int) {
        self.rate = rate.rounded(toParts: 10_000)
        self.deviation = deviation.rounded(toParts: 10_000)
        self.dispersion = dispersion.rounded(toParts: 100)
        self.daysUsed = daysUsed
        self.daysLeftOut = daysLeftOut
    }

    /// The part of a day on which the listing could be bought.
    private static func exposure(on day: Day, _ availability: ListingAvailability?) -> Double {
        guard let availability, day >= availability.since else { return 1 }
        return availability.blockedShare >= blockedShareLeftOut ? 0 : 1 - availability.blockedShare
    }
}

extension DemandEstimate {
    /// What is sold over a number of days, as a gamma distribution with
    ///
    ///     mean = rate · days
    ///     variance = dispersion · rate · days + (deviation · days)²
    ///
    /// The first part is the scatter of days, the second that the rate itself is an estimate. The gamma distribution for
    /// demand over a lead time is Burgin's ("The Gamma Distribution and Inventory Control", Operational Research
    /// Quarterly 26, 1975): like demand, it is never negative and skewed, which the normal distribution is not. For
    /// means from 10 on it is within 0.025 of the negative binomial with the same mean and variance, below within 0.08.
    ///
    /// Both its shape and its scale rise with the days, so a longer time never makes running out less likely.
    func over(days: Double) -> GammaDistribution {
        let (mean, variance) = moments(days: days)
        return GammaDistribution(shape: mean * mean / variance, rate: mean / variance)
    }

    /// The mean and the variance of that.
    func moments(days: Double) -> (mean: Double, variance: Double) {
        let mean = rate * days
        return (mean, dispersion * mean + deviation * deviation * days * days)
    }

    /// The probability that at least so many units are asked for within so many days; a whole unit counts from its half
    /// on, as whole numbers in a continuous distribution do.
    func probability(ofSelling units: Int, within days: Double) -> Double {
        guard units > 0 else { return 1 }
        guard days > 0 else { return 0 }
        return 1 - over(days: days).cdf(Double(units) - 0.5)
    }

    /// The units with which demand over some days is met with a probability.
    ///
    /// What stands above `rate · days` is the safety stock.
    func level(covering days: Double, at service: Double) -> Int {
        // No shelf holds a billion; the bound keeps a file's absurd number from leaving the integers.
        Int(min(1e9, over(days: days).quantile(service)).rounded(.up))
    }
}
