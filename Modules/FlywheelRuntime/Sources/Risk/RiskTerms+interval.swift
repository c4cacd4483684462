public import FlywheelKit
public import FlywheelStore
import RevenueAtRisk
import Statistics

extension RiskTerms {
    /// The terms with their interval, which takes longer to work out than all the rest and is left until somebody looks.
    ///
    /// Where a row falls on one listing alone and nothing else stands there, its terms and its exposure say all that the
    /// interval needs. Of all other rows it was worked out with the rest.
    ///
    /// - Parameter exposure: what the exception claims.
    public func withInterval(of exposure: Exposure) -> RiskTerms {
        guard low == nil, pricedListings == 1, unpricedListings == 0, let listing = listings.first,
            listing.neighbours.isEmpty,
            listing.posteriorShape > 0, listing.posteriorRate > 0, let conversion = listing.conversion,
            let claim = ListingClaim(kind: "", exposure, asOf: asOf, survival: lasting, horizon: horizonDays),
            let interval = LossInterval(
                of: 0, in: Attribution(of: [claim], horizon: horizonDays),
                rate: GammaDistribution(shape: listing.posteriorShape, rate: listing.posteriorRate),
                price: listing.price)
        else { return self }
        var terms = self
        terms.low = conversion.convert(interval.low)?.minorUnits
        terms.high = conversion.convert(interval.high)?.minorUnits
        return terms
    }
}

extension QueueEntry {
    /// Every number behind the row.
    public func riskTerms() throws(ColumnDamage) -> RiskTerms {
        try RiskTerms(bytes: terms).withInterval(of: exception.exposure)
    }
}
