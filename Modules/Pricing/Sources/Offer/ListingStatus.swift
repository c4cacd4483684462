/// What the status of a listing says, in any source's words.
enum ListingStatus {
    /// Whether the listing is on sale; case, spaces, hyphens and underscores do not count. `nil` where nothing is said, and of
    /// any other word it is not.
    static func isOnSale(_ status: String?) -> Bool? { status.map { onSale.contains($0.folded) } }

    /// The words of listings reports and of tables, of Amazon's Listings Items API in either order, and of Walmart, whose
    /// second word is the lifecycle: `UNPUBLISHED ACTIVE` and `PUBLISHED RETIRED` are not on sale.
    private static let onSale: Set<String> = [
        "active", "buyable", "buyablediscoverable", "discoverablebuyable", "published", "publishedactive",
    ]
}
