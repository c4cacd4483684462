import FlywheelKit
import Statistics

/// What a listing is asked for on a day when it can be bought, and how surely that is known.
public struct DemandEstimate: Hashable, Codable, Sendable {
    /// Units a day; of a forecast those of its first week, or of all its weeks on average where that expects nothing.
    public let rate: Double
    /// Units a day in each coming week, the last of them ever after; `nil` where all are ``rate``.
    public let weekly: [Double]?
    /// The standard deviation of that rate, units a day: days are few and differ.
    public let deviation: Double
    /// How many times more the days scatter than independent buyers would make them; 1 or more.
    public let dispersion: Double
    /// Days the rate rests on.
    public let daysUsed: Int
    /// Days with known sales left out because the listing was blocked.
    public let daysLeftOut: Int
    /// Of the coming days, those for which it is what a person stated; `nil` where it is for none.
    public let daysStated: Int?

    /// What no listing sells: a file's absurd number ends here, before it makes sums of its like.
    private static let mostUnitsPerDay = 1e6

    init(
        rate: Double, weekly: [Double]? = nil, deviation: Double, dispersion: Double, daysUsed: Int, daysLeftOut: Int,
        daysStated: Int? = nil
    ) {
        self.rate = min(Self.mostUnitsPerDay, rate).rounded(toParts: 10_000)
        self.weekly = weekly
        self.deviation = min(Self.mostUnitsPerDay, deviation).rounded(toParts: 10_000)
        self.dispersion = min(Self.mostUnitsPerDay, dispersion).rounded(toParts: 100)
        self.daysUsed = daysUsed
        self.daysLeftOut = daysLeftOut
        self.daysStated = daysStated
    }

    /// A forecast that somebody published; `nil` when it expects nothing.
    init?(_ forecast: DemandForecast) {
        let weeks = (0..<DemandForecast.weeks).map {
            min(Self.mostUnitsPerDay, Double(forecast.dailyByWeek[$0])).rounded(toParts: 10_000)
        }
        guard weeks.contains(where: { $0 > 0 }) else { return nil }
        let lastChange = weeks.lastIndex { $0 != weeks.last } ?? -1
        // The error is a part of the level; where the first week is zero the mean of all weeks stands for it.
        let level = weeks[0] > 0 ? weeks[0] : weeks.reduce(0, +) / Double(weeks.count)
        self.init(
            rate: level, weekly: lastChange < 0 ? nil : Array(weeks.prefix(lastChange + 2)),
            deviation: Double(forecast.relativeError) * level, dispersion: Double(forecast.dispersion),
            daysUsed: Int(forecast.daysUsed), daysLeftOut: Int(forecast.daysLeftOut),
            daysStated: forecast.daysStated > 0 ? Int(forecast.daysStated) : nil)
        guard rate > 0 else { return nil }
    }
}

extension DemandEstimate {
    /// Writes what is there, as ``Shortage`` does.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rate, forKey: .rate)
        if let weekly { try container.encode(weekly, forKey: .weekly) }
        try container.encode(deviation, forKey: .deviation)
        try container.encode(dispersion, forKey: .dispersion)
        try container.encode(daysUsed, forKey: .daysUsed)
        try container.encode(daysLeftOut, forKey: .daysLeftOut)
        if let daysStated { try container.encode(daysStated, forKey: .daysStated) }
    }

    /// Units expected within a number of days.
    func mean(within days: Double) -> Double {
        guard let weekly else { return rate * days }
        var (mean, left) = (0.0, days)
        for (week, daily) in weekly.enumerated() where left > 0 {
            let part = week == weekly.count - 1 ? left : min(7, left)
            mean += daily * part
            left -= part
        }
        return mean
    }

    /// Units of the shares of each day's demand, from today on, that are asked for on the days of a range; the last share holds
    /// for all days after.
    func units(of shares: [Double], on days: Range<Int>) -> Double {
        days.reduce(0) { sum, day in
            sum + shares[min(day, shares.count - 1)] * (mean(within: Double(day + 1)) - mean(within: Double(day)))
        }
    }

    /// What is asked for over so many expected units, as a gamma distribution with
    ///
    ///     variance = dispersion · mean + (error · mean)² + further
    ///
    /// where the error is ``deviation`` as a part of ``rate``. The first part is the scatter of days, the second that the
    /// rate itself is an estimate, `further` what a lead time brings. The gamma distribution for demand over a lead time is
    /// Burgin's (1975): like demand, it is never negative and skewed, which the normal distribution is not. For means from
    /// 10 on it is within 0.025 of the negative binomial with the same mean and variance, below within 0.08.
    ///
    /// Without `further` both its shape and its scale rise with the mean, so a longer time never makes running out less
    /// likely.
    func over(mean: Double, further: Double = 0) -> GammaDistribution {
        GammaDistribution(mean: mean, variance: variance(mean: mean) + further)
    }

    /// The variance of so many expected units.
    func variance(mean: Double) -> Double {
        let error = deviation / rate * mean
        return dispersion * mean + error * error
    }

    /// The expected units, the variance that a random number of days adds, and both together as a distribution.
    func over(_ cover: Cover) -> GammaDistribution {
        let mean = mean(within: cover.days)
        return over(mean: mean, further: further(cover))
    }

    /// Whether units at hand surely last the days to cover, with more than a probability: they lie so many deviations above
    /// demand that no distribution of its mean and variance reaches them so often (Cantelli).
    func isServed(by units: Int, over cover: Cover, but probability: Double) -> Bool {
        let mean = mean(within: cover.days)
        let excess = Double(units) - 0.5 - mean
        return probability > 0 && excess > 0
            && excess * excess > (variance(mean: mean) + further(cover)) * (1 / probability - 1)
    }

    /// What scatter of the days adds to the variance: (daily mean · deviation of the days)².
    func further(within days: Double, deviation: Double) -> Double {
        guard deviation > 0, days > 0 else { return 0 }
        let units = mean(within: days) / days * deviation
        return units * units
    }

    /// What scatter of the days to cover adds to the variance.
    func further(_ cover: Cover) -> Double { further(within: cover.days, deviation: cover.deviation) }
}
