public import FlywheelKit
import Statistics

/// What page views say of the featured offer: of past days, and up to two days late. Who is featured now is another
/// measure, ``Offer/owner``.
public struct FeaturedShare: Hashable, Codable, Sendable {
    /// The share of page views with the own offer featured over the last known days, of those since ``since`` alone where it is
    /// below the usual, 0 to 1: of all views together where each day's are known, else the mean of days.
    public let recent: Double
    /// How many days these are.
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
    /// Days in a row as usual that end a loss.
    static let usualDays = 2
    /// Days after which the last known one says nothing of today.
    private static let freshDays = 5

    let history: History
    private let views: History
    private let levels: History
    private let prices: History
    private let isKnown: Bool
    private let hasViews: Bool
    private let hasLevels: Bool
    private let hasPrices: Bool
    private let today: Day
    private let leastLost: Double

    init(_ chunk: Chunk, knobs: PricingKnobs) {
        history = chunk[Traffic.featuredShare]
        views = chunk[Traffic.pageViews]
        levels = chunk[Stock.levels]
        prices = chunk[Offers.ownPrices]
        isKnown = !history.isWhollyUnknown
        hasViews = !views.isWhollyUnknown && views.days == history.days
        hasLevels = !levels.isWhollyUnknown
        hasPrices = !prices.isWhollyUnknown
        today = chunk.today
        leastLost = knobs.leastLostShare
    }

    /// What is known of a listing's share; `nil` where no day of the last five is.
    func share(of row: Int) -> FeaturedShare? {
        guard isKnown else { return nil }
        let shares = history.row(row)
        guard hasViews else { return ordinaryDays(of: row, shares).map { share(of: $0) } ?? share(of: shares) }
        let views = views.row(row)
        var seen = ordinaryDays(of: row, shares) ?? Array(shares)
        for day in seen.indices where views[day] == 0 { seen[day] = nil }
        let isWeighed = seen.indices.allSatisfy { seen[$0] == nil || views[$0] != nil }
        return isWeighed ? share(of: seen, views) : share(of: seen)
    }

    /// The shares of days on which there was something to sell at a price that was meant, the others unknown: without stock nobody's
    /// page shows the offer, whoever has the featured one, and who has it beside an error says nothing of the usual price. `nil`
    /// where every day is such a one as far as anybody knows.
    private func ordinaryDays(of row: Int, _ shares: HistoryRow) -> [Int?]? {
        let closed = [
            hasLevels ? emptyDays(of: levels.row(row)) : nil, hasPrices ? UsualPrice.errors(of: prices.row(row)) : nil,
        ].compactMap(\.self)
        guard !closed.isEmpty else { return nil }
        var open = Array(shares)
        for days in closed {
            for (isClosed, day) in zip(days.suffix(open.count), open.indices.suffix(days.count)) where isClosed {
                open[day] = nil
            }
        }
        return open
    }

    /// On which days the shelf was empty; `nil` where it was never seen so. It stays as it was last seen.
    private func emptyDays(of levels: HistoryRow) -> [Bool]? {
        guard levels.contains(where: { $0.map { $0 <= 0 } ?? false }) else { return nil }
        var isEmpty = false
        return levels.map { level in
            isEmpty = level.map { $0 <= 0 } ?? isEmpty
            return isEmpty
        }
    }

    /// - Parameter views: how many page views each of the days had that are known; days count alike without them.
    private func share(of shares: some DayShares, _ views: HistoryRow? = nil) -> FeaturedShare? {
        guard let last = shares.lastIndex(where: { $0 != nil }), shares.count - last <= Self.freshDays else {
            return nil
        }
        func weighed(_ day: Int) -> (share: Int, weight: Int)? {
            shares[day].map { ($0, views.map { $0[day] ?? 1 } ?? 1) }
        }
        func mean(_ days: some Collection<Int>) -> Double {
            let known = days.compactMap(weighed)
            return Double(known.reduce(0) { $0 + $1.share * $1.weight }) / Double(known.reduce(0) { $0 + $1.weight })
        }
        var recent = (max(0, last + 1 - Self.recentSpan)...last).filter { shares[$0] != nil }.suffix(Self.recentDays)
        let usual = UsualShare(weighed: shares.indices.lazy.map(weighed))?.value
        var since: Int?
        if let bound = usual.map({ (1 - leastLost) * $0 }), mean(recent) < bound {
            // Good days from before it began say nothing of how much it takes.
            let lost = firstLost(shares, below: bound).map { first in (first, recent.drop { $0 < first }) }
            if let (first, days) = lost, mean(days) < bound { (since, recent) = (first, days) }
        }
        return FeaturedShare(
            recent: (mean(recent) / Double(Series.wholeShare)).rounded(toParts: 1_000), days: recent.count,
            usual: usual.map { ($0 / Double(Series.wholeShare)).rounded(toParts: 1_000) },
            lastDay: history.days.lowerBound.advanced(by: last),
            since: since.map { history.days.lowerBound.advanced(by: $0) })
    }

    /// The first day of the run below a bound that lasts until today.
    private func firstLost(_ shares: some DayShares, below bound: Double) -> Int? {
        var first: Int?
        var usualDays = 0
        for day in shares.indices.reversed() {
            guard let share = shares[day] else { continue }
            if Double(share) < bound {
                first = day
                usualDays = 0
            } else {
                usualDays += 1
                if usualDays == Self.usualDays { break }
            }
        }
        return first
    }
}

/// The share of each day, oldest first; `nil` where nobody measured it.
private protocol DayShares: RandomAccessCollection where Element == Int?, Index == Int {}
extension HistoryRow: DayShares {}
extension [Int?]: DayShares {}
