import Statistics

/// Forecasts of the last weeks from what was known before each, as they would have been published and by others, over the same
/// weeks for all.
///
/// A week that does not count has no part in it. The yearly course of the product is left out of all: it is learned from two
/// whole years, and nothing before them could have known it.
struct LevelBackTest {
    /// How far off each was, what would have been published first.
    let scores: [CandidateScore]

    static let own = "this forecast"
    static let naive = "seasonal naive"
    /// Weeks that are forecast from each.
    private static let reach = 4
    /// Weeks from which is forecast.
    private static let mostOrigins = 26
    /// Weeks that must lie before the first of them.
    private static let leastWeeks = 8
    private static let weeksOfYear = 52

    /// - Parameters:
    ///   - history: the days, with what each counts for.
    ///   - weeks: units that seven ordinary days sell, week by week; the last one ends with the days.
    init(_ history: DemandHistory, weeks: [Double?]) {
        let last = weeks.count - Self.reach
        let first = max(Self.leastWeeks, last - Self.mostOrigins + 1)
        guard first <= last, let scale = Self.naiveSquaredError(weeks) else {
            scores = []
            return
        }
        let lead = history.count - 7 * weeks.count
        let candidates: [(name: String, forecast: (Int) -> [Double]?)] = [
            (
                Self.own,
                { origin in
                    let seen = history.prefix(lead + 7 * origin)
                    let level = DemandLevel(longHistory: seen, prior: nil) ?? DemandLevel(seen, prior: nil)
                    return level.map { level in (0..<Self.reach).map { 7 * level.dailyByWeek[$0] } }
                }
            ),
            (
                "run rate of open days",
                { origin in
                    DemandLevel(history.prefix(lead + 7 * origin), prior: nil).map { level in
                        [Double](repeating: 7 * level.dailyByWeek[0], count: Self.reach)
                    }
                }
            ),
            (Self.naive, { origin in (0..<Self.reach).map { Self.naive(weeks, origin, $0) } }),
            ("mean of all weeks", { Self.mean(weeks[..<$0]).map { [Double](repeating: $0, count: Self.reach) } }),
        ]
        scores = candidates.compactMap { name, forecast in
            var (squares, misses, count) = (0.0, 0.0, 0.0)
            for origin in first...last {
                // Where nothing had sold yet, nothing was forecast.
                let said = forecast(origin) ?? [Double](repeating: 0, count: Self.reach)
                for (step, expected) in said.enumerated() {
                    guard let actual = weeks[origin + step] else { continue }
                    squares += (expected - actual) * (expected - actual)
                    misses += expected - actual
                    count += 1
                }
            }
            guard count > 0 else { return nil }
            return CandidateScore(
                method: name, scaledError: (squares / count / scale).squareRoot(), bias: misses / count)
        }
    }

    /// The same week a year before, or where that is unknown the last week that is known; 0 where none is.
    private static func naive(_ weeks: [Double?], _ origin: Int, _ step: Int) -> Double {
        let lastYear = origin + step - weeksOfYear
        if lastYear >= 0, let value = weeks[lastYear] { return value }
        return weeks[..<origin].last { $0 != nil }.flatMap(\.self) ?? 0
    }

    private static func mean(_ weeks: ArraySlice<Double?>) -> Double? {
        let known = weeks.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    /// The mean squared difference between neighbouring weeks; `nil` where none differ.
    private static func naiveSquaredError(_ weeks: [Double?]) -> Double? {
        let steps = zip(weeks, weeks.dropFirst()).compactMap { one, next in
            one.flatMap { one in next.map { ($0 - one) * ($0 - one) } }
        }
        let sum = steps.reduce(0, +)
        return sum > 0 ? sum / Double(steps.count) : nil
    }
}
