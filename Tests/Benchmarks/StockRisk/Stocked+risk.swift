import Statistics

extension Stocked {
    /// Months of a week, in which nobody looks again.
    private static let week = 12.0 / 52

    /// Units a month in each of the windows that do not overlap: three ahead and four back.
    private var monthly: [Double] {
        func rates(_ totals: [Double], _ months: [Double]) -> [Double] {
            zip(zip([0] + totals, totals), zip([0] + months, months)).map { ($0.1 - $0.0) / ($1.1 - $1.0) }
        }
        return rates(forecast, [3, 6, 9]) + rates(sold, [1, 3, 6, 9])
    }

    /// The probability that demand over some months takes all there is and that is on its way.
    ///
    /// Demand is a gamma distribution: half of its mean is what the next three months are forecast to be, half what the last
    /// three were; its variance is that of independent buyers, and how far the windows disagree of the rate.
    func shortProbability(months: Double) -> Double {
        guard position > 0 else { return 1 }
        let rates = monthly
        let rate = (forecast[0] + sold[1]) / 6
        guard rate > 0 else { return 0 }
        let mean = rates.reduce(0, +) / Double(rates.count)
        let scatter = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count - 1)
        let demand = GammaDistribution(mean: rate * months, variance: rate * months + scatter * months * months)
        return 1 - demand.cdf(position - 0.5)
    }

    /// That over the lead time and a week until somebody looks again; an unknown lead time is taken for the usual 8 weeks.
    var shortWithinLeadTime: Double { shortProbability(months: ((leadWeeks ?? 8) + 1) * Self.week) }

    /// Months that the position lasts, where an item without demand is ranked by its units.
    var cover: Double { 6 * position / (forecast[0] + sold[1] + 0.01) }
}

extension Sequence<Stocked> {
    /// What the score is made of.
    var columns: [ScoreColumn] {
        func column(_ name: String, _ trend: ScoreColumn.Trend, _ value: (Stocked) -> Double?) -> ScoreColumn {
            ScoreColumn(name, trend, map(value))
        }
        return [
            column("P(short) within a month", .rising) { $0.shortProbability(months: 1) },
            column("months of cover at the pace of sales", .falling) { 3 * $0.position / ($0.sold[1] + 0.5) },
            column("units short of three months' forecast", .rising) { $0.forecast[0] - $0.position },
            column("units at hand", .falling, \.atHand),
            column("units sold in nine months", .rising) { $0.sold[3] },
            column("lead time, weeks", .falling, \.leadWeeks),
        ]
    }
}
