import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// Says what rows count for that others' losses and stated sums hang on: the sums, each by itself, and what would be
/// recovered on a listing once the problems end there that the row cures.
///
/// Of several such rows on one listing the oldest counts first, and each counts for what ends with it in addition, so that
/// together they never come to more than ending all of those problems recovers.
struct StakeTotals {
    let pricer: Pricer

    /// - Parameter tiers: the tiers of listings: a row about one is as important as it is.
    func settle(_ priced: inout [PricedException], tiers: (Set<Subject>) -> [Subject: Tier]) throws {
        var listings: [Subject: [Int]] = [:]
        let atStake = priced.places { row in
            if case .atStake = row.exception.exposure.loss { true } else { false }
        }
        for place in atStake {
            guard let listing = priced[place].exception.stakedListing else {
                var terms = terms(of: priced[place].exception)
                finish(&terms)
                priced[place] = PricedException(exception: priced[place].exception, price: PricedRow(terms), tier: nil)
                continue
            }
            listings[listing, default: []].append(place)
        }
        guard !listings.isEmpty else { return }
        let staked = Set(listings.keys)
        let claims = try StakedClaims(on: staked, in: priced)
        let tiers = tiers(staked)
        for (listing, places) in listings {
            let oldestFirst = places.sorted {
                let (left, right) = (priced[$0].exception, priced[$1].exception)
                return (left.onset ?? left.detected, left.fingerprint.text)
                    < (right.onset ?? right.detected, right.fingerprint.text)
            }
            var share = try claims.share(of: listing, pricer: pricer)
            for place in oldestFirst {
                let exception = priced[place].exception
                var terms = terms(of: exception)
                share?.end(with: exception, in: &terms)
                finish(&terms)
                priced[place] = PricedException(exception: exception, price: PricedRow(terms), tier: tiers[listing])
            }
        }
    }

    /// The terms with the sums that hang on the row.
    private func terms(of exception: ExceptionRecord) -> RiskTerms {
        var terms = pricer.bare(pricer.open(exception))
        guard case .atStake(let sums, _) = exception.exposure.loss else { return terms }
        terms.sums = sums.map { pricer.sum($0, probability: exception.exposure.probability) }
        terms.unpriced = terms.sums.first { $0.atRisk == nil }.map(pricer.cannotCount)
        let counted = terms.sums.compactMap(\.atRisk)
        if !counted.isEmpty { terms.atRisk = counted.reduce(0, +) }
        terms.avoidable = terms.atRisk
        return terms
    }

    private func finish(_ terms: inout RiskTerms) {
        terms.fixAlone = terms.atRisk
        if terms.atRisk != nil {
            terms.unpriced = nil
        } else if terms.unpriced == nil {
            terms.unpriced = "no sum is stated, and nothing that ends with it is open on a listing"
        }
    }
}

extension ExceptionRecord {
    /// The listing whose losses hang on it, and whose tier it has therefore; `nil` where none do.
    var stakedListing: Subject? {
        guard case .atStake(_, let listing?) = self.exposure.loss else { return nil }
        let about = self.fingerprint.subject
        return Subject(.listing, account: about.account, marketplace: about.marketplace, code: listing)
    }
}

/// The claims on the listings that rows hang on, found among all that is priced.
private struct StakedClaims {
    private var rows: [Subject: [PricedException]] = [:]
    private var named: [Fingerprint: PricedException] = [:]

    init(on listings: Set<Subject>, in priced: [PricedException]) throws {
        let claims = priced.places(about: listings) { row in
            guard case .dailyShare = row.exception.exposure.loss else { return false }
            return listings.contains(row.exception.fingerprint.subject)
        }
        for place in claims { rows[priced[place].exception.fingerprint.subject, default: []].append(priced[place]) }
        var found = Set<Fingerprint>()
        for (listing, rows) in rows {
            guard let first = rows.first else { continue }
            let terms = try RiskTerms(bytes: first.price.terms)
            found.formUnion(terms.listings.first { $0.code == listing.code }?.neighbours.map(\.fingerprint) ?? [])
        }
        guard !found.isEmpty else { return }
        let neighbours = found
        let places = priced.places(about: neighbours.map(\.subject)) { neighbours.contains($0.exception.fingerprint) }
        for place in places { named[priced[place].exception.fingerprint] = priced[place] }
    }

