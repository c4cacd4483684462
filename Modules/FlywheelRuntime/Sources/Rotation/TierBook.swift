import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The tier of every listing, from what it would earn with nothing wrong.
struct TierBook {
    private var tiers: [Subject: Tier] = [:]
    /// The tiers to keep for the next rotation's hysteresis.
    private(set) var records: [TierRecord] = []

    init(
        demand: [ChunkDemand], last: [TierRecord], frozen: [ExceptionRecord], rates: ExchangeRates, currency: Currency,
        today: Day
    ) throws {
        let before = Dictionary(
            last.map { (Subject(.listing, account: $0.account, marketplace: $0.marketplace, code: $0.code), $0) },
            uniquingKeysWith: { first, _ in first })
        let troubled = Dictionary(
            frozen.map { ($0.fingerprint.subject, $0.detected.utcDay) }, uniquingKeysWith: { min($0, $1) })
        var subjects: [Subject] = []
        var listings: [TieredListing] = []
        for product in demand.flatMap(\.products) {
            for (index, code) in product.codes.enumerated() {
                let subject = product.subject(code)
                subjects.append(subject)
                listings.append(
                    TieredListing(
                        key: Fingerprint(workflow: "", kind: "", subject: subject).text,
                        revenue: product.revenue(index, in: currency, rates: rates, on: today),
                        current: before[subject].flatMap { Tier(rawValue: $0.tier) },
                        troubledSince: troubled[subject]))
            }
        }
        for (subject, decision) in zip(subjects, Tiering.decide(listings, on: today)) {
            guard let tier = decision.tier else { continue }
            tiers[subject] = tier
            let last = before[subject]
            records.append(
                TierRecord(
                    account: subject.account, marketplace: subject.marketplace, code: subject.code, tier: tier.rawValue,
                    sinceDay: last?.tier == tier.rawValue ? last?.sinceDay ?? today.epochDays : today.epochDays))
        }
    }

    /// The tier of a listing; `nil` where nothing is known to decide it from.
    func tier(of subject: Subject) -> Tier? { tiers[subject] }
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
