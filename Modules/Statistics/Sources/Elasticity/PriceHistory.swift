/// What sold at which price: periods of one product, or of several that answer to prices alike, each in its own stratum.
///
/// Every column has a value a period, oldest first within a stratum. A period with anything unknown says nothing.
public struct PriceHistory: Hashable, Sendable {
    /// Units sold; net of returns, so below zero counts as none.
    public let units: [Double?]
    /// The price that was asked, above zero.
    public let prices: [Double?]
    /// Season index × share of the period buyable and in stock × share of the featured offer; empty for 1 throughout.
    public let exposure: [Double]
    /// What else moved sales, a column each: 0 or 1 for a promotion, the logarithm of competitors' mean price, time.
    public let covariates: [[Double?]]
    /// Which level of sales a period belongs to, a number for each store, listing or half-year; empty for one level.
    public let strata: [Int]
    /// Periods that may err together, by number; empty for runs of a price, since each is one trial of it.
    public let blocks: [Int]

    /// A history. Columns are as long as `units`, or empty where they may be.
    public init(
        units: [Double?], prices: [Double?], exposure: [Double] = [], covariates: [[Double?]] = [],
        strata: [Int] = [], blocks: [Int] = []
    ) {
        let counts = [exposure.count, strata.count, blocks.count].filter { $0 > 0 } + covariates.map(\.count)
        precondition(
            counts.allSatisfy { $0 == units.count } && prices.count == units.count,
            "a history of \(units.count) periods expects as many values in every column")
        precondition(prices.allSatisfy { $0.map { $0 > 0 && $0.isFinite } ?? true }, "prices are finite and above zero")
        self.units = units
        self.prices = prices
        self.exposure = exposure
        self.covariates = covariates
        self.strata = strata
        self.blocks = blocks
    }
}
