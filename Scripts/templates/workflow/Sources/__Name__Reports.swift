public import FlywheelKit

/// The feed the workflow brings along: what was reported of a listing, day by day.
///
/// Files are recognised by these names and aliases, so that no import has to be written.
public enum __Name__Reports {
    private static let key = FeedKey("__id__/1")

    /// The day it was reported, where the marketplace is.
    public static let day = Column<Day>("day", in: key, aliases: ["date", "__id__-date"], required: true)
    /// Units it was reported of. The heading is the workflow's own: a table of `units` by day is one of sales.
    public static let units = Column<Int>(
        "__id__", in: key, unit: .units, aliases: ["__id__-units"], required: true)

    /// The feed. A later file that names a listing's day says all of that day.
    public static let feed = Feed(
        key, title: "__title__", of: .listing, shape: .log(group: ["day"], newest: nil, at: "day"), freshForDays: 7,
        columns: day, units)
}
