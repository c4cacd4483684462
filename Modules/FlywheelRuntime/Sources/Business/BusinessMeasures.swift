/// How the business stood at a turn: how fresh what decides was, what was watched, stocked and sold, and who was there to
/// work.
///
/// Summed from the facts the turn looked at, so that a year of them is read from turns. What nobody brought is `nil` or is
/// not in the count, and never zero.
public struct BusinessMeasures: Hashable, Sendable, Codable {
    /// Feeds that decide something, once for each account and marketplace they decide for.
    public var feeds = 0
    /// Of those, the ones that were fresh.
    public var freshFeeds = 0
    /// Of those, the ones that nobody ever brought a complete file of; the others that are not fresh are stale.
    public var missingFeeds = 0
    /// The missing ones that are of no account, since there is no row of the kind that is looked at: each as that kind and the
    /// feed. They count once, however many accounts there are; `nil` of turns before that was kept.
    var rowlessFeeds: [RowlessFeed]?
    /// Listings known.
    public var listings = 0
    /// Listings of which at least one workflow could tell whether anything is wrong: its deciding feeds were fresh, and it
    /// did not say that it cannot tell.
    public var watched = 0
    /// Listings of tier A.
    public var heroes = 0
    /// Listings on sale, or that could be, of which a fresh file says how many units can be sold.
    public var stockKnown = 0
    /// Of those, the ones without a unit.
    public var stockedOut = 0
    /// Heroes whose share of the featured offer is known of one of the seven full days before the turn.
    public var featuredHeroes = 0
    /// The mean over these of the newest known day's share, 0 to 1; `nil` where there are none.
    public var heroFeaturedShare: Double?
    /// Listings of which the newest seven full days' sales are known, days before a listing was created left out; the week
    /// ends at most four days before the turn, since reports of sales come late.
    public var weekListings = 0
    /// Units these sold in that week; `nil` where there are none.
    public var weekUnits: Int?
    /// What these units brought as their reports say, else come to at the price of the turn, in minor units of its currency;
    /// `nil` where none could be priced.
    public var weekRevenue: Int64?
    /// Of the units, those without a price or an exchange rate: they are in no revenue.
    public var weekUnpricedUnits = 0
    /// How many people work the queue; `nil` where nobody says.
    public var staff: Int?
    /// Hours a week they can give to it, together; `nil` where nobody says.
    public var staffHours: Double?

    /// What is measured of nothing.
    public init() {}
}

extension BusinessMeasures {
    /// How the business of two accounts stands together. Who works the queue is not known of accounts.
    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.freshFeeds += right.freshFeeds
        let twice = Self.countedTwice(left, right)
        sum.feeds += right.feeds - twice.count
        sum.missingFeeds += right.missingFeeds - twice.count
        sum.rowlessFeeds = twice.left
        sum.listings += right.listings
        sum.watched += right.watched
        sum.heroes += right.heroes
        sum.stockKnown += right.stockKnown
        sum.stockedOut += right.stockedOut
        sum.featuredHeroes += right.featuredHeroes
        let shares = [left, right].compactMap { part in part.heroFeaturedShare.map { $0 * Double(part.featuredHeroes) }
        }
        if !shares.isEmpty { sum.heroFeaturedShare = shares.reduce(0, +) / Double(sum.featuredHeroes) }
        sum.weekListings += right.weekListings
        sum.weekUnpricedUnits += right.weekUnpricedUnits
        sum.weekUnits = Self.sum(left.weekUnits, right.weekUnits)
        sum.weekRevenue = Self.sum(left.weekRevenue, right.weekRevenue)
        (sum.staff, sum.staffHours) = (nil, nil)
        return sum
    }

    /// How many missing feeds two accounts count too often together, and those that are of no account of both.
    private static func countedTwice(_ left: Self, _ right: Self) -> (count: Int, left: [RowlessFeed]?) {
        guard let ours = left.rowlessFeeds, let theirs = right.rowlessFeeds else { return (0, nil) }
        let both = ours.filter(theirs.contains)
        func feeds(_ rowless: [RowlessFeed]) -> Int { Set(rowless.map(\.feed)).count }
        return (feeds(ours) + feeds(theirs) - feeds(both), both)
    }

    /// What is known of either, together; `nil` where neither is, or no number holds it.
    private static func sum<Number: FixedWidthInteger>(_ left: Number?, _ right: Number?) -> Number? {
        guard let left, let right else { return left ?? right }
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? nil : sum
    }
}

/// A feed that decides about rows of which there are none.
struct RowlessFeed: Hashable, Sendable, Codable {
    /// The kind of rows.
    let kind: String
    /// The feed's key.
    let feed: String
}
