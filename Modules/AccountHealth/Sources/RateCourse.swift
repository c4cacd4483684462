import FlywheelKit
import Statistics

/// Where a share goes: the straight line through its reports, each weighed by what it is of.
///
/// Reports of overlapping weeks say much of the same twice, so the scatter about the line is taken for at least what the
/// counts of one report alone leave open: the line is trusted less than its points would allow, not more.
struct RateCourse {
    /// The share at the last report, by the line.
    let level: Double
    /// Its change a day.
    let slope: Double
    /// The standard error of the slope.
    let error: Double
    let last: Day

    private static let fewest = 4
    private static let leastDays = 14

    init?(_ observations: [MetricHistory.Observation]) {
        guard let first = observations.first, let last = observations.last, observations.count >= Self.fewest,
            first.day.distance(to: last.day) >= Self.leastDays
        else { return nil }
        let points = observations.map { seen in
            (
                x: Double(last.day.distance(to: seen.day)), y: Double(seen.count) / Double(seen.whole),
                weight: Double(seen.whole)
            )
        }
        let all = points.reduce(0) { $0 + $1.weight }
        let middle = points.reduce(0) { $0 + $1.weight * $1.x } / all
        let mean = points.reduce(0) { $0 + $1.weight * $1.y } / all
        let spread = points.reduce(0) { $0 + $1.weight * ($1.x - middle) * ($1.x - middle) }
        guard spread > 0, mean > 0, mean < 1 else { return nil }
        slope = points.reduce(0) { $0 + $1.weight * ($1.x - middle) * ($1.y - mean) } / spread
        level = mean - slope * middle
        let line = (slope, mean - slope * middle)
        let residual =
            points.reduce(0) { sum, point in
                let off = point.y - line.1 - line.0 * point.x
                return sum + point.weight * off * off
            } / Double(points.count - 2)
        // Of one report's counts alone: as if all others repeated it.
        let counting = mean * (1 - mean) * Double(points.count)
        error = (max(residual, counting) / spread).squareRoot()
        self.last = last.day
    }

    /// When the share crosses a limit that it is still under: the day by the line, and the interval of 80 % about it. `nil`
    /// where it is over already, does not surely rise, or is expected to take longer.
    func crossing(of limit: Double, from today: Day, within days: Int) -> MetricEvidence.Crossing? {
        let reach = SpecialFunctions.normalQuantile(0.9) * error
        guard level < limit, slope - reach > 0 else { return nil }
        let expected = last.advanced(byShare: limit - level, at: slope)
        guard let expected, today.distance(to: expected) <= days,
            let earliest = last.advanced(byShare: limit - level, at: slope + reach)
        else { return nil }
        return MetricEvidence.Crossing(
            expected: max(expected, today), earliest: max(earliest, today),
            latest: last.advanced(byShare: limit - level, at: slope - reach).map { max($0, today) })
    }
}

extension Day {
    /// The day on which a share has risen so far; `nil` where that is years ahead.
    fileprivate func advanced(byShare share: Double, at slope: Double) -> Day? {
        let days = share / slope
        return days < 3_650 ? advanced(by: Int(days.rounded(.up))) : nil
    }
}
