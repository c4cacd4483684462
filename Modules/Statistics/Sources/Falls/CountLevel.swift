#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is counted on an ordinary day, by the day of the week, and how far windows of days scatter about it.
///
/// A level that forgets by half in fourteen days, times what each seventh day has more or less than the others, drawn
/// towards none by two days. The sum S of a window of days with expectation M has the variance φM + (rM)²:
///
/// - φ from all windows of as many days in a row, Σ (S − M)² / Σ M as of a quasi-likelihood (P. McCullagh and J. Nelder,
///   Generalized Linear Models, 1989, chapter 9), so that days that go up and down together count for what they are; 1 at
///   the least, and at the ninth decile of what an estimate from so few of them may be off by;
/// - r the relative error of the level.
struct CountLevel {
    private let rate: Double
    /// By the days before the end, modulo seven; the eighth is not used.
    private let weekdays: SIMD8<Double>
    private let relativeVariance: Double
    private let end: Int
    private let counts: [Double]
    private let exposure: [Double]
    private let days: Range<Int>

    private static let halfLifeDays = 14.0
    private static let weekdayBelief = 2.0
    private static let fewestDays = 28
    /// The normal distribution's ninth decile.
    private static let ninthDecile = 1.2815515655446004
    /// What a day weighs, by the days from it to the end of the level's: those of eight weeks, each worked out once.
    private static let weights = (0...64).map { exp2(-Double($0) / halfLifeDays) }

    /// `nil` where fewer than four weeks of the days are known, or nothing was counted.
    init?(counts: [Double], exposure: [Double], days: Range<Int>) {
        var (known, sum, span) = (0, 0.0, 0.0)
        for day in days where Self.isKnown(day, counts, exposure) {
            known += 1
            sum += counts[day]
            span += exposure[day]
        }
        guard known >= Self.fewestDays, sum > 0 else { return nil }
        let mean = sum / span
        (end, self.counts, self.exposure, self.days) = (counts.count, counts, exposure, days)
        let belief = Self.weekdayBelief
        var weekdays = SIMD8<Double>(repeating: 1)
        for first in days.prefix(7) {
            var (sum, span) = (0.0, 0.0)
            for day in stride(from: first, to: days.upperBound, by: 7) where Self.isKnown(day, counts, exposure) {
                sum += counts[day]
                span += exposure[day]
            }
            weekdays[(counts.count - first) % 7] = (sum + belief * mean) / ((span + belief) * mean)
        }
        self.weekdays = weekdays
        var (counted, expected, squares) = (0.0, 0.0, 0.0)
        let weights = Self.weights
        for day in days where Self.isKnown(day, counts, exposure) {
            let age = days.upperBound - day
            let weight = age < weights.count ? weights[age] : exp2(-Double(age) / Self.halfLifeDays)
            let ordinary = exposure[day] * weekdays[(counts.count - day) % 7]
            counted += weight * counts[day]
            expected += weight * ordinary
            squares += weight * weight * ordinary
        }
        // No level is taken for less than a count in all the days it rests on.
        rate = max(counted / expected, 1 / Double(known))
        relativeVariance = squares / (expected * expected * rate)
    }

    private static func isKnown(_ day: Int, _ counts: [Double], _ exposure: [Double]) -> Bool {
        !counts[day].isNaN && exposure[day] > 0
    }

    /// The mean of what is to be expected of a window of days.
    func expected(of window: Range<Int>, exposure: [Double]) -> Double {
        window.reduce(0) { $0 + rate * exposure[$1] * weekdays[(end - $1) % 7] }
    }

    /// What is to be expected of a window of days, and the least part of it that as many days in a row had before.
    func demand(over window: Range<Int>, exposure: [Double]) -> (usual: NegativeBinomial, leastRatio: Double) {
        let mean = expected(of: window, exposure: exposure)
        let (dispersion, leastRatio) = scatter(ofWindows: window.count)
        let variance = dispersion * mean + dispersion * relativeVariance * mean * mean
        return (NegativeBinomial(mean: mean, variance: variance), leastRatio)
    }

    private func expected(_ day: Int) -> Double { rate * exposure[day] * weekdays[(end - day) % 7] }

    /// How windows of as many days in a row scattered.
    private func scatter(ofWindows length: Int) -> (dispersion: Double, leastRatio: Double) {
        var (squares, means, windows, leastRatio) = (0.0, 0.0, 0, Double.infinity)
        let expected = days.map { self.expected($0) }
        // Days in a row that are known, up to the one looked at.
        var known = 0
        for last in days {
            known = counts[last].isNaN || exposure[last] <= 0 ? 0 : known + 1
            let first = last - length + 1
            guard known >= length else { continue }
            var (mean, sum) = (0.0, 0.0)
            for day in first...last {
                mean += expected[day - days.lowerBound]
                sum += counts[day]
            }
            squares += (sum - mean) * (sum - mean)
            means += mean
            windows += 1
            leastRatio = min(leastRatio, max(0, sum) / mean)
        }
        guard means > 0 else { return (1, leastRatio) }
        // Windows that overlap are as good as so many that do not; a level was fitted to the days.
        let independent = max(2, Double(windows) / Double(length) - 1)
        let unseen = 1 / max(0.2, 1 - Self.ninthDecile * (2 / independent).squareRoot())
        return (max(1, squares / means) * unseen, leastRatio)
    }
}
