import FlywheelKit

/// A forecast that a person stated for a listing.
struct Override: Hashable {
    let unitsPerDay: Double
    let days: ClosedRange<Day>
    let stated: Day
    let owner: String
    let reason: String?
}

/// Reads the stated forecasts of a chunk's listings; columns are looked up once.
struct OverrideReader {
    private let rows: Details
    private let units: Values<Double>
    private let from: Values<Day>
    private let until: Values<Day>
    private let stated: Values<Day>
    private let owner: Values<String>
    private let reason: Values<String>
    private let today: Day

    init(_ chunk: Chunk) {
        rows = chunk.details(of: ForecastOverrides.feed)
        (units, from, until) = (
            rows[ForecastOverrides.unitsPerDay], rows[ForecastOverrides.from], rows[ForecastOverrides.until]
        )
        (stated, owner, reason) = (
            rows[ForecastOverrides.stated], rows[ForecastOverrides.owner], rows[ForecastOverrides.reason]
        )
        today = chunk.today
    }

    /// What is stated of a listing for today or days to come; `nil` where nothing is.
    func standing(at row: Int) -> Overrides? { Overrides(all(of: row).filter { $0.days.upperBound >= today }) }

    /// Whatever was stated of a listing.
    func all(of row: Int) -> [Override] {
        rows.range(row).compactMap { entry in
            guard let units = units[entry], units.isFinite, units >= 0, let from = from[entry],
                let until = until[entry], from <= until, let stated = stated[entry], let owner = owner[entry]
            else { return nil }
            return Override(
                unitsPerDay: units, days: from...until, stated: stated, owner: owner, reason: reason[entry])
        }
    }
}

/// The forecasts that people stated for one listing and that have not ended.
struct Overrides {
    /// The last stated first: of two for one day it holds.
    private let all: [Override]
    /// The one that holds today, or next.
    let next: Override

    init?(_ overrides: [Override]) {
        all = overrides.sorted { ($0.stated, $0.days.lowerBound) > ($1.stated, $1.days.lowerBound) }
        guard let next = all.min(by: { $0.days.lowerBound < $1.days.lowerBound }) else { return nil }
        self.next = all.first { $0.days.contains(next.days.lowerBound) } ?? next
    }

    /// A forecast with the stated units in place of its own on the days they are stated for.
    ///
    /// Where nothing is computed, what is stated next holds for all days, half as much either way.
    func replacing(_ forecast: DemandForecast?, today: Day) -> DemandForecast {
        let own =
            forecast
            ?? DemandForecast(
                dailyByWeek: SIMD16(repeating: Float(next.unitsPerDay)), dispersion: 1, relativeError: 0.5,
                daysUsed: 0, daysLeftOut: 0)
        var weeks = own.dailyByWeek
        var statedDays = 0
        for week in 0..<DemandForecast.weeks {
            let days = (0..<7).compactMap { day in
                stated(on: today.advanced(by: 7 * week + day)).map { Float($0) }
            }
            guard !days.isEmpty else { continue }
            statedDays += days.count
            weeks[week] = (days.reduce(0, +) + own.dailyByWeek[week] * Float(7 - days.count)) / 7
        }
        return DemandForecast(
            dailyByWeek: weeks, dispersion: own.dispersion, relativeError: own.relativeError,
            daysUsed: own.daysUsed, daysLeftOut: own.daysLeftOut, daysOld: own.daysOld, daysStated: Int32(statedDays))
    }

    private func stated(on day: Day) -> Double? { all.first { $0.days.contains(day) }?.unitsPerDay }
}
