/// How good a marketplace finds the listings themselves, before it does anything about them: one row for each listing.
public enum ListingQuality {
    private static let key = FeedKey("listing-quality/1")

    /// The marketplace's score, from 0 to 1.
    public static let score = Column<Double>(
        "quality-score", in: key, unit: .share, aliases: ["listing quality score"])
    /// What counts against it.
    public static let issues = Column<Int>(
        "quality-issues", in: key, aliases: ["issue count", "listing quality issues"])

    /// The feed of listing quality.
    public static let feed = Feed(
        key, title: "listing quality", of: .listing, shape: .snapshot, freshForDays: 14,
        withoutIt: "no listing counts as better or worse made than another", columns: score, issues)
}
