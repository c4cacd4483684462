import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Statistics

/// Makes money of the exposures on one product's listings.
struct Pricer {
    let currency: Currency
    let rates: ExchangeRates
    let today: Day
    let ageing: Ageing
    let asOf: Instant
    let horizon: Int
    /// The marketplace's share of each sale, as ten-thousandths, where somebody stated it.
    let feeRate: Int64?

    /// An open exception with its exposure read, once for all listings it falls on.
    final class Open: Sendable {
        let exception: ExceptionRecord
        let exposure: Exposure
        let course: Ageing.Course
        /// The probability that it still lasts on each day of the horizon.
        let lasting: [Double]

        init(exception: ExceptionRecord, course: Ageing.Course) {
            self.exception = exception
            exposure = exception.exposure
            self.course = course
            // What is only foreseen may still prove wrong.
            lasting =
                exception.state == .predicted
                ? course.lasting : course.lasting(throughFixOf: exposure.fixTakesDays)
        }
    }

    /// An exception readied for pricing.
    func open(_ exception: ExceptionRecord) -> Open { Open(exception: exception, course: ageing.course(of: exception)) }

    /// Many of them: neighbours are mostly of one kind and age, and last alike.
    func opens(_ exceptions: some Sequence<ExceptionRecord>) -> [Open] {
        var last: Ageing.Course?
        return exceptions.map { exception in
            let course = last.flatMap { $0.isAlso(of: exception, at: asOf) ? $0 : nil } ?? ageing.course(of: exception)
            last = course
            return Open(exception: exception, course: course)
        }
    }

    /// The terms that hold before any listing is looked at.
    func bare(_ open: Open) -> RiskTerms {
        RiskTerms(
            asOf: asOf, horizonDays: horizon, currency: currency, probability: open.exposure.probability,
            ageDays: open.course.age, lasting: open.lasting, durationsObserved: open.course.observations,
            listings: [], furtherListings: 0)
    }

    /// What each claim on a listing comes to; claims are in the order of their fingerprints, and the rate of sale is that of an
    /// ordinary day.
    func price(
        _ claims: [Open], on code: String, price: Money?, demand: ProductDemand?, season: Season?, sku: Int,
        prior: GammaPrior?
    ) -> [ListingPrice] {
        let ready = claims.map { open in
            (
                open,
                ListingClaim(
                    kind: open.exception.fingerprint.kind, open.exposure, asOf: asOf, survival: open.lasting,
                    horizon: horizon)
            )
        }
        let shares = ready.compactMap { pair in pair.1.map { (pair.0, $0) } }
        guard !shares.isEmpty else { return claims.map { _ in .nothing } }
        guard let demand else { return claims.map { _ in .unpriced("sales are not known", nil, nil) } }
        let attribution = Attribution(of: shares.map(\.1), horizon: horizon, season: season?.days(horizon))
        let rate = demand.skuUnitsPerDay[sku]
        let units = attribution.rows.map { rate.multiplied(by: Decimal4(rounding: $0.countsFor) ?? .zero) }
        var priced: [ListingPrice] = []
        if let price, let terms = try? Terms(unitsPerDay: rate, price: price) {
            priced = listing(
                ListingRisk(attribution, terms: terms), attribution, season, claims: shares.map(\.0), on: code,
                demand: demand, sku: sku, prior: prior)
        } else {
            let reason = price == nil ? "the price is not known" : "the price is out of range"
            priced = units.map { .unpriced(reason, $0, demand.evidence) }
        }
        var next = priced.makeIterator()
        return ready.map { $0.1 == nil ? .nothing : next.next() ?? .nothing }
    }

