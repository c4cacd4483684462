public import FlywheelKit
import Statistics

/// What page views say of the featured offer: of past days, and up to two days late. Who is featured now is another
/// measure, ``Offer/owner``.
public struct FeaturedShare: Hashable, Codable, Sendable {
    /// The mean share of page views with the own offer featured over the last known days, 0 to 1.
    public let recent: Double
    /// The days that is the mean of.
    public let days: Int
    /// What it is when nothing is wrong: the best two weeks of the last thirteen; `nil` where too few days are known.
    public let usual: Double?
    /// The last day anything is known of.
    public let lastDay: Day
    /// The first day since which it has been below the usual; `nil` where it is not.
    public let since: Day?

    /// The part of the usual page views that is lost; `nil` where the usual is unknown.
    var lost: Double? { usual.map { max(0, 1 - recent / $0).rounded(toParts: 1_000) } }
}

/// Reads the shares of a chunk's listings.
struct ShareReader {
    /// Known days that a recent share is the mean of, and days they may lie apart.
    private static let (recentDays, recentSpan) = (7, 10)
    /// Days after which the last known one says nothing of today.
    private static let freshDays = 5

    let history: History
    private let levels: History
    private let isKnown: Bool
    private let hasLevels: Bool
    private let today: Day
    private let leastLost: Double

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        history = chunk[Traffic.featuredShare]
        levels = chunk[Stock.levels]
        isKnown = !history.isWhollyUnknown
        hasLevels = !levels.isWhollyUnknown
        today = chunk.today
        leastLost = knobs.leastLostShare
    }

    /// What is known of a listing's share; `nil` where no day of the last five is.
    func share(of row: Int) -> FeaturedShare? {
        guard isKnown else { return nil }
        let shares = history.row(row)
        return daysWithStock(of: row, shares).map(share) ?? share(of: shares)
    }

    /// The shares of days on which there was something to sell, the others unknown: without stock nobody's page shows the offer,
    /// whoever has the featured one. `nil` where the shelf was never seen empty. It stays as it was last seen.
    private func daysWithStock(of row: Int, _ shares: HistoryRow) -> [Int?]? {
        guard hasLevels else { return nil }
        let levels = levels.row(row)
        guard levels.contains(where: { $0.map { $0 <= 0 } ?? false }) else { return nil }
        var open = Array(shares)
        var isEmpty = false
        for (level, day) in zip(levels.suffix(open.count), open.indices.suffix(levels.count)) {
            isEmpty = level.map { $0 <= 0 } ?? isEmpty
            if isEmpty { open[day] = nil }
        }
        return open
    }

    private func share(of shares: some DayShares) -> FeaturedShare? {
        guard let last = shares.lastIndex(where: { $0 != nil }), shares.count - last <= Self.freshDays else {
            return nil
        }
        let recent = shares[max(0, last + 1 - Self.recentSpan)...last].compactMap(\.self).suffix(Self.recentDays)
        let mean = Double(recent.reduce(0, +)) / Double(recent.count)
        let usual = UsualShare(of: shares)?.value
        return FeaturedShare(
            recent: (mean / Double(Series.wholeShare)).rounded(toParts: 1_000), days: recent.count,
            usual: usual.map { ($0 / Double(Series.wholeShare)).rounded(toParts: 1_000) },
            lastDay: history.days.lowerBound.advanced(by: last),
            since: usual.flatMap { usual in firstLost(shares, below: (1 - leastLost) * usual, mean: mean) }
                .map { history.days.lowerBound.advanced(by: $0) })
    }

    /// The first day of the run below a bound that lasts until today. Two days in a row as usual end it.
    private func firstLost(_ shares: some DayShares, below bound: Double, mean: Double) -> Int? {
        guard mean < bound else { return nil }
        var first: Int?
        var usualDays = 0
        for day in shares.indices.reversed() {
            guard let share = shares[day] else { continue }
            if Double(share) < bound {
                first = day
                usualDays = 0
            } else {
                usualDays += 1
                if usualDays == 2 { break }
            }
        }
        return first
    }
}

/// The share of each day, oldest first; `nil` where nobody measured it.
private protocol DayShares: RandomAccessCollection where Element == Int?, Index == Int {}
extension HistoryRow: DayShares {}
extension [Int?]: DayShares {}
