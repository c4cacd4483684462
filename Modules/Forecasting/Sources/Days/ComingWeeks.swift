import FlywheelKit

/// What is known on a day of the weeks that follow it.
struct ComingWeeks {
    /// The day, the first of them.
    let today: Day
    /// For how many ordinary days a day of each week counts, on average.
    let factors: SIMD16<Double>
    /// What all products of the account do together in each of them; `nil` where nothing is known.
    let common: SIMD16<Double>?

    /// - Parameters:
    ///   - calendar: the days unlike others.
    ///   - index: what is known of an event of a name.
    init(from today: Day, _ calendar: EventCalendar, index: (String) -> Double?, common: SIMD16<Double>?) {
        let days = today..<today.advanced(by: 7 * DemandForecast.weeks)
        self.today = today
        self.common = common
        factors =
            calendar.factors(on: days, index: index).map { factors in
                SIMD16((0..<DemandForecast.weeks).map { factors[(7 * $0)..<(7 * $0 + 7)].reduce(0, +) / 7 })
            } ?? SIMD16(repeating: 1)
    }
}
