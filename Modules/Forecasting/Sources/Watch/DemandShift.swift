public import FlywheelKit
import Statistics

/// A lasting change of a product's demand.
public struct DemandShift: Hashable, Codable, Sendable {
    /// The first day of it, most likely.
    public let since: Day
    /// Units a day before it.
    public let before: Double
    /// Units a day since.
    public let after: Double
    /// Days since that say something of demand.
    public let days: Int

    /// How much demand rose, as a part of what it was; below zero where it fell.
    public var change: Double { after / before - 1 }

    /// The shift as it concerns one SKU with this part of the product's demand.
    func part(_ share: Double) -> DemandShift {
        DemandShift(
            since: since, before: (before * share).rounded(toParts: 100), after: (after * share).rounded(toParts: 100),
            days: days)
    }
}

/// Watches the last six weeks of a product for a change against the thirteen before them.
///
/// Two charts of cumulative sums, one for demand half as large again and one for a third less, on what was sold each day
/// against what was to be expected of it (`Statistics.RateShift`). What was to be expected is itself an estimate: each
/// chart judges by the edge of it that is nearer to the change, one standard deviation away.
struct ShiftWatch {
    /// The pile of evidence that raises an alarm.
    let limit: Double
    /// The part by which demand must have changed.
    let leastShift: Double

    /// Days that are watched: a change is news for so long. After that it is the level.
    static let watchedDays = 42
    private static let baselineDays = 91
    private static let leastBaselineDays = 28
    private static let leastBaselineUnits = 10.0
    private static let rise = RateShift(factor: 1.5)
    private static let fall = RateShift(factor: 1 / 1.5)
    /// Above the limit of any knob, and not much, so that a return shows soon.
    private static let most = 14.0

    init(_ knobs: ForecastingKnobs) {
        // Two charts, each wrong half as often as both together may be.
        limit = CumulativeSum.limit(periodsBetweenFalseAlarms: 2 * 365.25 * knobs.falseAlarmYears)
        leastShift = knobs.leastShift
    }

    /// The change that holds at the end of the days, and the offset of its first day; `nil` where there is none.
    func shift(in history: DemandHistory) -> (shift: DemandShift, first: Int)? {
        let start = history.count - Self.watchedDays
        guard start >= Self.leastBaselineDays,
            let baseline = Baseline(history, days: max(0, start - Self.baselineDays)..<start),
            baseline.days >= Self.leastBaselineDays, baseline.units >= Self.leastBaselineUnits
        else { return nil }
        var (up, down) = (CumulativeSum(most: Self.most), CumulativeSum(most: Self.most))
        var (upStart, downStart) = (start, start)
        let upper = baseline.rate * (1 + baseline.relativeError)
        let lower = max(0, baseline.rate * (1 - baseline.relativeError))
        for day in start..<history.count where history.isUsed(day) {
            let (units, exposure) = (max(0, history.units[day]), history.exposure[day])
            if up.periods == 0 { upStart = day }
            if down.periods == 0 { downStart = day }
            up.add(Self.rise.evidence(units: units, expected: upper * exposure, dispersion: baseline.dispersion))
            down.add(Self.fall.evidence(units: units, expected: lower * exposure, dispersion: baseline.dispersion))
        }
        guard max(up.value, down.value) >= limit else { return nil }
        return found(from: up.value >= down.value ? upStart : downStart, against: baseline.rate, in: history)
    }

    private func found(
        from first: Int, against before: Double, in history: DemandHistory
    ) -> (shift: DemandShift, first: Int)? {
        guard let since = Baseline(history, days: first..<history.count) else { return nil }
        guard max(since.rate / before, before / since.rate) >= 1 + leastShift else { return nil }
        return (
            DemandShift(
                since: history.days.lowerBound.advanced(by: first), before: before, after: since.rate,
                days: since.days), first
        )
    }
}

/// What days come to when all count alike.
private struct Baseline {
    let rate: Double
    let relativeError: Double
    let dispersion: Double
    let days: Int
    let units: Double

    init?(_ history: DemandHistory, days: Range<Int>) {
        var sums = ExposedUnits(halfLifeDays: nil)
        for day in days.reversed() where history.isUsed(day) {
            sums.addDayBefore(units: max(0, history.units[day]), exposure: history.exposure[day])
        }
        guard let estimate = RunRate.estimate(sums) else { return nil }
        rate = estimate.rate
        relativeError = rate > 0 ? estimate.posterior.variance.squareRoot() / rate : 0
        dispersion = estimate.dispersion
        self.days = estimate.daysUsed
        units = estimate.unitsSum
    }
}
