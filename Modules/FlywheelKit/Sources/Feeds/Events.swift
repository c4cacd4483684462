/// Days unlike others: deal days, holidays, launches. It belongs to the account: one row for each event.
public enum Events {
    private static let key = FeedKey("events/1")

    /// What people call it.
    public static let name = Column<String>("name", in: key, aliases: ["event", "event name"], required: true)
    /// Its first day, where the marketplace is.
    public static let from = Column<Day>(
        "from", in: key, aliases: ["start date", "start", "from date", "first day"], required: true)
    /// Its last day, which belongs to it.
    public static let to = Column<Day>(
        "to", in: key, aliases: ["end date", "end", "to date", "last day"], required: true)
    /// The marketplaces it is held on, by id, name or domain, separated by spaces or commas; unknown where it is held on
    /// all of them.
    public static let scope = Column<String>("scope", in: key, aliases: ["marketplace", "marketplaces", "country"])

    /// The feed of events. A list of what is to come loses its past.
    public static let feed = Feed(
        key, title: "events", of: .account, shape: .snapshotRows, freshForDays: 366, mayShrinkBy: 0.8,
        withoutIt: "every day counts as an ordinary one", span: Feed.Span(from, through: to),
        columns: name, from, to, scope)
}
