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
    /// Days left out because no SKU was available for so much of them that they tell of demand, or sales had not begun yet.
    public let blockedDays: Int
    /// Days left out because the units of a SKU that could sell are unknown.
    public let unknownDays: Int
    /// How much stands behind the rate.
    public let evidence: Evidence

    /// The largest rate taken for one: a billion units a day. More is an error of its source.
    public static let mostUnitsPerDay = 1e9

    /// Estimates the demand of a product.
    ///
    /// The days of its SKUs are added up (`Statistics.ProductDays`), and those before sales began left out: what was launched was
    /// not asked for before. The rate is `Statistics.RunRate` over the rest; one large order is no rate. The SKUs share it by what
    /// each sold when it could be bought (`Statistics.SKUParts`).
    ///
    /// - Parameters:
    ///   - days: the days of its SKUs, ending yesterday.
    ///   - prior: what is believed of such products before their own sales are counted.
    /// - Returns: `nil` when neither data nor prior say anything, or when the rate is beyond ``mostUnitsPerDay``. The product is
    ///   then unpriced, not zero.
    public init?(of days: ProductDays, prior: GammaPrior? = nil) { self.init(of: ProductSales(of: days), prior: prior) }

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
