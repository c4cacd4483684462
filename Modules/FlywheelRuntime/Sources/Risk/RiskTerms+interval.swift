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
        guard terms.low == nil, !exception.isGroup, terms.pricedListings == 1, terms.unpricedListings == 0,
            let listing = terms.listings.first, let conversion = listing.conversion, listing.posteriorShape > 0,
            listing.posteriorRate > 0
        else { return terms }
        guard let claims = try ListingClaims(of: self, among: neighbours),
            let interval = LossInterval(
                of: claims.own, in: claims.attribution,
                rate: GammaDistribution(shape: listing.posteriorShape, rate: listing.posteriorRate),
                price: listing.price)
        else { return terms }
        terms.low = conversion.convert(interval.low)?.minorUnits
        terms.high = conversion.convert(interval.high)?.minorUnits
        return terms
    }

    /// The terms as they are kept from now on, their interval among them: once the row is gone nothing says it again.
    func frozenTerms(in store: any WorkStore) throws(StoreError) -> [UInt8] {
        let neighbours = try store.places(on: exception.fingerprint.subject).filter {
            $0.exception.id != exception.id
        }
        return (try? riskTerms(among: neighbours).bytes) ?? terms
    }
}
