import FlywheelKit
import Statistics

/// What a stated forecast was worth so far: how far it was off, and how far others would have been.
public struct ForecastValueAdded: Hashable, Codable, Sendable {
    /// Whole weeks it stood and that are known.
    public let weeks: Int
    /// How far what was stated was off on average, units a day.
    public let statedError: Double
    /// How far the computed forecast of the day before its first was off.
    public let computedError: Double
    /// How far the same weeks of the year before were off; the week before its first, where a year is not known.
    public let naiveError: Double

    /// The part of the computed forecast's error that stating another took away; below zero where it added to it.
    public var value: Double { computedError > 0 ? 1 - statedError / computedError : 0 }

    init(_ errors: StatedErrors) {
        weeks = errors.weeks
        statedError = (errors.units.x / errors.days).rounded(toParts: 100)
        computedError = (errors.units.y / errors.days).rounded(toParts: 100)
        naiveError = (errors.units.z / errors.days).rounded(toParts: 100)
    }
}

/// How far off three forecasts of the same weeks were: what was stated, what was computed before, and the naive one.
struct StatedErrors {
    /// Whole weeks that are known, and their days of full exposure.
    var (weeks, days) = (0, 0.0)
    /// Units, stated, computed and naive.
    var units = SIMD3<Double>()
}

extension DemandReader {
    /// How far off a stated forecast of a product's SKU was, up to its end; `nil` before a whole week of it is known, and where
    /// nobody can tell what was computed the day before it.
    ///
    /// Days that say nothing of demand are left out for all three alike. A statement counts from its first day or from the
    /// day it was made, whichever came later: what was known by then is no forecast.
    func errors(of override: Override, at sku: Int, among rows: [Int], watch: DemandWatch) -> StatedErrors? {
        let units = all.row(rows[sku])
        let first = all.days.lowerBound
        let start = max(0, first.distance(to: max(override.days.lowerBound, override.stated)))
        let end = min(units.count, first.distance(to: override.days.upperBound) + 1)
        guard start + 7 <= end,
            let computed = forecast(before: first.advanced(by: start), of: sku, among: rows, watch: watch)
        else { return nil }
        let open = pastShares(of: rows[sku])
        var errors = StatedErrors()
        for (week, first) in stride(from: start, through: end - 7, by: 7).enumerated() {
            let expected = Double(computed[min(week, DemandForecast.weeks - 1)])
            var actual = 0.0
            var forecasts = SIMD3<Double>()
            var known = 0.0
            for day in first..<first + 7 {
                let share = open?[day] ?? 1
                guard let sold = units[day], share >= SalesStart.leastExposure,
                    let naive = naive(day, start: start, units)
                else { continue }
                known += share
                actual += Double(sold)
                forecasts += SIMD3(override.unitsPerDay, expected, naive) * share
            }
            guard known >= 2 else { continue }
            errors.weeks += 1
            errors.days += known
            let missed = forecasts - SIMD3(repeating: actual)
            errors.units += missed.replacing(with: -missed, where: missed .< 0)
        }
        return errors.weeks > 0 ? errors : nil
    }

    private func naive(_ day: Int, start: Int, _ units: HistoryRow) -> Double? {
        if day >= 364, let lastYear = units[day - 364] { return Double(lastYear) }
        let lastWeek = start - 7 + (day - start) % 7
        return lastWeek >= 0 ? units[lastWeek].map(Double.init) : nil
    }
}
