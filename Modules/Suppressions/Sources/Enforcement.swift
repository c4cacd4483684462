/// What the marketplace does to a listing because of an issue, the gravest first.
public enum Enforcement: String, Hashable, Sendable, Codable, CaseIterable {
    /// The product's page is taken down: no offer on it can be bought.
    case catalogRemoved = "catalog-removed"
    /// This listing cannot be bought.
    case listingSuppressed = "listing-suppressed"
    /// The listing can be bought, but search and browsing do not show it.
    case searchSuppressed = "search-suppressed"
    /// A value of the listing was rejected; the listing stays on sale without it.
    case attributeSuppressed = "attribute-suppressed"
    /// The listing is complained about and nothing is done to it yet.
    case qualityAlert = "quality-alert"

    /// Reads a status as reported; case, spaces, hyphens and underscores do not count. `nil` for any other text.
    public init?(reported status: String) {
        guard let enforcement = Self.names[status.folded] else { return nil }
        self = enforcement
    }

    /// The spellings known.
    ///
    /// - `LISTING_SUPPRESSED`, `SEARCH_SUPPRESSED`, `ATTRIBUTE_SUPPRESSED` and `CATALOG_ITEM_REMOVED`: Amazon's Listings
    ///   Items API 2021-08-01, `issues.enforcements.actions.action`. Folding also makes them the words of the report:
    ///   `Search Suppressed` stands in the suppressed listings report (`GET_MERCHANTS_LISTINGS_FYP_REPORT`).
    /// - `Suppressed` alone means hidden from search: Amazon's sellers use the word for that, and for a listing that
    ///   cannot be bought they say removed or blocked. The milder reading also claims less.
    /// - The others are the same enforcements as people shorten them in files of their own.
    private static let names: [String: Enforcement] = [
        "catalogitemremoved": .catalogRemoved,
        "catalogremoved": .catalogRemoved,
        "detailpageremoved": .catalogRemoved,
        "removed": .catalogRemoved,
        "listingsuppressed": .listingSuppressed,
        "offersuppressed": .listingSuppressed,
        "searchsuppressed": .searchSuppressed,
        "suppressed": .searchSuppressed,
        "attributesuppressed": .attributeSuppressed,
        "qualityalert": .qualityAlert,
        "listingqualityalert": .qualityAlert,
    ]
}
