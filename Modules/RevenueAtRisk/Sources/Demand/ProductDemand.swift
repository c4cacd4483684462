public import Statistics

/// The one demand that all SKUs of a product share, and each SKU's part of it.
///
/// Demand belongs to the product: while one of its SKUs can be bought, the product can, and a SKU's claim is limited to
/// its own part. The parts add up to the product's rate exactly, so several SKUs never claim more than there is.
public struct ProductDemand: Hashable, Sendable {
    /// Units a day of all SKUs when nothing is wrong, at season index 1.
    public let unitsPerDay: Decimal4
    /// Each SKU's part, in the order given; they add up to ``unitsPerDay``.
    public let skuUnitsPerDay: [Decimal4]
    /// What is believed of each SKU's rate: the product's posterior scaled to its part.
    public let skuPosteriors: [GammaDistribution]
    /// The estimate behind it, with its terms.
    public let estimate: RunRateEstimate
    /// Days that entered the estimate.
    public let goodDays: Int
    /// Days left out because no SKU was available for ``leastAvailable`` of them, or sales had not begun yet.
    public let blockedDays: Int
    /// Days left out because the units of a SKU that could sell are unknown.
    public let unknownDays: Int
    /// How much stands behind the rate.
    public let evidence: Evidence

    /// The share of a day below which it is left out: of an hour's trade nothing can be scaled up to a day.
    public static let leastAvailable = 0.05
    /// The largest rate taken for one: a billion units a day. More is an error of its source.
    public static let mostUnitsPerDay = 1e9
    /// The days after which a day counts half.
    @inlinable public static var halfLifeDays: Double { 28 }
    /// The part of demand that even a SKU without sales keeps, because a loss of everything it has must not come to
    /// nothing: 1 %, and 10 % for all SKUs together.
    public static let leastPart = 0.01

    /// Estimates the demand of a product.
    ///
    /// A day's units are the sum over the SKUs, its availability the largest of theirs. A day is used when the units of
    /// every SKU that could sell on it are known; SKUs without a single known day have no say in that. Days before sales
    /// began are not (`Statistics.SalesStart`): what was launched was not asked for before. The rate is
    /// `Statistics.RunRate` over the used days with exposure season × availability, and a half-life of 28 days; one large order
    /// is no rate (`Statistics.ExposedUnits`).
    ///
    /// - Parameters:
    ///   - histories: the SKUs of the product, over the same days, ending yesterday.
    ///   - season: the season index of each day, above zero; 1 when left out.
    ///   - prior: what is believed of such products before their own sales are counted.
    /// - Returns: `nil` when there is no SKU, when neither data nor prior say anything, or when the rate is beyond
    ///   ``mostUnitsPerDay``. The product is then unpriced, not zero.
    public init?(of histories: [SKUHistory], season: [Double]? = nil, prior: GammaPrior? = nil) {
        guard let sales = ProductSales(of: histories, season: season) else { return nil }
        self.init(of: sales, prior: prior)
    }

    /// Estimates the demand of a product from the sums over its days.
    public init?(of sales: ProductSales, prior: GammaPrior? = nil) {
        guard let estimate = RunRate.estimate(sales.sums, prior: prior), estimate.rate <= Self.mostUnitsPerDay,
            let rate = Decimal4(rounding: estimate.rate)
        else { return nil }
        self.estimate = estimate
        unitsPerDay = rate
        skuUnitsPerDay =
            sales.parts.count == 1
            ? [rate]
            : largestRemainder(
                sales.parts.map { $0 * Double(rate.tenThousandths) }, total: rate.tenThousandths
            ).map(Decimal4.init(tenThousandths:))
        skuPosteriors = sales.parts.map {
            GammaDistribution(shape: estimate.posterior.shape, rate: estimate.posterior.rate / $0)
        }
        goodDays = sales.goodDays
        blockedDays = sales.blockedDays
        unknownDays = sales.unknownDays
        evidence = Evidence(goodDays: sales.goodDays, priorWeight: estimate.priorWeight)
    }
}
