/// Whether the wheel compounds: the same people manage more, and less of it comes back.
///
/// Sales of a person rise with the market too. So sales for each full-time person count only where listings for each person
/// rise with them: sales of a person = sales of a listing × listings of a person, and the market moves the first factor alone.
public struct CompoundingVerdict: Hashable, Sendable {
    /// The verdict.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// Sales and listings for each person rise, and fewer problems come back.
        case compounding
        /// Sales for each person rise with sales of a listing alone: demand rose, not what people manage.
        case marketOnly = "market-only"
        /// People grow in number as fast as the catalogue.
        case headcountGrows = "headcount-grows"
        /// None of these, and enough is known to say so.
        case notCompounding = "not-compounding"
        /// Too little is known.
        case inconclusive
    }

    /// The verdict.
    public var verdict: Verdict
    /// The trends it rests on, as far as they are known.
    public var trends: [WheelTrend]
    /// The same in words, with their figures.
    public var evidence: [String]
    /// The percent by which people grow in number for one percent that the catalogue grows; `nil` where it does not grow.
    public var headcountElasticity: Double?
    /// The verdict as one sentence.
    public var sentence: String
    /// What would have to be known, where it is inconclusive.
    public var missing: [String]
}

/// How a figure moved over the history, and whether that is more than chance.
public struct WheelTrend: Hashable, Sendable {
    /// What moved.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Sales of a week for each full-time person, in minor units.
        case revenuePerPerson = "revenue-per-person"
        /// Sales of a week for each listing, in minor units.
        case revenuePerListing = "revenue-per-listing"
        /// Listings for each full-time person.
        case listingsPerPerson = "listings-per-person"
        /// Problems ended in a week for each full-time person.
        case endedPerPerson = "ended-per-person"
        /// The share of confirmed ends after which the same came back within ``WheelModel/trendRepeatDays``.
        case repeatRate = "repeat-rate"
        /// Full-time people.
        case people
        /// Listings.
        case listings
    }

    /// Where it goes.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// Up, by more than chance.
        case rising
        /// Down, by more than chance.
        case falling
        /// Neither can be told from chance.
        case level
    }

    /// What moved.
    public var measure: Measure
    /// Months of 28 days it is known of.
    public var months: Int
    /// The first known month's value, smoothed by the trend.
    public var first: Double
    /// The last known month's value, smoothed by the trend.
    public var last: Double
    /// The probability of so much order by chance alone.
    public var probability: Double
    /// Where it goes.
    public var direction: Direction
}
