/// What the number of a metric counts.
public enum MetricUnit: String, Hashable, Sendable, CaseIterable, Codable {
    /// Hours that went by, day and night.
    case hours
    /// Days of 24 hours that went by.
    case days
    /// Minutes of work.
    case minutes
    /// A part of a whole, 0 to 1.
    case share
    /// Minor units of the history's currency.
    case money
    /// Minor units of the history's currency in a day.
    case moneyPerDay = "money/day"
    /// Minor units of the history's currency for each full-time operator and week.
    case moneyPerOperatorWeek = "money/operator-week"
    /// Problems.
    case problems
    /// Problems in a week.
    case problemsPerWeek = "problems/week"
    /// Problems for each full-time operator and week.
    case problemsPerOperatorWeek = "problems/operator-week"
    /// Listings for each full-time operator.
    case listingsPerOperator = "listings/operator"
    /// Units sold for each listing and week.
    case unitsPerListingWeek = "units/listing-week"

    /// Whether it is an amount of money, which is rounded once, half to even, to the minor unit.
    public var isMoney: Bool { self == .money || self == .moneyPerDay || self == .moneyPerOperatorWeek }
}
