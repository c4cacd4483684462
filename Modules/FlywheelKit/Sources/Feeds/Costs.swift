/// What a unit costs, and between which prices it may be sold: one row for each listing.
public enum Costs {
    private static let key = FeedKey("costs/1")

    /// What one unit cost, ready to be sold.
    public static let unitCost = Column<Money>(
        "unit-cost", in: key, unit: .money,
        aliases: ["cost", "cost per unit", "landed cost", "cogs", "cost of goods", "purchase price"])
    /// What the marketplace takes of each unit sold.
    public static let fees = Column<Money>(
        "fees", in: key, unit: .money, aliases: ["fees per unit", "fee per unit", "unit fees", "marketplace fees"])
    /// The lowest price the seller allows.
    public static let floor = Column<Money>(
        "floor", in: key, unit: .money,
        aliases: ["floor price", "minimum price", "min price", "minimum-seller-allowed-price"])
    /// The highest price the seller allows.
    public static let ceiling = Column<Money>(
        "ceiling", in: key, unit: .money,
        aliases: ["ceiling price", "maximum price", "max price", "maximum-seller-allowed-price"])
    /// The lowest price that its maker lets anybody advertise.
    public static let minimumAdvertisedPrice = Column<Money>(
        "minimum-advertised-price", in: key, unit: .money, aliases: ["map price", "map"])

    /// The feed of costs.
    public static let feed = Feed(
        key, title: "costs", of: .listing, shape: .snapshot, freshForDays: 100,
        withoutIt: "costs, margins and price limits are unknown",
        columns: unitCost, fees, floor, ceiling, minimumAdvertisedPrice)
}
