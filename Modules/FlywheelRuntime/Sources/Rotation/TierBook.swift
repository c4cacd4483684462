import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The tier of every listing, from what it would earn with nothing wrong.
struct TierBook {
    private var tiers: [Subject: Tier] = [:]
    /// The tiers to keep for the next rotation's hysteresis.
    private(set) var columns: [TierColumn] = []

    init(
        demand: [ChunkDemand], last: [TierColumn], frozen: [ExceptionRecord], rates: ExchangeRates, currency: Currency,
        today: Day
    ) {
        let before = Dictionary(last.map { ($0.chunk, $0) }, uniquingKeysWith: { first, _ in first })
        let troubled = Dictionary(
            frozen.map { ($0.fingerprint.subject, $0.detected.utcDay) }, uniquingKeysWith: { min($0, $1) })
        var subjects: [Subject] = []
        var listings: [TieredListing] = []
        for chunk in demand {
            let last = before[chunk.place]
            for product in chunk.products {
                for (index, code) in product.codes.enumerated() {
                    let subject = product.subject(code)
                    subjects.append(subject)
                    listings.append(
                        TieredListing(
                            key: Fingerprint(workflow: "", kind: "", subject: subject).text,
                            revenue: product.revenue(index, in: currency, rates: rates, on: today),
                            current: last?.tier(of: product.rows[index]), troubledSince: troubled[subject]))
                }
            }
        }
        var decisions = zip(subjects, Tiering.decide(listings, on: today)).makeIterator()
        for chunk in demand {
            let last = before[chunk.place]
            var column = TierColumn(
                chunk: chunk.place, tiers: Values(unknown: chunk.rowCount), since: Values(unknown: chunk.rowCount))
            var chosen = [Tier?](repeating: nil, count: chunk.rowCount)
            for row in chunk.products.flatMap(\.rows) {
                guard let (subject, decision) = decisions.next(), let tier = decision.tier else { continue }
                tiers[subject] = tier
                chosen[row] = tier
                column.since[row] = last?.tier(of: row) == tier ? last?.since[row] ?? today : today
            }
            column.tiers = Values(chosen.map { $0?.rawValue })
            columns.append(column)
        }
    }

    /// The tier of a listing; `nil` where nothing is known to decide it from.
    func tier(of subject: Subject) -> Tier? { tiers[subject] }
}

extension TierColumn {
    fileprivate func tier(of row: Int) -> Tier? {
        row < tiers.count ? tiers[row].flatMap(Tier.init(rawValue:)) : nil
    }
}

extension ChunkDemand.Product {
    func subject(_ code: String) -> Subject {
        Subject(.listing, account: peers.account, marketplace: peers.marketplace, code: code)
    }

    /// What a listing would earn in thirteen weeks with nothing wrong, in minor units of a currency.
    fileprivate func revenue(_ index: Int, in currency: Currency, rates: ExchangeRates, on day: Day) -> Int64? {
        guard let demand, let price = prices[index],
            let terms = try? Terms(unitsPerDay: demand.skuUnitsPerDay[index], price: price),
            let weeks = Decimal4(rounding: Double(Tiering.weeks * 7))
        else { return nil }
        return rates.conversion(from: price.currency, to: currency, on: day)?.convert(terms.amount(weeks))?.minorUnits
    }
}
