/// Stock in a marketplace's warehouse that no offer sells: it costs storage, and is removed in the end.
public enum StrandedStock {
    private static let key = FeedKey("stranded/1")

    /// Since when it is stranded.
    public static let since = Column<Day>("since", in: key, aliases: ["date-stranded"])
    /// When the warehouse removes it unasked.
    public static let removal = Column<Day>("removal", in: key, aliases: ["date-to-take-auto-removal", "removal date"])
    /// Why, in the source's words.
    public static let reason = Column<String>("reason", in: key, aliases: ["stranded-reason"])
    /// What the source says of it besides.
    public static let message = Column<String>("message", in: key, aliases: ["error-message"])
    /// Units that could be sold if an offer sold them.
    public static let fulfillable = Column<Int>(
        "fulfillable", in: key, unit: .units, aliases: ["fulfillable-qty", "units"])
    /// Units that could not.
    public static let unsellable = Column<Int>("unsellable", in: key, unit: .units, aliases: ["unfulfillable-qty"])

    /// The feed of stranded stock. It lists only problems, so it may lose most of its rows in a day.
    public static let feed = Feed(
        key, title: "stranded stock", of: .listing, shape: .snapshot, freshForDays: 2, mayShrinkBy: 0.8,
        withoutIt: "units that no offer sells are unknown",
        columns: since, removal, reason, message, fulfillable, unsellable)
}
