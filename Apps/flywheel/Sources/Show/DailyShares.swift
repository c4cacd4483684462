import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// What each row on a listing takes of each day of the horizon, worked out again from what the queue keeps of them: the
/// days whose sum a row's amount is made of.
struct DailyShares {
    /// One row on the listing.
    struct Row {
        let fingerprint: Fingerprint
        let exception: ExceptionID
        /// What it is expected to take of each day's revenue, x(h).
        let expected: [Double]
        /// What it counts for on each day, in full days: its Shapley share of what all rows take together.
        let countsFor: [Double]
    }

    /// The rows in the order of their fingerprints.
    let rows: [Row]
    /// What all rows take together of each day.
    let together: [Double]
    /// What the explained row counts for today; `nil` where its listing has no price.
    let today: Money?

    /// - Parameters:
    ///   - entry: the row to explain.
    ///   - neighbours: the other rows of its listing.
    ///   - asOf: the moment the rotation looked from.
    /// - Returns: `nil` for a row that claims no share of exactly one listing, or when a row of the listing is missing from
    ///   `neighbours`: days worked out from part of the rows would be wrong.
    init?(of entry: QueueEntry, among neighbours: [QueueEntry], asOf: Instant) throws {
        let terms = try RiskTerms(bytes: entry.terms)
        guard let listing = terms.listings.first, terms.listings.count == 1, terms.furtherListings == 0 else {
            return nil
        }
        let named = Set(listing.neighbours.map(\.fingerprint))
        let others = neighbours.filter { named.contains($0.exception.fingerprint) }
        guard others.count == named.count else { return nil }
        let all = ([entry] + others).sorted { $0.exception.fingerprint.text < $1.exception.fingerprint.text }
        let claims = try all.compactMap { entry in
            let terms = try RiskTerms(bytes: entry.terms)
            let exposure = entry.exception.exposure
            return ListingClaim(
                kind: entry.exception.fingerprint.kind, exposure, asOf: asOf, survival: terms.lasting,
                horizon: terms.horizonDays)
        }
        guard claims.count == all.count else { return nil }
        let attribution = Attribution(of: claims, horizon: terms.horizonDays)
        rows = all.indices.map { index in
            Row(
                fingerprint: all[index].exception.fingerprint, exception: all[index].exception.id,
                expected: claims[index].expected.shares, countsFor: attribution.dailyCountsFor(index))
        }
        together = (0..<terms.horizonDays).map { day in 1 - claims.reduce(1) { $0 * (1 - $1.expected.shares[day]) } }
        let own = rows.first { $0.exception == entry.exception.id }?.countsFor.first.flatMap(Decimal4.init(rounding:))
        today = own.flatMap { share in
            (try? Terms(unitsPerDay: listing.unitsPerDay, price: listing.price))?.amount(share)
        }
    }
}
