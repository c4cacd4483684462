/// On which days a listing could not be sold, as somebody kept book of it: one row for each run of such days.
///
/// What began on the same day is one run: the newest file that names it says how long it lasted.
public enum Availability {
    private static let key = FeedKey("availability/1")

    /// The first day it could not be sold, where the marketplace is.
    public static let from = Column<Day>(
        "from", in: key, aliases: ["start date", "start", "from date", "first day", "unavailable from"], required: true)
    /// The last day, which belongs to the run.
    public static let to = Column<Day>(
        "to", in: key, aliases: ["end date", "end", "to date", "last day", "unavailable to"], required: true)
    /// Why, in the source's words.
    public static let cause = Column<String>("cause", in: key, aliases: ["reason"])

    /// The cause of days that nobody kept book of: a problem that a workflow found blocked the listing, and is over.
    public static let blocked = "blocked"

    /// The feed of availability. The days it names say nothing of what a listing sells when nothing is wrong.
    public static let feed = Feed(
        key, title: "availability", of: .listing, shape: .log(group: ["from"], newest: nil, at: "from"),
        freshForDays: 7, withoutIt: "a listing counts as for sale on every day that no exception takes",
        span: Feed.Span(from, through: to), columns: from, to, cause)
}
