#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A sudden fall of what is counted day by day, at the end of the days.
public struct CountFall: Hashable, Sendable {
    /// How many days were too low.
    public let days: Int
    /// What was to be expected of them.
    public let expected: Double
    /// What was counted on them.
    public let counted: Double
    /// The probability of so little or less in any of the windows, where nothing changed.
    public let chance: Double
    /// What is missing below the tenth percentile of what was to be expected, as a part of what was expected: what scatter
    /// does not explain.
    public let share: Double

    /// What is missing, as a part of what was expected.
    fileprivate var depth: Double { 1 - counted / expected }
}

/// Watches the last day, the last three and the last seven of what is counted for a fall that chance hardly makes.
///
/// What is to be expected comes from the 56 days before those seven: see ``CountLevel``. Counts are taken as negative
/// binomial (``NegativeBinomial``). The three windows are looked at together, and the least of their probabilities counts
/// three times (C. Bonferroni, 1936), so that independent days give a false alarm on no more looks than asked for.
public struct CountFallTest: Hashable, Sendable {
    /// The probability of a fall where nothing changed, above which none is found.
    public let mostChance: Double
    /// The least share that is worth finding.
    public let leastShare: Double

    private static let windows = [1, 3, 7]
    private static let longest = 7
    private static let baselineDays = 56
    /// The part of the least that windows of the baseline had, beside what was expected of them, which a fall goes below.
    private static let partOfTheLeast = 0.75
    /// Days that fell together show more of a fall the more there are, and ordinary ones before them dilute it: of several
    /// windows the longest one counts that fell this part of what the deepest did.
    private static let partOfTheDeepest = 0.9
    /// What rounding may take from a probability, and more.
    private static let slack = 1.001
    /// Days that count for less are no evidence of a fall.
    private static let leastExposure = 0.9

    /// - Parameters:
    ///   - mostChance: above 0, and no more than 1.
    ///   - leastShare: from 0 to 1.
    public init(mostChance: Double, leastShare: Double) {
        precondition(mostChance > 0 && mostChance <= 1, "a probability above 0, found \(mostChance)")
        precondition((0...1).contains(leastShare), "a share from 0 to 1, found \(leastShare)")
        self.mostChance = mostChance
        self.leastShare = leastShare
    }

    /// The fall at the end of the days, of several windows the longest one that fell about as deep as any; `nil` where there is none, or too
    /// little is known to tell.
    ///
    /// - Parameters:
    ///   - counts: what was counted each day, oldest first; `nan` where it is not known.
    ///   - exposure: the ordinary days that each counts for, of as many days; 0 where a day says nothing.
    public func fall(counts: [Double], exposure: [Double]) -> CountFall? {
        let end = counts.count
        guard end > Self.longest, isWhole(end - 1, counts, exposure) else { return nil }
        let baseline = max(0, end - Self.longest - Self.baselineDays)..<end - Self.longest
        guard let level = CountLevel(counts: counts, exposure: exposure, days: baseline),
            // What came back is no fall any more; most series end here, before anything is asked of their scatter.
            counts[end - 1] < (1 - leastShare) * level.expected(of: end - 1..<end, exposure: exposure)
        else { return nil }
        var found: [CountFall] = []
        for days in Self.windows {
            let window = end - days..<end
            guard window.allSatisfy({ isWhole($0, counts, exposure) }) else { break }
            if let fall = fall(window, counts, exposure, level) { found.append(fall) }
        }
        let most = found.map(\.depth).max() ?? 0
        return found.last { $0.depth >= Self.partOfTheDeepest * most }
    }

    /// The probability of so little or less as was counted on the last days, in any of the windows that are no longer than
    /// so many; `nil` where they do not count in full, or too little is known before the last seven.
    ///
    /// - Parameter days: 1 to 7.
    public func chance(lastDays days: Int, counts: [Double], exposure: [Double]) -> Double? {
        precondition((1...Self.longest).contains(days), "1 to \(Self.longest) days, found \(days)")
        let end = counts.count
        let baseline = max(0, end - Self.longest - Self.baselineDays)..<max(0, end - Self.longest)
        guard let level = CountLevel(counts: counts, exposure: exposure, days: baseline) else { return nil }
        let windows = Self.windows.filter { $0 <= days }.map { end - $0..<end }
            .prefix { $0.allSatisfy { isWhole($0, counts, exposure) } }
        let chances = windows.map { window in
            level.demand(over: window, exposure: exposure).usual.cdf(max(0, counts[window].reduce(0, +)))
        }
        return chances.min().map { min(1, Double(chances.count) * $0) }
    }

    private func fall(
        _ window: Range<Int>, _ counts: [Double], _ exposure: [Double], _ level: CountLevel
    ) -> CountFall? {
        let counted = max(0, counts[window].reduce(0, +))
        let expected = level.expected(of: window, exposure: exposure)
        guard counted < (1 - leastShare) * expected, canBeRare(expected) else { return nil }
        let (usual, leastRatio) = level.demand(over: window, exposure: exposure)
        guard counted <= Self.partOfTheLeast * leastRatio * usual.mean else { return nil }
        let chance = min(1, Double(Self.windows.count) * usual.cdf(counted))
        guard chance <= mostChance else { return nil }
        let share = (usual.quantile(0.1) - counted) / usual.mean
        guard share > 0, share >= leastShare else { return nil }
        return CountFall(
            days: window.count, expected: usual.mean, counted: counted, chance: chance, share: min(1, share))
    }

    /// Whether a fall of so few expected counts can be as rare as asked for: of a mean m even nothing at all has a probability
    /// of e⁻ᵐ or more, since counts scatter no less than independent ones. Most windows of most series end here.
    private func canBeRare(_ expected: Double) -> Bool {
        Double(Self.windows.count) * exp(-expected) <= mostChance * Self.slack
    }

    private func isWhole(_ day: Int, _ counts: [Double], _ exposure: [Double]) -> Bool {
        exposure[day] >= Self.leastExposure && !counts[day].isNaN
    }
}
