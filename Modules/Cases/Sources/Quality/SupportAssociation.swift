public import Statistics

/// Whether listings that people write about more go on to sell less: an association over listings, and no more than that.
///
/// Correlated by rank are the cases for each unit of the first stretch and the change of sales from the second to the third,
/// ln((third + ½)/(second + ½)). The two share no figure: a rate for each unit and a change from the same units would go
/// together by arithmetic alone (K. Pearson, "On a form of spurious correlation", 1897).
public struct SupportAssociation: Hashable, Sendable {
    /// What the ranks say; `nil` where nothing can be said, see ``missing``.
    public let correlation: RankCorrelation?
    /// Listings that sold in the first stretch, and so have a rate.
    public let listings: Int
    /// Listings left out: nothing was sold in the first stretch, or in neither of the others.
    public let leftOut: Int
    /// Listings whose sales are not known well enough.
    public let unknown: Int
    /// Cases of the first stretch about the listings that have a rate; one about several counts for each.
    public let contacts: Int
    private let hasLinks: Bool

    /// Why nothing can be said.
    public enum Missing: String, Hashable, Sendable, CaseIterable {
        /// No case names a listing that the facts or a person confirmed.
        case links = "no-listing-named"
        /// No listing's sales are known for all three stretches.
        case sales = "no-sales-known"
        /// Too few listings have a rate.
        case listings = "too-few-listings"
        /// All listings have the same rate, or the same change.
        case difference = "all-alike"
    }

    /// What may lie behind both, and is not looked at here.
    public static let confounders = [
        "price changes", "season", "stock-outs and suppressions", "the age of the listing",
        "promotions and advertising", "reviews and rivals", "who sells and ships it",
    ]

    /// Correlates.
    /// - Parameters:
    ///   - unknown: listings whose sales are not known.
    ///   - hasLinks: whether any case names a listing.
    public init(_ listings: [ListingSupport], unknown: Int = 0, hasLinks: Bool = true) {
        let known = listings.filter { $0.first > 0 && $0.second + $0.third > 0 }
        correlation = RankCorrelation(
            known.map { listing in
                // The order of ratios is that of their logarithms.
                (Double(listing.contacts) / listing.first, (listing.third + 0.5) / (listing.second + 0.5))
            })
        self.listings = known.count
        leftOut = listings.count - known.count
        self.unknown = unknown
        contacts = known.reduce(0) { $0 + $1.contacts }
        self.hasLinks = hasLinks
    }

    /// Why nothing can be said; `nil` where something can.
    public var missing: Missing? {
        guard correlation == nil else { return nil }
        guard hasLinks else { return .links }
        guard listings + leftOut > 0 else { return .sales }
        return listings < RankCorrelation.least ? .listings : .difference
    }
}