    /// All claims on a listing; `nil` where it has none, or they could not be priced.
    func share(of listing: Subject, pricer: Pricer) throws -> StakedListing? {
        guard let first = rows[listing]?.first else { return nil }
        let terms = try RiskTerms(bytes: first.price.terms)
        guard let found = terms.listings.first(where: { $0.code == listing.code }) else { return nil }
        let others = found.neighbours.compactMap { named[$0.fingerprint] }
        guard others.count == found.neighbours.count else { return nil }
        let all = ([first] + others).sorted { $0.exception.fingerprint.text < $1.exception.fingerprint.text }
        return try StakedListing(listing, found, rows: all, pricer: pricer)
    }
}

/// A listing on which problems end with rows elsewhere, one row after the other.
private struct StakedListing {
    private let listing: Subject
    private let terms: RiskTerms.Listing
    private let rate: Terms
    private let attribution: Attribution
    private let rows: [(exception: ExceptionRecord, terms: RiskTerms)]
    private var ended: [Bool]
    private var days = Decimal4.zero
    private var before: [Fingerprint] = []

    init?(_ listing: Subject, _ terms: RiskTerms.Listing, rows: [PricedException], pricer: Pricer) throws {
        guard let rate = try? Terms(unitsPerDay: terms.unitsPerDay, price: terms.price) else { return nil }
        self.rows = try rows.map { ($0.exception, try RiskTerms(bytes: $0.price.terms)) }
        let claims = self.rows.compactMap { row in
            ListingClaim(
                kind: row.exception.fingerprint.kind, row.exception.exposure, asOf: pricer.asOf,
                survival: row.terms.lasting, horizon: pricer.horizon)
        }
        guard claims.count == rows.count else { return nil }
        self.listing = listing
        self.terms = terms
        self.rate = rate
        attribution = Attribution(
            of: claims, horizon: pricer.horizon, season: terms.season?.days(pricer.horizon))
        ended = rows.map { _ in false }
    }

    /// Adds to a row's terms what ends with it and with no older row.
    mutating func end(with exception: ExceptionRecord, in terms: inout RiskTerms) {
        let cures = exception.exposure.cures
        let ending = rows.indices.filter { place in
            let fingerprint = rows[place].exception.fingerprint
            return fingerprint.subject == listing && (cures.isEmpty || cures.contains(fingerprint.kind))
        }
        guard !ending.isEmpty else { return }
        let first = ending.filter { !ended[$0] }
        let daysBefore = days
        for place in ending { ended[place] = true }
        let recovered = attribution.recovered(byEnding: ended)
        days = max(daysBefore, min(Decimal4(rounding: recovered) ?? .zero, self.terms.daysTogether))
        let amount = Money(
            minorUnits: rate.amount(days).minorUnits - rate.amount(daysBefore).minorUnits, rate.price.currency)
        let converted = self.terms.conversion?.convert(amount)?.minorUnits
        terms.ending = RiskTerms.Ending(
            code: listing.code, ends: ending.map { rows[$0].exception.fingerprint }, unitsPerDay: rate.unitsPerDay,
            price: rate.price, days: days, daysBefore: daysBefore, amount: amount, conversion: self.terms.conversion,
            countedBefore: before)
        before.append(exception.fingerprint)
        for place in ending { terms.evidence = terms.weaker(terms.evidence, rows[place].terms.evidence) }
        guard let converted else {
            // The rate that leads nowhere is the same for all that is on the listing.
            if terms.atRisk == nil { terms.unpriced = ending.compactMap { rows[$0].terms.unpriced }.first }
            return
        }
        let avoidable = first.reduce(0) { $0 + (rows[$1].terms.avoidable ?? 0) }
        terms.atRisk = (terms.atRisk ?? 0) + converted
        terms.avoidable = (terms.avoidable ?? 0) + min(converted, avoidable)
    }
}
