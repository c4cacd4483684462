/// What a share is when nothing presses it down, learned from its own days: the highest mean of two weeks in a row.
///
/// The mean of all days would take a loss of some weeks for part of what is usual, and the highest day is luck. Two weeks
/// hold every day of the week twice, and the best of them stays the measure while a loss lasts, as long as days from before
/// it are among those looked at. The best of many means lies a little above the truth: by 0.036 where single days of thirteen
/// weeks scatter by 0.07 about a half.
public struct UsualShare: Hashable, Sendable {
    /// The usual share, in the unit of the days it was learned from; above zero.
    public let value: Double

    /// Days of which the mean is taken.
    public static let days = 14
    /// Known days there must be among them.
    public static let leastKnown = 7
    /// The part of the usual share from which a day is as good as any: single days scatter.
    public static let ordinaryPart = 0.9

    /// Learns from days in order, oldest or newest first; `nil` marks a day of which nothing is known.
    ///
    /// - Returns: `nil` where no two weeks hold ``leastKnown`` days, or all of them are zero.
    @inlinable
    public init?(of shares: some RandomAccessCollection<Int?>) {
        self.init(weighed: shares.lazy.map { share in share.map { (share: $0, weight: 1) } })
    }

    /// Learns from days that count for their weights, which are above zero.
    @inlinable
    public init?(weighed days: some RandomAccessCollection<(share: Int, weight: Int)?>) {
        var (sum, weight, known, best) = (0, 0, 0, 0.0)
        var leaving = days.startIndex
        var count = 0
        for day in days {
            if let day {
                sum += day.share * day.weight
                weight += day.weight
                known += 1
            }
            count += 1
            if count > Self.days {
                if let left = days[leaving] {
                    sum -= left.share * left.weight
                    weight -= left.weight
                    known -= 1
                }
                days.formIndex(after: &leaving)
            }
            if known >= Self.leastKnown { best = max(best, Double(sum) / Double(weight)) }
        }
        guard best > 0 else { return nil }
        value = best
    }

    /// What a day had of the usual share, 0 to 1; all of it from ``ordinaryPart`` on.
    @inlinable
    public func part(_ share: Int) -> Double {
        let part = Double(max(0, share)) / value
        return part >= Self.ordinaryPart ? 1 : part
    }
}
