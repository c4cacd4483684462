import FlywheelKit
import Statistics

/// How a listing's buyers answered to its own prices of the last five weeks.
///
/// In tenths: what moves less from day to day is no news.
public struct OwnElasticity: Hashable, Codable, Sendable {
    /// Per cent of buyers for each per cent of price, as the days alone say it; above zero where sales rose with the price.
    public let value: Double
    /// Its standard error, a tenth or more.
    public let deviation: Double
    /// Days it was seen on.
    public let days: Int
    /// Runs of a price on these.
    public let prices: Int

    init(_ estimate: ElasticityEstimate) {
        value = estimate.value.rounded(toParts: 10)
        deviation = max(0.1, estimate.deviation.rounded(toParts: 10))
        days = estimate.periods
        prices = estimate.blocks
    }
}

extension PricingEvidence {
    /// What is believed of the elasticity: that of its kind, else the knob's, weighed with what the listing's own days say.
    func elasticity(by knobs: PricingKnobs) -> Elasticity {
        let stated = ElasticityPrior(
            mean: -max(knobs.elasticity, 0.01), deviation: ElasticityPrior.literature.deviation, evidence: .prior)
        let prior = trade.peers?.prior ?? stated
        guard let own = trade.elasticity else { return prior.updated(by: nil) }
        return prior.updated(by: own.value, deviation: own.deviation)
    }
}

/// Reads how the buyers of a chunk's listings answered to their prices.
struct ElasticityReader {
    /// Days with a known lowest price, of those with a known own one, from which competitors are counted in.
    private static let leastCompared = 0.8

    private let units: History
    private let prices: History
    private let lowest: History
    private let shares: History
    private let stock: History
    private let competitors: Values<Int>

    init(_ chunk: Chunk) {
        let days = PricingStage.priceDays
        units = chunk[Sales.units].last(days)
        prices = chunk[Offers.ownPrices].last(days)
        lowest = chunk[Offers.lowestPrices].last(days)
        shares = chunk[Traffic.featuredShare].last(days)
        stock = chunk[Stock.levels].last(days)
        competitors = chunk[Offers.competitors]
    }

    /// What the days of a listing say, to the tenth; `nil` where they say too little.
    func elasticity(of row: Int) -> OwnElasticity? { estimate(of: row).map(OwnElasticity.init) }

    /// What the days of a listing say; `nil` where they say too little.
    ///
    /// A day counts for the share of page views on which the own offer was featured; an offer that competes and of whose
    /// share nothing is known counts for nothing, since a price that wins the featured offer sells more for that alone.
    func estimate(of row: Int) -> ElasticityEstimate? {
        let prices = prices.row(row)
        guard Self.runs(of: prices) >= ElasticityEstimate.leastBlocks else { return nil }
        let (units, shares, stock) = (units.row(row), shares.row(row), stock.row(row))
        let (lowest, isAlone) = (lowest.row(row), competitors[row] == 0)
        let days = prices.count
        let exposure = (0..<days).map { day -> Double in
            if let level = Self.at(day, of: days, stock), level <= 0 { return 0 }
            let share = Self.at(day, of: days, shares).map { Double($0) / Double(Series.wholeShare) }
            return share ?? (isAlone ? 1 : 0)
        }
        let compared = (0..<days).map {
            Self.at($0, of: days, lowest).flatMap { $0 > 0 ? SpecialFunctions.logarithm(Double($0)) : nil }
        }
        let known = compared.count { $0 != nil }
        let counts = Double(known) >= Self.leastCompared * Double(prices.count { $0 != nil })
        let history = PriceHistory(
            units: (0..<days).map { Self.at($0, of: days, units).map(Double.init) },
            prices: prices.map { $0.flatMap { $0 > 0 ? Double($0) : nil } }, exposure: exposure,
            covariates: counts ? [compared] : [])
        return try? ElasticityEstimate(history)
    }

    /// A number of a day counted from the first of `days`, of a row that ends on the same day and may be shorter.
    private static func at(_ day: Int, of days: Int, _ row: HistoryRow) -> Int? {
        let place = day - (days - row.count)
        return row.indices.contains(place) ? row[place] : nil
    }

    /// Nearly every listing has one price for weeks, and nothing more is read of it.
    private static func runs(of prices: HistoryRow) -> Int {
        var (runs, last) = (0, Int?.none)
        for price in prices {
            guard let price, price != last else { continue }
            runs += 1
            last = price
        }
        return runs
    }
}
