import Charts
import FlywheelKit
import Statistics

/// What `forecast` prints of a listing: its past week by week, what of it counts, what is expected, and how that was found.
struct ForecastAnswer: DocumentedAnswer {
    let listing: Subject
    let title: String?
    let asOf: Instant
    /// The day of the look, where the marketplace is.
    let today: Day
    let explanation: ForecastExplanation
    /// Weeks that are looked ahead.
    let weeks: Int
    /// The drawing that was written; `nil` where none was asked for.
    let drawing: String?

    /// What is expected of a coming week, or of several together.
    struct Expectation: Hashable {
        let start: Day
        let mean: Double
        let spread: FanChart.Spread

        /// The quantiles are those of the negative binomial with that mean and variance: demand is counted in units.
        init(start: Day, mean: Double, variance: Double) {
            let units = NegativeBinomial(mean: mean, variance: variance)
            self.start = start
            self.mean = mean
            spread = FanChart.Spread(p10: units.quantile(0.1), p50: units.quantile(0.5), p90: units.quantile(0.9))
        }
    }

    /// The coming weeks, each by itself; none where nothing is forecast.
    var coming: [Expectation] {
        guard let forecast = explanation.forecast else { return [] }
        return (0..<weeks).map { week in
            let mean = Double(forecast.dailyByWeek[week]) * 7
            let error = Double(forecast.relativeError) * mean
            return Expectation(
                start: today.advanced(by: 7 * week), mean: mean,
                variance: Double(forecast.dispersion) * mean + error * error)
        }
    }

    /// The coming weeks together; `nil` where nothing is forecast.
    var total: Expectation? {
        explanation.forecast.map { forecast in
            let units = forecast.units(within: Double(7 * weeks))
            return Expectation(start: today, mean: units.mean, variance: units.variance)
        }
    }

    /// The picture of it: the weeks of a year, and the fan.
    var chart: FanChart {
        let past = explanation.weeks.suffix(52)
        return FanChart(
            title: "\(listing.code), \(listing.marketplaceName)", unit: "units a week",
            periods: past.map(\.start.description) + coming.map(\.start.description),
            past: past.map { $0.sold.map(Double.init) },
            leftOut: Set(past.enumerated().filter { $0.element.demand == nil }.map(\.offset)), fan: coming.map(\.spread)
        )
    }

    /// What the picture shows, in sentences.
    var description: String {
        let known = explanation.weeks.count { $0.sold != nil }
        let past = "Units sold in \(Numbers.count(known, "week"))"
        guard let total else { return "\(past); nothing is forecast." }
        return "\(past), and the forecast of \(Numbers.count(weeks, "week")): together "
            + "\(Numbers.fixed(total.mean, decimals: 0)) units, between \(Numbers.fixed(total.spread.p10, decimals: 0)) and "
            + "\(Numbers.fixed(total.spread.p90, decimals: 0)) in four cases of five."
    }
}
