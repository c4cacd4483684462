import FlywheelKit

/// What the marketplace does to a listing because of an issue, the gravest first.
public enum Enforcement: String, Hashable, Sendable, Codable, CaseIterable {
    /// The product's page is taken down: no offer on it can be bought.
    case catalogRemoved = "catalog-removed"
    /// This listing cannot be bought.
    case listingSuppressed = "listing-suppressed"
    /// The listing's status says that it cannot be bought, and no issue says why.
    case notBuyable = "not-buyable"
    /// The list of all listings has it no more, though it sold and units are left, and no issue says why.
    case notListed = "not-listed"
    /// The listing can be bought, but search and browsing do not show it.
    case searchSuppressed = "search-suppressed"
    /// The listing's status says that search and browsing do not show it, and no issue says why.
    case notDiscoverable = "not-discoverable"
    /// A value of the listing was rejected; the listing stays on sale without it.
    case attributeSuppressed = "attribute-suppressed"
    /// The listing is complained about and nothing is done to it yet.
    case qualityAlert = "quality-alert"

    /// Reads a status as reported; case, spaces, hyphens and underscores do not count. `nil` for any other text.
    public init?(reported status: String) { self.init(folded: status.folded) }

    /// Reads a status that is folded already.
    init?(folded status: String) {
        guard let enforcement = Self.names[status] else { return nil }
        self = enforcement
    }

    /// What a listing's status in the catalogue says; `nil` where it names no trouble.
    init?(listingStatus status: String) {
        switch Catalog.trouble(ofStatus: status) {
        case .notBuyable?: self = .notBuyable
        case .notDiscoverable?: self = .notDiscoverable
        case nil: return nil
        }
    }

    /// The share of a listing's revenue lost while the enforcement holds, given what being hidden from search takes.
    ///
    /// Not buyable loses all. A rejected value or an alert loses nothing by itself: where it stops the sale, the marketplace
    /// reports that as an enforcement of its own.
    func lossShare(hidden: Double) -> Double {
        switch self {
        case .catalogRemoved, .listingSuppressed, .notBuyable, .notListed: 1
        case .searchSuppressed, .notDiscoverable: hidden
        case .attributeSuppressed, .qualityAlert: 0
        }
    }

    /// Whether the listing can be bought and is not shown.
    var isHidden: Bool { self == .searchSuppressed || self == .notDiscoverable }

    /// Walmart's words, folded; the reasons beside them are Walmart's too.
    static let unpublished: Set<String> = ["unpublished", "systemproblem"]

    /// The spellings known.
    ///
    /// - `LISTING_SUPPRESSED`, `SEARCH_SUPPRESSED`, `ATTRIBUTE_SUPPRESSED` and `CATALOG_ITEM_REMOVED`: Amazon's Listings
    ///   Items API 2021-08-01, `issues.enforcements.actions.action`. Folding also makes them the words of the report:
    ///   `Search Suppressed` stands in the suppressed listings report (`GET_MERCHANTS_LISTINGS_FYP_REPORT`).
    /// - `Suppressed` alone means hidden from search: Amazon's sellers use the word for that, and for a listing that
    ///   cannot be bought they say removed or blocked. The milder reading also claims less.
    /// - `UNPUBLISHED` and `SYSTEM_PROBLEM` are Walmart's, by which it takes a listing off sale. `STAGE`, `READY_TO_PUBLISH` and
    ///   `IN_PROGRESS` are the statuses before one is put on sale, or put back, and say nothing of why.
    /// - The others are the same enforcements as people shorten them in files of their own.
    private static let names: [String: Enforcement] = [
        "catalogitemremoved": .catalogRemoved,
        "catalogremoved": .catalogRemoved,
        "detailpageremoved": .catalogRemoved,
        "removed": .catalogRemoved,
        "listingsuppressed": .listingSuppressed,
        "offersuppressed": .listingSuppressed,
        "unpublished": .listingSuppressed,
        "systemproblem": .listingSuppressed,
        "stage": .notBuyable,
        "readytopublish": .notBuyable,
        "inprogress": .notBuyable,
        "searchsuppressed": .searchSuppressed,
        "suppressed": .searchSuppressed,
        "attributesuppressed": .attributeSuppressed,
        "qualityalert": .qualityAlert,
        "listingqualityalert": .qualityAlert,
    ]
}
