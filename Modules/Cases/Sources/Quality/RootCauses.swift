public import FlywheelKit
public import Statistics

/// Why cases came about, week by week, and what of it rises or falls.
public struct RootCauses: Hashable, Sendable {
    /// The Mondays of the weeks, oldest first; the week of the moment of reading is not over and left out.
    public let weeks: [Day]
    /// Cases that ended in each week, first ends only.
    public let ended: [Int]
    /// Of how many of them a cause is stated.
    public let stated: ShareSummary
    /// The causes, the most frequent first.
    public let causes: [Cause]

    /// A cause.
    public struct Cause: Hashable, Sendable {
        /// Its code.
        public let code: String
        /// Cases of each week that it was stated of.
        public let counts: [Int]
        /// The trend of its share among the cases with a stated cause; `nil` where none could show.
        public let trend: ShareTrend?
        /// The probability of so large a trend by chance, all causes tested counted together.
        public let probability: Double?

        /// How often it was stated.
        public var total: Int { counts.reduce(0, +) }
        /// Whether it is more than chance that it rises or falls, at 5 % over all causes.
        public var isTrend: Bool { probability.map { $0 < 0.05 } ?? false }
    }

    /// Counts causes of the last weeks that are over.
    public init(_ cases: [CaseTimeline], weeks count: Int = 12, now: Instant, day: (Instant) -> Day) {
        precondition(count > 0, "a trend needs weeks, found \(count)")
        let thisWeek = day(now).weekStart
        let first = thisWeek.advanced(by: -7 * count)
        var (ended, stated) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
        var counts: [String: [Int]] = [:]
        for item in cases {
            guard let end = item.firstEnded.map(day), end >= first, end < thisWeek else { continue }
            let week = first.distance(to: end) / 7
            ended[week] += 1
            guard let cause = item.matter.cause else { continue }
            stated[week] += 1
            counts[cause, default: [Int](repeating: 0, count: count)][week] += 1
        }
        let found = counts.sorted { ($1.value.reduce(0, +), $0.key) < ($0.value.reduce(0, +), $1.key) }
        let trends = found.map { ShareTrend(Array(zip($0.value, stated))) }
        let tested = trends.compactMap { $0?.probability }
        var adjusted = ShareTrend.adjusted(tested).makeIterator()
        causes = zip(found, trends).map { found, trend in
            Cause(
                code: found.key, counts: found.value, trend: trend,
                probability: trend == nil ? nil : adjusted.next())
        }
        weeks = (0..<count).map { first.advanced(by: 7 * $0) }
        self.stated = ShareSummary(part: stated.reduce(0, +), whole: ended.reduce(0, +))
        self.ended = ended
    }
}
