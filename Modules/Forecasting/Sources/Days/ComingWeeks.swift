import FlywheelKit

/// What is known on a day of the weeks that follow it.
struct ComingWeeks {
    /// The day, the first of them.
    let today: Day
    /// For how many ordinary days a day of each week counts, on average.
    let factors: SIMD16<Double>
    /// The same of the weeks before, the newest first.
    let pastFactors: SIMD16<Double>
    /// What all products of the account do together in each of them; `nil` where nothing is known.
    let common: SIMD16<Double>?

    /// - Parameters:
    ///   - calendar: the days unlike others.
    ///   - index: what is known of an event of a name.
    init(from today: Day, _ calendar: EventCalendar, index: (String) -> Double?, common: SIMD16<Double>?) {
        self.today = today
        self.common = common
        factors = Self.weeks(from: today, calendar, index: index)
        let past = Self.weeks(from: today.advanced(by: -7 * DemandForecast.weeks), calendar, index: index)
        pastFactors = SIMD16(past.indices.reversed().map { past[$0] })
    }

    private static func weeks(
        from first: Day, _ calendar: EventCalendar, index: (String) -> Double?
    ) -> SIMD16<Double> {
        let days = first..<first.advanced(by: 7 * DemandForecast.weeks)
        guard let factors = calendar.factors(on: days, index: index) else { return SIMD16(repeating: 1) }
        return SIMD16((0..<DemandForecast.weeks).map { factors[(7 * $0)..<(7 * $0 + 7)].reduce(0, +) / 7 })
    }
}
