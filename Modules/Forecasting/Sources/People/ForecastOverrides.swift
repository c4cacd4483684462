public import FlywheelKit

/// Forecasts that people state in place of computed ones: one row for each listing and beginning.
public enum ForecastOverrides {
    private static let key = FeedKey("forecast-overrides/1")

    /// Units a day that will be asked for.
    public static let unitsPerDay = Column<Double>(
        "units-per-day", in: key, unit: .units, aliases: ["units per day", "forecast units per day", "units a day"],
        required: true)
    /// The first day it holds for, where the marketplace is.
    public static let from = Column<Day>("from", in: key, aliases: ["forecast from", "valid from"], required: true)
    /// The last day, which belongs to it: then the computed forecast holds again.
    public static let until = Column<Day>("until", in: key, aliases: ["forecast until", "valid until"], required: true)
    /// The day it was stated.
    public static let stated = Column<Day>("stated", in: key, aliases: ["stated on", "entered"], required: true)
    /// Who stated it.
    public static let owner = Column<String>(
        "owner", in: key, aliases: ["forecast owner", "stated by"], required: true)
    /// Why.
    public static let reason = Column<String>("reason", in: key, aliases: ["forecast reason", "because"])

    /// The feed of stated forecasts. What somebody stated holds until its last day; another statement for the same first day
    /// replaces it, a file that does not name it does not.
    public static let feed = Feed(
        key, title: "stated forecasts", of: .listing, shape: .log(group: ["from"], newest: nil, at: "stated"),
        freshForDays: 366, withoutIt: "forecasts are computed", span: Feed.Span(from, through: until),
        columns: unitsPerDay, from, until, stated, owner, reason)
}
