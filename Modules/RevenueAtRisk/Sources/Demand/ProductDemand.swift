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
    /// Days left out because no SKU was available for ``leastAvailable`` of them.
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
    public static let halfLifeDays = 28.0
    /// The part of demand that even a SKU without sales keeps, because a loss of everything it has must not come to
    /// nothing: 1 %, and 10 % for all SKUs together.
    public static let leastPart = 0.01

    /// Estimates the demand of a product.
    ///
    /// A day's units are the sum over the SKUs, its availability the largest of theirs. A day is used when the units of
    /// every SKU that could sell on it are known; SKUs without a single known day have no say in that. The rate is
    /// `Statistics.RunRate` over the used days with exposure season × availability, and a half-life of 28 days.
    ///
    /// - Parameters:
    ///   - histories: the SKUs of the product, over the same days, ending yesterday.
    ///   - season: the season index of each day, above zero; 1 when left out.
    ///   - prior: what is believed of such products before their own sales are counted.
    /// - Returns: `nil` when there is no SKU, when neither data nor prior say anything, or when the rate is beyond
    ///   ``mostUnitsPerDay``. The product is then unpriced, not zero.
    public init?(of histories: [SKUHistory], season: [Double]? = nil, prior: GammaPrior? = nil) {
        guard let dayCount = histories.first?.units.count else { return nil }
        precondition(
            histories.allSatisfy { $0.units.count == dayCount }, "histories of one product cover the same days")
        let season = season ?? [Double](repeating: 1, count: dayCount)
        precondition(season.count == dayCount, "\(season.count) season indexes for \(dayCount) days")

        let days = PooledDays(of: histories)
        guard
            let estimate = RunRate.estimate(
                units: days.units, exposure: zip(season, days.available).map { $0 * $1 }, prior: prior,
                halfLifeDays: Self.halfLifeDays),
            estimate.rate <= Self.mostUnitsPerDay, let rate = Decimal4(rounding: estimate.rate)
        else { return nil }
        let parts = Self.parts(of: histories, season: season)
        self.estimate = estimate
        unitsPerDay = rate
        skuUnitsPerDay = largestRemainder(
            parts.map { $0 * Double(rate.tenThousandths) }, total: rate.tenThousandths
        ).map(Decimal4.init(tenThousandths:))
        skuPosteriors = parts.map {
            GammaDistribution(shape: estimate.posterior.shape, rate: estimate.posterior.rate / $0)
        }
        goodDays = days.good
        blockedDays = days.blocked
        unknownDays = days.unknown
        evidence = Evidence(goodDays: days.good, priorWeight: estimate.priorWeight)
    }

    /// Each SKU's part of the demand, above zero, together 1: its own run rate on the days it was available, so that
    /// days on which a sibling sold in its place do not count against it.
    private static func parts(of histories: [SKUHistory], season: [Double]) -> [Double] {
        let rates = histories.map { history in
            let units = history.units.indices.map { history.isOpen(on: $0) ? history.units[$0].map(Double.init) : nil }
            let exposure = zip(season, history.available).map { $0 * $1 }
            return RunRate.estimate(units: units, exposure: exposure, halfLifeDays: halfLifeDays)?.rate ?? 0
        }
        let count = Double(histories.count)
        let least = min(leastPart, 0.1 / count)
        let total = rates.reduce(0, +)
        return rates.map { least + (1 - count * least) * (total > 0 ? $0 / total : 1 / count) }
    }
}

/// The days of a product, pooled over its SKUs; the units of days left out are `nil`.
private struct PooledDays {
    private(set) var units: [Double?] = []
    private(set) var available: [Double] = []
    private(set) var good = 0
    private(set) var blocked = 0
    private(set) var unknown = 0

    init(of histories: [SKUHistory]) {
        let reporting = histories.filter { $0.units.contains { $0 != nil } }
        for day in histories[0].units.indices {
            let sellers = reporting.filter { $0.isOpen(on: day) }
            available.append(sellers.map { $0.available[day] }.max() ?? 0)
            if !histories.contains(where: { $0.isOpen(on: day) }) {
                blocked += 1
                units.append(nil)
            } else if sellers.isEmpty || sellers.contains(where: { $0.units[day] == nil }) {
                unknown += 1
                units.append(nil)
            } else {
                good += 1
                units.append(histories.reduce(0.0) { $0 + Double($1.units[day] ?? 0) })
            }
        }
    }
}
