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
}

extension DemandReader {
    /// What the standing forecast of a listing was worth so far; `nil` before a whole week of it is known, and where nothing
    /// was known before it.
    ///
    /// Days that say nothing of demand are left out for all three alike. A statement counts from its first day or from the
    /// day it was made, whichever came later: what was known by then is no forecast.
    func valueAdded(by stated: Overrides, at row: Int) -> ForecastValueAdded? {
        let override = stated.next
        let units = sold.row(row)
        let open = openShares(of: row)
        let start = max(0, sold.days.lowerBound.distance(to: max(override.days.lowerBound, override.stated)))
        guard start < units.count else { return nil }
        func exposure(_ day: Int) -> Double { open?[day] ?? 1 }
        func factor(_ day: Int) -> Double { eventFactors?[day] ?? 1 }
        var before = ExposedUnits(halfLifeDays: DemandLevel.halfLifeDays)
        for day in (0..<start).reversed() {
            before.addDayBefore(units: units[day].map(Double.init), exposure: exposure(day) * factor(day))
        }
        guard let rate = RunRate.estimate(before)?.rate else { return nil }
        var (weeks, days) = (0, 0.0)
        var errors = SIMD3<Double>()
        for first in stride(from: start, through: units.count - 7, by: 7) {
            var actual = 0.0
            var forecasts = SIMD3<Double>()
            var known = 0.0
            for day in first..<first + 7 {
                guard let sold = units[day], exposure(day) >= DemandHistory.leastExposure,
                    let naive = naive(day, start: start, units)
                else { continue }
                let share = exposure(day)
                known += share
                actual += Double(sold)
                forecasts += SIMD3(override.unitsPerDay, rate * factor(day), naive) * share
            }
            guard known >= 2 else { continue }
            weeks += 1
            days += known
            let missed = forecasts - SIMD3(repeating: actual)
            errors += missed.replacing(with: -missed, where: missed .< 0)
        }
        guard weeks > 0 else { return nil }
        return ForecastValueAdded(
            weeks: weeks, statedError: (errors.x / days).rounded(toParts: 100),
            computedError: (errors.y / days).rounded(toParts: 100), naiveError: (errors.z / days).rounded(toParts: 100))
    }

    private func naive(_ day: Int, start: Int, _ units: HistoryRow) -> Double? {
        if day >= 364, let lastYear = units[day - 364] { return Double(lastYear) }
        let lastWeek = start - 7 + (day - start) % 7
        return lastWeek >= 0 ? units[lastWeek].map(Double.init) : nil
    }
}
