import FlywheelKit
import Statistics

extension CompoundingVerdict {
    /// Judges the months of a history.
    ///
    /// Compounding takes sales and listings for each person that rise and a repeat rate that falls, each by a trend that chance
    /// explains less than once in ten (``MonotoneTrend`` for means of months, `ShareTrend` for the rate, which counts its cases).
    init(_ figures: MonthlyFigures, in currency: Currency, model: WheelModel) {
        let months = figures.months
        func trend(_ measure: WheelTrend.Measure, _ value: (MonthlyFigures.Month) -> Double?) -> WheelTrend? {
            WheelTrend(measure, months.map(value), model: model)
        }
        let revenue = trend(.revenuePerPerson) { $0.perPerson($0.revenue.value, model) }
        let market = trend(.revenuePerListing) { $0.perListing($0.revenue.value) }
        let managed = trend(.listingsPerPerson) { $0.perPerson($0.listings.value, model) }
        let ended = trend(.endedPerPerson) { $0.perPerson(Double($0.ended) / 4, model) }
        let people = trend(.people) { $0.people(model) }
        let listings = trend(.listings) { $0.listings.value }
        let repeats = WheelTrend(repeatsOf: months, model: model)
        trends = [revenue, market, managed, ended, repeats, people, listings].compactMap(\.self)
        evidence = trends.map { $0.text(in: currency) }
        headcountElasticity = Self.elasticity(of: people, to: listings, model: model)
        var unknown: [String] = []
        let least = MonotoneTrend.least
        if revenue == nil { unknown.append("sales and staffed hours are known of fewer than \(least) months") }
        if managed == nil { unknown.append("listings and staffed hours are known of fewer than \(least) months") }
        if repeats == nil {
            unknown.append("fewer than 3 months have enough confirmed closes that could have come back")
        }
        missing = unknown
        (verdict, sentence) = Self.judged(revenue, market, managed, repeats, headcountElasticity, unknown, model)
    }

    private static func judged(
        _ revenue: WheelTrend?, _ market: WheelTrend?, _ managed: WheelTrend?, _ repeats: WheelTrend?,
        _ headcount: Double?, _ unknown: [String], _ model: WheelModel
    ) -> (Verdict, String) {
        if let headcount, headcount >= model.headcountElasticity, managed?.direction != .rising {
            return (.headcountGrows, "stalled: headcount grows \(hundredths(headcount))% for each 1% of the catalogue")
        }
        guard let revenue, let managed else { return (.inconclusive, "too little is known: " + unknown[0]) }
        guard revenue.direction == .rising else {
            return (.notCompounding, "sales for each person do not rise")
        }
        guard managed.direction == .rising else {
            return (.marketOnly, "sales for each person rise with demand; listings for each person do not")
        }
        guard let repeats else { return (.inconclusive, "too little is known: " + unknown[0]) }
        guard repeats.direction == .falling else {
            return (.notCompounding, "people manage more, but as much comes back as before")
        }
        let change = percent(revenue.last / max(revenue.first, .leastNormalMagnitude) - 1)
        return (
            .compounding,
            "sales for each person rose \(change) and repeats fell from \(percent(repeats.first)) to \(percent(repeats.last))"
        )
    }

    /// (ln people at the end over the start) / (ln listings at the end over the start), where the catalogue grows by more than
    /// chance and by enough to tell.
    private static func elasticity(of people: WheelTrend?, to listings: WheelTrend?, model: WheelModel) -> Double? {
        guard let people, let listings, listings.direction == .rising, people.first > 0, people.last > 0,
            listings.first > 0, listings.last >= listings.first * (1 + model.leastGrowth)
        else { return nil }
        return naturalLogarithm(people.last / people.first) / naturalLogarithm(listings.last / listings.first)
    }
}

extension WheelTrend {
    /// The trend of a month's figure; `nil` where fewer months know it than the test asks for.
    init?(_ measure: Measure, _ values: [Double?], model: WheelModel) {
        guard let trend = MonotoneTrend(values) else { return nil }
        self.init(
            measure: measure, months: trend.count, first: trend.first, last: trend.last,
            probability: trend.probability,
            direction: Self.direction(trend.z, trend.probability, model))
    }

    /// The trend of the repeat rate, by the cases of each month; `nil` for fewer than three months with enough.
    init?(repeatsOf months: [MonthlyFigures.Month], model: WheelModel) {
        let known = months.filter { $0.repeatable >= model.leastRepeatable }
        guard known.count >= 3 else { return nil }
        let cases = known.map { (successes: $0.repeated, trials: $0.repeatable) }
        let all = Double(cases.reduce(0) { $0 + $1.successes }) / Double(cases.reduce(0) { $0 + $1.trials })
        let trend = ShareTrend(cases)
        let reach = (trend?.slope ?? 0) * Double(known.count - 1) / 2
        self.init(
            measure: .repeatRate, months: known.count, first: max(0, min(1, all - reach)),
            last: max(0, min(1, all + reach)), probability: trend?.probability ?? 1,
            direction: Self.direction(trend?.z ?? 0, trend?.probability ?? 1, model))
    }

    private static func direction(_ z: Double, _ probability: Double, _ model: WheelModel) -> Direction {
        guard probability < model.trendProbability else { return .level }
        return z > 0 ? .rising : .falling
    }
}
