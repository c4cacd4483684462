/// How much stands behind a run rate.
public enum Evidence: String, Hashable, Sendable, Codable, CaseIterable {
    /// Six weeks of good days, and a prior that weighs at most a fifth.
    case high
    /// Anything between.
    case medium
    /// Less than two weeks of good days, or a prior that weighs at least half.
    case low

    /// Judges an estimate.
    ///
    /// Weekdays differ, so fewer than two of each say little; six of each are what a weekly pattern is usually read
    /// from.
    /// - Parameters:
    ///   - goodDays: days that were known and not blocked.
    ///   - priorWeight: the prior's share in the rate, 0 to 1.
    public init(goodDays: Int, priorWeight: Double) {
        if goodDays < 14 || priorWeight >= 0.5 {
            self = .low
        } else if goodDays >= 42 && priorWeight <= 0.2 {
            self = .high
        } else {
            self = .medium
        }
    }
}
