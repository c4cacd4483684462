import FlywheelKit
import Statistics

/// What a product is expected to sell from today on, and what is odd about its past.
struct ProductOutlook {
    let level: DemandLevel
    /// Units a day in each coming week.
    let dailyByWeek: SIMD16<Double>
    /// The place of the first day that counts: where sales began within what is known (`Statistics.SalesStart`), else 0.
    let firstDay: Int
    /// Whether the weeks follow a yearly course of the product's own.
    let isSeasonal: Bool
    /// What the coming week is multiplied by for what all products do together; `nil` where they have no part in it.
    let common: Double?
    /// How the weeks past and to come differ from ordinary ones; `nil` where they do not.
    let season: DemandSeason?
    /// The season that came earlier or later than the year before.
    let seasonChange: SeasonChange?
    let shift: DemandShift?
    let bias: ForecastBias?
    /// The sudden fall of its sales, where there was one.
    let drop: CountDrop?
    /// Days between the last known one and the day before the look.
    let daysOld: Int

    /// Days of the new level that the old one is worth once demand has shifted.
    private static let daysOfTheOldLevel = 2.0

    /// The outlook of a product; `nil` where no sales are known, or nothing sells as far as anyone knows.
    ///
    /// The days are counted by season first, so that what is watched and estimated is what is left without it. Without one
    /// they count from where sales began. Where demand shifted, days since then alone say what it is, with what it was before
    /// for a beginning.
    ///
    /// - Parameters:
    ///   - ahead: the weeks that are forecast.
    ///   - prior: what similar products sell.
    ///   - usualError: how far levels of products of the same trade are usually off, as a part of them.
    init?(
        _ history: inout DemandHistory, ahead: ComingWeeks, prior: GammaPrior?, usualError: Double?, watch: DemandWatch
    ) {
        guard history.count > 0 else { return nil }
        let rates = YearlySeason.rates(of: history)
        let yearly = rates.flatMap(YearlySeason.init)
        seasonChange = rates.flatMap { SeasonChange(rates: $0, end: history.days.upperBound) }
        if let yearly {
            history.index(byDaysFromEnd: { yearly.index(ofDay: 1 - $0) })
            firstDay = 0
        } else {
            firstDay = history.beginWithSales()
        }
        let found = watch.shift.shift(in: history)
        let beginning = found.map { found in
            GammaPrior(shape: found.shift.before * Self.daysOfTheOldLevel, rate: Self.daysOfTheOldLevel)
        }
        let automatic =
            found == nil ? DemandLevel(longHistory: history, prior: prior, usualError: usualError) : nil
        guard
            let level = automatic
                ?? DemandLevel(history, from: found?.first ?? 0, prior: beginning ?? prior)
        else { return nil }
        self.level = level
        shift = found?.shift
        bias = found == nil ? watch.bias.bias(in: history, dispersion: level.dispersion) : nil
        drop = watch.drop.drop(in: history, shift: shift)
        let daysOld = history.days.upperBound.distance(to: ahead.today)
        self.daysOld = daysOld
        isSeasonal = yearly != nil
        let ordinary = SIMD16<Double>(repeating: 1)
        var (past, weeks) = (ordinary, ahead.factors)
        // A course of its own holds the common one as well, and a level since a shift is too new to lag behind it.
        let course = yearly == nil && automatic != nil ? ahead.common : nil
        if let course { weeks *= course }
        common = course?[0]
        if let yearly {
            for week in 0..<DemandForecast.weeks {
                // The middle of the week stands for all of it.
                weeks[week] *= yearly.index(ofDay: daysOld + 7 * week + 4)
                past[week] *= yearly.index(ofDay: daysOld - 7 * week - 3)
            }
        }
        dailyByWeek = weeks * level.dailyByWeek
        season =
            past == ordinary && weeks == ordinary && ahead.pastDeals.isEmpty
            ? nil : DemandSeason(past: SIMD16(past), deals: ahead.pastDeals, ahead: SIMD16(weeks))
    }

    /// The forecast of one SKU.
    ///
    /// A part p of demand that scatters φ times more than independent buyers does so 1 + p(φ - 1) times, and the error of
    /// the part adds to that of the whole.
    func forecast(of sku: Int, by shares: DemandShares) -> DemandForecast {
        let part = shares.parts.values[sku]
        let ofPart = (1 - part) / (part * max(1, shares.parts.units))
        return DemandForecast(
            dailyByWeek: shares.split(dailyByWeek, to: sku),
            dispersion: Float(1 + part * (level.dispersion - 1)),
            relativeError: Float((level.relativeError * level.relativeError + ofPart).squareRoot()),
            daysUsed: Int32(level.daysUsed), daysLeftOut: Int32(level.daysLeftOut), daysOld: Int32(daysOld))
    }
}
