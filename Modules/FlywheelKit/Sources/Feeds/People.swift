/// Who works the queue, and how much: one row for each person. It belongs to the account.
///
/// A name here is what the configuration calls an owner; nothing else of a person is kept.
public enum People {
    private static let key = FeedKey("people/1")

    /// The name they act and own under.
    public static let name = Column<String>("name", in: key, aliases: ["person", "owner"], required: true)
    /// Hours a week they can give to the queue.
    public static let hoursPerWeek = Column<Double>(
        "hours-per-week", in: key, unit: .hours, aliases: ["weekly hours", "hours a week", "capacity hours"],
        required: true)
    /// The ids of the workflows they work in, separated by spaces or commas; unknown where it is all of them.
    public static let workflows = Column<String>("workflows", in: key, aliases: ["workflow", "owner of", "works on"])

    /// The feed of people.
    public static let feed = Feed(
        key, title: "people", of: .account, shape: .snapshotRows, freshForDays: 366, mayShrinkBy: 0.5,
        personalHeadings: ["email", "phone"], withoutIt: "hours are unknown, and owners come from rules alone",
        columns: name, hoursPerWeek, workflows)
}
