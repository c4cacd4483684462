public import FlywheelKit

/// What one turn of the wheel saw: how fresh its facts were, how the business stood, and who was there to work.
public struct TurnMeasures: Hashable, Sendable {
    /// The number of its rotation.
    public var id: Int64
    /// The moment it looked from.
    public var at: Instant
    /// Feeds that decide something and were fresh.
    public var freshFeeds: Int
    /// Feeds that decide something.
    public var feeds: Int
    /// Listings known.
    public var listings: Int
    /// Listings of which at least one workflow could tell whether anything is wrong; `nil` where nobody measured it.
    public var watched: Int?
    /// Listings of tier A.
    public var heroes: Int
    /// Listings that were for sale or could be, and whose stock is known.
    public var stockKnown: Int
    /// Of those, the ones without a unit to sell.
    public var stockedOut: Int
    /// The mean share of page views at which heroes held the featured offer, 0 to 1; `nil` where none says.
    public var heroFeaturedShare: Double?
    /// Exceptions that waited for work.
    public var open: Int
    /// What they counted for together, each listing once.
    public var openAtRisk: Int64
    /// The same by workflow and by the kinds of which any were open: of each workflow that was installed, and of others of
    /// which anything was, such as what people added under kinds of their own. `nil` where that was not kept.
    public var openKinds: [String: [String: Open]]?
    /// What the seven full days before it sold for; `nil` where sales or prices are not known.
    public var weekRevenue: Int64?
    /// Listings of which the sales of those days are known; what only old orders name is none of them.
    public var weekListings: Int
    /// Units sold in those days.
    public var weekUnits: Double?
    /// Hours a week that people have for the queue; `nil` where nobody said.
    public var staffHours: Double?
    /// How many people those are.
    public var staff: Int?

    /// What was measured of all accounts alone, where this is of some of them.
    public var wholeOnly: Set<Part> = []

    /// Exceptions that waited for work, and what they counted for.
    public struct Open: Hashable, Sendable {
        /// How many.
        public var count: Int
        /// How many of them had no amount.
        public var unpriced: Int
        /// What the others counted for.
        public var atRisk: Int64

        /// What waited.
        public init(count: Int = 0, unpriced: Int = 0, atRisk: Int64 = 0) {
            self.count = count
            self.unpriced = unpriced
            self.atRisk = atRisk
        }

        static func + (left: Self, right: Self) -> Self {
            Self(
                count: left.count + right.count, unpriced: left.unpriced + right.unpriced,
                atRisk: left.atRisk + right.atRisk)
        }
    }

    /// What turns measure of the business.
    public enum Part: Hashable, Sendable {
        /// How it stands: what is watched, stocked and sold.
        case business
        /// Who works the queue.
        case staff
    }

    /// What a turn saw that saw nothing.
    public init(id: Int64, at: Instant) {
        self.id = id
        self.at = at
        freshFeeds = 0
        feeds = 0
        listings = 0
        heroes = 0
        stockKnown = 0
        stockedOut = 0
        weekListings = 0
        open = 0
        openAtRisk = 0
    }
}
