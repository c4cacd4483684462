/// How much of a listing's trade is blocked by the marketplace, and since when.
///
/// Days within it say nothing of demand: whoever estimates a rate of sale leaves them out.
public struct ListingAvailability: Signal {
    /// `listing.availability/1`.
    public static let key = SignalKey("listing.availability/1")

    /// The share of trade that is lost, 0 to 1.
    public let blockedShare: Double
    /// The first day of it, where the marketplace is.
    public let since: Day

    /// A share blocked since a day.
    public init(blockedShare: Double, since: Day) {
        self.blockedShare = blockedShare
        self.since = since
    }

    /// How much of a day's trade was open, 0 to 1: what a day sold is scaled up by it, and of 0 the day says nothing of demand.
    public func openShare(on day: Day) -> Double {
        guard day >= since else { return 1 }
        return blockedShare >= Self.leftOut ? 0 : 1 - blockedShare
    }

    /// The blocked share from which what is left of a day's trade is too little to tell demand from.
    private static let leftOut = 0.5
}
