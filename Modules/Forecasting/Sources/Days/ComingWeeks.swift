import FlywheelKit

/// What is known on a day of the weeks that follow it.
struct ComingWeeks {
    /// The day, the first of them.
    let today: Day
    /// For how many ordinary days a day of each week counts, on average.
    let factors: SIMD16<Double>
    /// The days of the weeks before that count for more or less than others.
    let pastDeals: DemandSeason.Deals
    /// What all products of the account do together in each of them; `nil` where nothing is known.
    let common: SIMD16<Double>?

    /// - Parameters:
    ///   - calendar: the days unlike others.
    ///   - index: what is known of an event of a name.
    init(from today: Day, _ calendar: EventCalendar, index: (String) -> Double?, common: SIMD16<Double>?) {
        self.today = today
        self.common = common
        let days = 7 * DemandForecast.weeks
        factors =
            calendar.factors(on: today..<today.advanced(by: days), index: index).map { ahead in
                SIMD16((0..<DemandForecast.weeks).map { ahead[(7 * $0)..<(7 * $0 + 7)].reduce(0, +) / 7 })
            } ?? SIMD16(repeating: 1)
        pastDeals =
            calendar.factors(on: today.advanced(by: -days)..<today, index: index).map { past in
                DemandSeason.Deals { past[days - $0] }
            } ?? DemandSeason.Deals()
    }
}
