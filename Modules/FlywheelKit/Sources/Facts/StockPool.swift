/// One stock that listings of a SKU on several marketplaces of an account sell from, where the file of each names all its units.
public struct StockPool: Hashable, Sendable {
    /// The marketplaces that sell from it by id, this listing's own among them: the one first that sells most of all that they
    /// share. What is to be said of the stock once is said there.
    public let marketplaces: [String]
    /// Units that the others sold on an average day of the last thirteen weeks, all of them together of which that is known.
    public let soldElsewhere: Double
    /// Those of the others of which it is not.
    public let unknown: [String]

    /// A stock that several sell from.
    public init(marketplaces: [String], soldElsewhere: Double, unknown: [String] = []) {
        self.marketplaces = marketplaces
        self.soldElsewhere = soldElsewhere
        self.unknown = unknown
    }
}

extension [FeedInput] {
    /// Whether a stage decides by stock, and so is told who else sells from it.
    package var decideByStock: Bool { contains { $0.decides && $0.feed.key == Stock.feed.key } }
}
