public import FlywheelKit
import RevenueAtRisk

extension RiskTerms {
    /// What is known of a listing's sales where nobody estimates them day by day.
    public struct KnownDemand: Hashable, Sendable {
        /// Units sold a day when nothing is wrong.
        public var unitsPerDay: Double
        /// Days of sales that it rests on.
        public var days: Int

        /// A demand.
        ///
        /// - Precondition: `unitsPerDay` is finite and above zero, `days` is above zero.
        public init(unitsPerDay: Double, days: Int) {
            precondition(unitsPerDay > 0 && unitsPerDay.isFinite, "a rate is above zero, found \(unitsPerDay)")
            precondition(days > 0, "a rate rests on days, found \(days)")
            self.unitsPerDay = unitsPerDay
            self.days = days
        }
    }

    /// The terms of a row that stands alone on its listing, by the arithmetic of every row (`RevenueAtRisk`).
    ///
    /// - Parameters:
    ///   - exposure: what is claimed: a share of the listing's revenue.
    ///   - code: the listing.
    ///   - demand: what it sells.
    ///   - price: what a unit sells for, in the currency of the totals.
    ///   - lasting: the probability that it still lasts on each day of the horizon, 1 to 90 days.
    ///   - ageDays: whole days it has lasted.
    ///   - asOf: the moment looked from.
    /// - Returns: `nil` where the exposure claims no share, or the amounts leave their range.
    public init?(
        alone exposure: Exposure, kind: String, on code: String, selling demand: KnownDemand, at price: Money,
        lasting: [Double], ageDays: Int, asOf: Instant
    ) {
        let horizon = lasting.count
        // As terms are kept, so that whoever reads them computes with the same numbers.
        let lasting = lasting.map { ($0 * 1_000_000).rounded(.toNearestOrEven) / 1_000_000 }
        guard
            let claim = ListingClaim(kind: kind, exposure, asOf: asOf, survival: lasting, horizon: horizon),
            let rate = Decimal4(rounding: demand.unitsPerDay),
            let terms = try? Terms(unitsPerDay: rate, price: price)
        else { return nil }
        let risk = ListingRisk(Attribution(of: [claim], horizon: horizon), terms: terms)
        guard let row = risk.rows.first else { return nil }
        self.init(
            asOf: asOf, horizonDays: horizon, currency: price.currency, atRisk: row.amount.minorUnits,
            fixAlone: row.fixAlone.minorUnits, avoidable: row.avoidable.minorUnits, probability: exposure.probability,
            ageDays: ageDays, lasting: lasting, durationsObserved: 0,
            evidence: RevenueAtRisk.Evidence(goodDays: demand.days, priorWeight: 0),
            listings: [
                Listing(
                    code: code, unitsPerDay: rate, price: price, days: row.days, daysTogether: risk.days,
                    listingTotal: risk.total, amount: row.amount, centsShared: row.centsShared,
                    fixAloneDays: row.fixAloneDays, avoidableDays: row.avoidableDays, neighbours: [],
                    conversion: ExchangeRates.none
                        .conversion(from: price.currency, to: price.currency, on: asOf.utcDay),
                    posteriorShape: demand.unitsPerDay * Double(demand.days), posteriorRate: Double(demand.days),
                    basis: Basis(
                        goodDays: demand.days, blockedDays: 0, unknownDays: 0,
                        unitsSum: demand.unitsPerDay * Double(demand.days), exposureSum: Double(demand.days),
                        dispersion: 1, priorWeight: 0, priorRate: nil, productUnitsPerDay: rate))
            ], furtherListings: 0, pricedListings: 1)
    }
}
