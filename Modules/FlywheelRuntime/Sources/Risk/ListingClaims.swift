import FlywheelKit
public import FlywheelStore
public import RevenueAtRisk

/// The claims of all rows on the listing of one of them, put together again from what the queue keeps.
public struct ListingClaims {
    /// The rows, in the order of their fingerprints, as they were priced.
    public let entries: [QueueEntry]
    /// Where among them the row stands that was asked about.
    public let own: Int
    /// What the row's terms say of the listing.
    public let listing: RiskTerms.Listing
    /// How they share the listing's loss.
    public let attribution: Attribution

    /// - Parameters:
    ///   - entry: the row that is asked about.
    ///   - neighbours: the other rows of its listing, and any more.
    /// - Returns: `nil` for a row that claims no share of exactly one listing, or when a row its terms name is missing from
    ///   `neighbours`: what is worked out from part of the rows would be wrong.
    public init?(of entry: QueueEntry, among neighbours: [QueueEntry]) throws(ColumnDamage) {
        let terms = try RiskTerms(bytes: entry.terms)
        guard let listing = terms.listings.first, terms.listings.count == 1, terms.furtherListings == 0 else {
            return nil
        }
        let named = Set(listing.neighbours.map(\.fingerprint))
        let others = neighbours.filter { named.contains($0.exception.fingerprint) }
        guard others.count == named.count else { return nil }
        entries = ([entry] + others).sorted { $0.exception.fingerprint.text < $1.exception.fingerprint.text }
        var claims: [ListingClaim] = []
        for entry in entries {
            let lasting = try RiskTerms(bytes: entry.terms).lasting
            guard Horizon.allowed.contains(terms.horizonDays), lasting.count >= terms.horizonDays,
                lasting.allSatisfy({ (0...1).contains($0) })
            else {
                throw ColumnDamage("holds \(lasting.count) chances to last for \(terms.horizonDays) days")
            }
            let claim = ListingClaim(
                kind: entry.exception.fingerprint.kind, entry.exception.exposure, asOf: terms.asOf,
                survival: lasting, horizon: terms.horizonDays)
            guard let claim else { return nil }
            claims.append(claim)
        }
        guard let own = entries.firstIndex(where: { $0.exception.id == entry.exception.id }) else { return nil }
        self.own = own
        self.listing = listing
        attribution = Attribution(
            of: claims, horizon: terms.horizonDays, season: listing.season?.days(terms.horizonDays))
    }
}
