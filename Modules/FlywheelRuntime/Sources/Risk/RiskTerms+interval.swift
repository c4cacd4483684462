import FlywheelKit
public import FlywheelStore
import RevenueAtRisk
import Statistics

extension QueueEntry {
    /// Every number behind the row, its interval among them.
    ///
    /// The interval takes longer to work out than all the rest, so it is left until somebody looks: the terms and exposures
    /// of a listing's rows say all that it needs. Of exposures that reach further it was worked out with the rest.
    ///
    /// - Parameter neighbours: the other rows of the listing; where one that the terms name is missing there is no interval.
    public func riskTerms(among neighbours: [QueueEntry] = []) throws(ColumnDamage) -> RiskTerms {
        var terms = try RiskTerms(bytes: terms)
        guard terms.low == nil, terms.pricedListings == 1, terms.unpricedListings == 0,
            let listing = terms.listings.first, let conversion = listing.conversion, listing.posteriorShape > 0,
            listing.posteriorRate > 0
        else { return terms }
        let named = Set(listing.neighbours.map(\.fingerprint))
        let others = neighbours.filter { named.contains($0.exception.fingerprint) }
        guard others.count == named.count else { return terms }
        let all = ([self] + others).sorted { $0.exception.fingerprint.text < $1.exception.fingerprint.text }
        var claims: [ListingClaim] = []
        for entry in all {
            let claim = ListingClaim(
                kind: entry.exception.fingerprint.kind, entry.exception.exposure, asOf: terms.asOf,
                survival: try RiskTerms(bytes: entry.terms).lasting, horizon: terms.horizonDays)
            guard let claim else { return terms }
            claims.append(claim)
        }
        guard let own = all.firstIndex(where: { $0.exception.id == exception.id }),
            let interval = LossInterval(
                of: own, in: Attribution(of: claims, horizon: terms.horizonDays),
                rate: GammaDistribution(shape: listing.posteriorShape, rate: listing.posteriorRate),
                price: listing.price)
        else { return terms }
        terms.low = conversion.convert(interval.low)?.minorUnits
        terms.high = conversion.convert(interval.high)?.minorUnits
        return terms
    }
}

extension QueueEntry {
    /// The terms as they are kept from now on, their interval among them: once the row is gone nothing says it again.
    func frozenTerms(in store: any WorkStore) throws(StoreError) -> [UInt8] {
        let neighbours = try store.places(on: exception.fingerprint.subject).filter {
            $0.exception.id != exception.id
        }
        return (try? riskTerms(among: neighbours).bytes) ?? terms
    }
}
