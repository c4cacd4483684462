import Calendars
import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Statistics

/// What a problem was to lose, from the terms it opened with.
struct ExpectedLoss {
    /// Why a problem is left out.
    struct LeftOut: Error {
        let reason: RiskBacktest.Reason
    }

    let problem: UntouchedProblem
    let listing: Subject
    let opened: Instant
    /// The last look at which one that is over still stood.
    let lastSeen: Instant?
    private let terms: RiskTerms
    private let own: RiskTerms.Listing
    private let rate: Terms
    private let conversion: Conversion
    private let atRisk: Int64

    /// Reads a problem's terms.
    ///
    /// - Parameter looks: the moments of all turns, oldest first.
    static func read(
        _ problem: UntouchedProblem, in currency: Currency, looks: [Instant]
    ) throws -> Result<ExpectedLoss, LeftOut> {
        guard !problem.terms.isEmpty else { return .failure(LeftOut(reason: .unpriced)) }
        let terms = try RiskTerms(bytes: problem.terms)
        guard let atRisk = terms.atRisk, terms.isRevenue, let own = terms.listings.first,
            let conversion = own.conversion, let rate = try? Terms(unitsPerDay: own.unitsPerDay, price: own.price)
        else { return .failure(LeftOut(reason: .unpriced)) }
        guard terms.currency == currency else { return .failure(LeftOut(reason: .otherCurrency)) }
        let about = problem.fingerprint.subject
        guard terms.listings.count == 1, terms.furtherListings == 0, terms.unpricedListings == 0, about.kind == .listing
        else { return .failure(LeftOut(reason: .severalListings)) }
        guard own.neighbours.isEmpty else { return .failure(LeftOut(reason: .shared)) }
        return .success(
            ExpectedLoss(
                problem: problem, listing: about, opened: terms.asOf,
                lastSeen: problem.ended.map { ended in looks.last { $0 < ended } ?? terms.asOf }, terms: terms,
                own: own,
                rate: rate, conversion: conversion, atRisk: atRisk))
    }

    /// The share that the terms took of a day on average, while the problem lasts: full days over the days it is expected
    /// to last.
    private var share: Double {
        let lasting = terms.lasting.enumerated().reduce(0) { sum, day in
            sum + day.element * (own.season?.index(ofDay: day.offset) ?? 1)
        }
        let days = lasting * terms.probability
        return days > 0 ? min(1, Double(own.days.tenThousandths) / 10_000 / days) : 0
    }

    /// Whether nothing can be said of it yet: it stands, and its horizon is not over.
    func isYoung(on today: Day, zone: TimeZoneTable) -> Bool {
        problem.ended == nil && today < zone.day(of: opened).advanced(by: terms.horizonDays)
    }

    /// What came of it. Of a prediction that lapsed that is what a problem of its name took that began later: it may have sunk
    /// below the limit from which it is reported, and come true all the same.
    ///
    /// - Parameters:
    ///   - today: the first day that is not over.
    ///   - later: when problems of its name that began after it opened took of the listing.
    ///   - units: what the listing sold on a day; `nil` where nobody knows.
    func seen(
        until today: Day, zone: TimeZoneTable, later: [Range<Instant>], units: (Day) -> Int?
    ) -> UntouchedLoss {
        let first = zone.day(of: opened)
        let end = min(problem.ended.map(zone.day(of:)) ?? today, today)
        func days(_ spans: [(first: Day, end: Day)]) -> Days { Days(spans, from: first, season: own.season, units) }
        let lasted = days([(first.advanced(by: 1), lastSeen.map(zone.day(of:)) ?? first)])
        let began = problem.isForeseen ? problem.cameTrue.map(zone.day(of:)) ?? end : first
        let horizonEnd = first.advanced(by: terms.horizonDays)
        let after = problem.hasLapsed ? later.map { (zone.day(of: $0.lowerBound), zone.day(of: $0.upperBound)) } : []
        let within = days(([(began, end)] + after).map { (max(first, $0.0), min($0.1, today, horizonEnd)) })
        let interval = interval
        return UntouchedLoss(
            exception: problem.exception, fingerprint: problem.fingerprint, opened: opened, ended: problem.ended,
            whileLasting: problem.isForeseen || lasted.known == 0 ? nil : pair(lasted),
            overHorizon: today < horizonEnd || within.unknown > 0
                ? nil : lost(within).map { UntouchedLoss.Pair(days: within.known, predicted: atRisk, came: $0) },
            low: interval?.low, high: interval?.high, unknownDays: max(lasted.unknown, within.unknown))
    }

    /// Sales of some days.
    private struct Days {
        var known = 0
        var unknown = 0
        var sold = 0
        /// For how many ordinary days the known ones count.
        var full = 0.0

        /// - Parameters:
        ///   - spans: each from a day to the one after its last, none of which overlap.
        ///   - opened: the day from which the season's weeks count.
        init(_ spans: [(first: Day, end: Day)], from opened: Day, season: Season?, _ units: (Day) -> Int?) {
            for (first, end) in spans {
                for offset in 0..<max(0, first.distance(to: end)) {
                    let day = first.advanced(by: offset)
                    if let units = units(day) {
                        known += 1
                        sold += units
                        full += season?.index(ofDay: opened.distance(to: day)) ?? 1
                    } else {
                        unknown += 1
                    }
                }
            }
        }
    }

    private func pair(_ days: Days) -> UntouchedLoss.Pair? {
        guard let fullDays = Decimal4(rounding: share * days.full),
            let predicted = conversion.convert(rate.amount(fullDays)), let came = lost(days)
        else { return nil }
        return UntouchedLoss.Pair(days: days.known, predicted: predicted.minorUnits, came: came)
    }

    /// The baseline of the known days less what they sold, at the price of the terms, in minor units of the currency of the
    /// totals.
    private func lost(_ days: Days) -> Int64? {
        guard let fullDays = Decimal4(rounding: days.full), let asked = own.unitsPerDay.multiplied(by: fullDays) else {
            return nil
        }
        let units = Int128(asked.tenThousandths) - Int128(days.sold) * 10_000
        // A unit a day, for as many days as units were lost, comes to what they were worth; beyond what a day may sell
        // for the sales are not to be believed.
        guard units.magnitude * UInt128(own.price.minorUnits.magnitude) <= 10_000 * UInt128(Terms.mostRevenuePerDay),
            let exact = Int64(exactly: units),
            let one = try? Terms(unitsPerDay: Decimal4(tenThousandths: 10_000), price: own.price)
        else { return nil }
        return conversion.convert(one.amount(Decimal4(tenThousandths: exact)))?.minorUnits
    }

    /// The tenth and ninetieth percentile of the loss: the terms', or what they give for a share that is the same every day.
    private var interval: (low: Int64, high: Int64)? {
        if let low = terms.low, let high = terms.high { return (low, high) }
        guard own.posteriorShape > 0, own.posteriorRate > 0,
            let claim = ListingClaim(
                kind: problem.fingerprint.kind,
                Exposure(.dailyShare([share]), probability: terms.probability), asOf: opened, survival: terms.lasting,
                horizon: terms.horizonDays),
            let interval = LossInterval(
                of: 0,
                in: Attribution(
                    of: [claim], horizon: terms.horizonDays, season: own.season?.days(terms.horizonDays)),
                rate: GammaDistribution(shape: own.posteriorShape, rate: own.posteriorRate), price: own.price),
            let low = conversion.convert(interval.low), let high = conversion.convert(interval.high)
        else { return nil }
        return (low.minorUnits, high.minorUnits)
    }
}
