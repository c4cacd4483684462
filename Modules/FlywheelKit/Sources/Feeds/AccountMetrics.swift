/// How a marketplace judges an account: one row for each measure. It belongs to the account on the marketplace.
public enum AccountMetrics {
    private static let key = FeedKey("account-metrics/1")

    /// What is measured, lower case, words joined by `-`: `order-defect-rate`. The account's own standing is
    /// `account-status`.
    public static let metric = Column<String>("metric", in: key, aliases: ["measure", "policy"], required: true)
    /// How the marketplace judges it, in its words: `GOOD`, `BAD`, `AT_RISK`.
    public static let status = Column<String>("status", in: key, aliases: ["verdict", "standing"])
    /// How many of ``whole`` are counted: orders with defects, late shipments, violations; deliveries on time.
    public static let count = Column<Int>("count", in: key, unit: .none, aliases: ["defects", "violations"])
    /// Of how many orders, shipments or units.
    public static let whole = Column<Int>("whole", in: key, unit: .none, aliases: ["orders", "order count", "of"])
    /// The share the marketplace reports, 0 to 1.
    public static let rate = Column<Double>("rate", in: key, unit: .share)
    /// The share, or the number where nothing is counted it is of, that decides.
    public static let target = Column<Double>("target", in: key, aliases: ["threshold", "limit", "target value"])
    /// On which side of the target it is well: `LESS_THAN`, `GREATER_THAN` or `EQUALS`.
    public static let condition = Column<String>("condition", in: key, aliases: ["target condition"])
    /// The first day that is counted.
    public static let from = Column<Day>("from", in: key, aliases: ["period start"])
    /// The last day that is counted.
    public static let until = Column<Day>("until", in: key, aliases: ["period end", "to"])

    /// The feed of account metrics.
    public static let feed = Feed(
        key, title: "account metrics", of: .account, shape: .snapshotRows, freshForDays: 3, mayShrinkBy: 0.5,
        withoutIt: "how the marketplace judges the account is unknown",
        columns: metric, status, count, whole, rate, target, condition, from, until)
}
