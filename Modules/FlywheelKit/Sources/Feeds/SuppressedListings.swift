/// Which listings the marketplace hides or blocks, and why: one row for each issue.
public enum SuppressedListings {
    private static let key = FeedKey("suppressed-listings/1")

    /// The enforcement, as reported: `Search Suppressed`, or an API's `LISTING_SUPPRESSED`.
    public static let status = Column<String>("status", in: key, aliases: ["enforcement"], required: true)
    /// The marketplace's group of reasons, `Missing info`.
    public static let reason = Column<String>("reason", in: key)
    /// The issue in the marketplace's words; localised, so it identifies nothing.
    public static let issue = Column<String>("issue", in: key, aliases: ["issue description", "message"])
    /// The marketplace's code or the attribute that is wrong, where the source gives one apart.
    public static let code = Column<String>("code", in: key, aliases: ["issue code", "attribute"])
    /// How grave the source calls the issue, apart from what it does about it: `ERROR`, `WARNING`.
    public static let severity = Column<String>("severity", in: key)
    /// Since when the status holds.
    public static let since = Column<Day>("since", in: key, aliases: ["status change date"])
    /// Until when the listing is exempt from the enforcement.
    public static let exemptUntil = Column<Instant>(
        "exempt-until", in: key, aliases: ["exemption expiry date"], endsDay: true)

    /// The feed of suppressed listings. It lists only problems, so it may lose most of its rows in a day.
    public static let feed = Feed(
        key, title: "suppressed listings", of: .listing, shape: .snapshotRows, freshForDays: 2, mayShrinkBy: 0.8,
        untoldOn: ["shopify", "ebay"],
        columns: status, reason, issue, code, severity, since, exemptUntil)
}
