/// What can be shipped, what is on its way, and what only looks like stock: one row for each listing.
public enum Stock {
    private static let key = FeedKey("stock/1")

    /// Units that can be sold now.
    public static let fulfillable = Column<Int>(
        "fulfillable", in: key, unit: .units,
        aliases: ["afn-fulfillable-quantity", "available", "quantity available", "on hand"], required: true)
    /// Units announced to the warehouse but not yet shipped.
    public static let inboundWorking = Column<Int>(
        "inbound-working", in: key, unit: .units, aliases: ["afn-inbound-working-quantity"])
    /// Units on their way to the warehouse.
    public static let inboundShipped = Column<Int>(
        "inbound-shipped", in: key, unit: .units, aliases: ["afn-inbound-shipped-quantity", "inbound"])
    /// Units being received there.
    public static let inboundReceiving = Column<Int>(
        "inbound-receiving", in: key, unit: .units, aliases: ["afn-inbound-receiving-quantity"])
    /// Units held for orders, transfers and processing.
    public static let reserved = Column<Int>(
        "reserved", in: key, unit: .units, aliases: ["afn-reserved-quantity", "reserved quantity"])
    /// Of the reserved units, those sold and not yet shipped.
    public static let reservedForOrders = Column<Int>(
        "reserved-for-orders", in: key, unit: .units, aliases: ["reserved-customerorders", "reserved customer order"])
    /// Of the reserved units, those on their way between warehouses.
    public static let reservedInTransfer = Column<Int>(
        "reserved-in-transfer", in: key, unit: .units, aliases: ["reserved-fc-transfers", "reserved fc transfer"])
    /// Of the reserved units, those being measured or worked on in a warehouse.
    public static let reservedInProcessing = Column<Int>(
        "reserved-in-processing", in: key, unit: .units, aliases: ["reserved-fc-processing"])
    /// Units the warehouse is looking for: not sellable, not lost.
    public static let researching = Column<Int>(
        "researching", in: key, unit: .units, aliases: ["afn-researching-quantity"])
    /// Units that cannot be sold as they are.
    public static let unsellable = Column<Int>(
        "unsellable", in: key, unit: .units, aliases: ["afn-unsellable-quantity", "unfulfillable"])
    /// Of the units that can be sold, those that have lain in the warehouse for 181 to 270 days.
    public static let aged181To270 = Column<Int>(
        "aged-181-to-270-days", in: key, unit: .units, aliases: ["inv-age-181-to-270-days"])
    /// Those that have lain there for 271 to 365 days.
    public static let aged271To365 = Column<Int>(
        "aged-271-to-365-days", in: key, unit: .units, aliases: ["inv-age-271-to-365-days"])
    /// Those that have lain there for longer, where the source does not tell them apart.
    public static let agedOver365 = Column<Int>(
        "aged-over-365-days", in: key, unit: .units, aliases: ["inv-age-365-plus-days"])
    /// Those that have lain there for 366 to 455 days.
    public static let aged366To455 = Column<Int>(
        "aged-366-to-455-days", in: key, unit: .units, aliases: ["inv-age-366-to-455-days"])
    /// Those that have lain there for longer than that.
    public static let agedOver455 = Column<Int>(
        "aged-over-455-days", in: key, unit: .units, aliases: ["inv-age-456-plus-days"])
    /// What the warehouse expects to charge for storing the listing's units over the coming month.
    public static let storageCost = Column<Money>(
        "storage-cost-next-month", in: key, unit: .money, aliases: ["estimated-storage-cost-next-month"])
    /// What it expects to charge next month for the age of units that have lain there for 181 to 210 days.
    public static let ageSurcharge181To210 = Column<Money>(
        "age-surcharge-181-to-210-days", in: key, unit: .money, aliases: ["estimated-ais-181-210-days"])
    /// The same for 211 to 240 days.
    public static let ageSurcharge211To240 = Column<Money>(
        "age-surcharge-211-to-240-days", in: key, unit: .money, aliases: ["estimated-ais-211-240-days"])
    /// The same for 241 to 270 days.
    public static let ageSurcharge241To270 = Column<Money>(
        "age-surcharge-241-to-270-days", in: key, unit: .money, aliases: ["estimated-ais-241-270-days"])
    /// The same for 271 to 300 days.
    public static let ageSurcharge271To300 = Column<Money>(
        "age-surcharge-271-to-300-days", in: key, unit: .money, aliases: ["estimated-ais-271-300-days"])
    /// The same for 301 to 330 days.
    public static let ageSurcharge301To330 = Column<Money>(
        "age-surcharge-301-to-330-days", in: key, unit: .money, aliases: ["estimated-ais-301-330-days"])
    /// The same for 331 to 365 days.
    public static let ageSurcharge331To365 = Column<Money>(
        "age-surcharge-331-to-365-days", in: key, unit: .money, aliases: ["estimated-ais-331-365-days"])
    /// The same for longer.
    public static let ageSurchargeOver365 = Column<Money>(
        "age-surcharge-over-365-days", in: key, unit: .money, aliases: ["estimated-ais-365-plus-days"])
    /// The state of the units a row counts, in the source's words, where a source lists states in rows of their own.
    public static let disposition = Column<String>("disposition", in: key, aliases: ["warehouse-condition-code"])

    /// Units that could be sold, day by day, as past files of stock said.
    public static let levels = Series("stock.levels", from: fulfillable)

    /// The feed of stock.
    public static let feed = Feed(
        key, title: "stock", of: .listing, shape: .snapshot, freshForDays: 2,
        columns: fulfillable, inboundWorking, inboundShipped, inboundReceiving, reserved, reservedForOrders,
        reservedInTransfer, reservedInProcessing, researching, unsellable, aged181To270, aged271To365, agedOver365,
        aged366To455, agedOver455, storageCost, ageSurcharge181To210, ageSurcharge211To240,
        ageSurcharge241To270, ageSurcharge271To300, ageSurcharge301To330,
        ageSurcharge331To365, ageSurchargeOver365, disposition)
}
