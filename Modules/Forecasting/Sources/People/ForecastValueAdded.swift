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
    /// How far off a stated forecast of a listing was, up to its end; `nil` before a whole week of it is known, and where
    /// nothing was known before it.
    ///
    /// Days that say nothing of demand are left out for all three alike. A statement counts from its first day or from the
    /// day it was made, whichever came later: what was known by then is no forecast.
    func errors(of override: Override, at row: Int) -> StatedErrors? {
        let units = sold.row(row)
        let open = openShares(of: row)
        let start = max(0, sold.days.lowerBound.distance(to: max(override.days.lowerBound, override.stated)))
        let end = min(units.count, sold.days.lowerBound.distance(to: override.days.upperBound) + 1)
        guard start < end else { return nil }
        func exposure(_ day: Int) -> Double { open?[day] ?? 1 }
        func factor(_ day: Int) -> Double { eventFactors?[day] ?? 1 }
        var before = ExposedUnits(halfLifeDays: RunRate.halfLifeDays)
        for day in (0..<start).reversed() {
            before.addDayBefore(units: units[day].map(Double.init), exposure: exposure(day) * factor(day))
        }
        guard let rate = RunRate.estimate(before)?.rate else { return nil }
        var errors = StatedErrors()
        for first in stride(from: start, through: end - 7, by: 7) {
            var actual = 0.0
            var forecasts = SIMD3<Double>()
            var known = 0.0
            for day in first..<first + 7 {
                guard let sold = units[day], exposure(day) >= SalesStart.leastExposure,
                    let naive = naive(day, start: start, units)
                else { continue }
                let share = exposure(day)
                known += share
                actual += Double(sold)
                forecasts += SIMD3(override.unitsPerDay, rate * factor(day), naive) * share
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