    private func listing(
        _ risk: ListingRisk, _ attribution: Attribution, _ season: Season?, claims: [Open], on code: String,
        demand: ProductDemand, sku: Int, prior: GammaPrior?
    ) -> [ListingPrice] {
        let price = risk.terms.price
        let conversion = rates.conversion(from: price.currency, to: currency, on: today)
        let areOwn = claims.allSatisfy { $0.exposure.scope == .row }
        return claims.indices.map { index in
            let row = risk.rows[index]
            let after = claims.count > 1 ? attribution.after(fixing: index) : attribution
            let neighbours = claims.indices.filter { $0 != index }.map { other in
                RiskTerms.Neighbour(
                    fingerprint: claims[other].exception.fingerprint,
                    shareToday: attribution.claims[other].expected.shares[0],
                    days: risk.rows[other].days,
                    daysAfter: Decimal4(rounding: after.rows[other].countsFor) ?? .zero,
                    blocks: row.blockedBy.contains(other))
            }
            let terms = RiskTerms.Listing(
                code: code, unitsPerDay: risk.terms.unitsPerDay, price: price, days: row.days, daysTogether: risk.days,
                listingTotal: risk.total, amount: row.amount, centsShared: row.centsShared,
                fixAloneDays: row.fixAloneDays, avoidableDays: row.avoidableDays, neighbours: neighbours,
                conversion: conversion, posteriorShape: demand.skuPosteriors[sku].shape,
                posteriorRate: demand.skuPosteriors[sku].rate, basis: basis(of: demand, prior: prior), season: season)
            guard let conversion, let atRisk = conversion.convert(row.amount),
                let fixAlone = conversion.convert(row.fixAlone), let avoidable = conversion.convert(row.avoidable)
            else {
                let units = risk.terms.unitsPerDay.multiplied(by: row.days)
                return .unconverted(
                    terms, missingRate(from: price.currency), units, demand.evidence)
            }
            // Where all rows are of this listing alone the interval is left until somebody looks at it.
            let interval =
                areOwn
                ? nil : LossInterval(of: index, in: attribution, rate: demand.skuPosteriors[sku], price: price)
            return .priced(
                PricedListing(
                    terms: terms, atRisk: atRisk.minorUnits, fixAlone: fixAlone.minorUnits,
                    avoidable: avoidable.minorUnits,
                    low: interval.flatMap { conversion.convert($0.low) }?.minorUnits,
                    high: interval.flatMap { conversion.convert($0.high) }?.minorUnits, evidence: demand.evidence))
        }
    }

    private func basis(of demand: ProductDemand, prior: GammaPrior?) -> RiskTerms.Basis {
        RiskTerms.Basis(
            goodDays: demand.goodDays, blockedDays: demand.blockedDays, unknownDays: demand.unknownDays,
            unitsSum: demand.estimate.unitsSum, exposureSum: demand.estimate.exposureSum,
            dispersion: demand.estimate.dispersion, priorWeight: demand.estimate.priorWeight, priorRate: prior?.mean,
            productUnitsPerDay: demand.unitsPerDay)
    }
}

/// What a claim comes to on one listing.
enum ListingPrice {
    /// It claims no share of revenue.
    case nothing
    /// It cannot be turned into money: why, the units it is expected to lose, and how surely.
    case unpriced(String, Decimal4?, Evidence?)
    /// It is priced in the listing's currency, which no rate turns into the reporting one.
    case unconverted(RiskTerms.Listing, String, Decimal4?, Evidence)
    /// It is priced.
    case priced(PricedListing)
}

/// A claim priced on one listing, amounts in minor units of the reporting currency.
struct PricedListing {
    let terms: RiskTerms.Listing
    let atRisk: Int64
    let fixAlone: Int64
    let avoidable: Int64
    let low: Int64?
    let high: Int64?
    let evidence: Evidence
}

extension Pricer {
    /// What a stated sum comes to in the reporting currency, times a probability.
    func sum(_ sum: StatedSum, probability: Double) -> RiskTerms.Sum {
        let conversion = rates.conversion(from: sum.money.currency, to: currency, on: today)
        // A million such sums fit 64 bits.
        let converted = conversion?.convert(sum.money)?.minorUnits
            .inRange(-Terms.mostRevenuePerDay...Terms.mostRevenuePerDay)
        let chance = Int64((probability * 1_000_000_000).rounded(.toNearestOrEven))
        return RiskTerms.Sum(
            money: sum.money, source: sum.source, conversion: conversion,
            atRisk: converted?.part(chance, of: 1_000_000_000))
    }

    /// Why a sum counts for nothing.
    func cannotCount(_ sum: RiskTerms.Sum) -> String {
        sum.conversion == nil ? missingRate(from: sum.money.currency) : "the sum is out of range"
    }

    private func missingRate(from own: Currency) -> String {
        MissingRate.reason(from: own, to: currency, in: rates, on: today)
    }
}
