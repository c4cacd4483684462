/// What one unit of a currency was worth in another, by day and source.
public enum Rates {
    private static let key = FeedKey("rates/1")

    /// The day the rate is of.
    public static let day = Column<Day>("day", in: key, aliases: ["date"], required: true)
    /// The currency one unit of which is valued.
    public static let base = Column<String>("base", in: key, aliases: ["from", "base currency"], required: true)
    /// The currency it is valued in.
    public static let quote = Column<String>("quote", in: key, aliases: ["to", "quote currency"], required: true)
    /// Units of `quote` for one unit of `base`.
    public static let rate = Column<Double>("rate", in: key, unit: .ratio, aliases: ["exchange rate"], required: true)
    /// Who published it.
    public static let source = Column<String>("source", in: key)

    /// The feed of exchange rates. It belongs to no seller; the host reads it for all accounts. A stage that declares it is told
    /// of rates by ``Chunk/conversion(from:to:)``, and of no rows.
    public static let feed = Feed(
        key, title: "exchange rates", of: .account,
        shape: .log(group: ["day", "base", "quote"], newest: nil, at: "day"),
        freshForDays: 7,
        withoutIt:
            "amounts in currencies other than that of totals are unpriced, and costs in others than the price unheeded",
        columns: day, base, quote, rate, source)
}
