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
    /// For how many ordinary days each counts.
    let season: [Double]
    /// Whether any of them is not an ordinary one.
    var isSeasonal: Bool { season.contains { $0 != 1 } }
    /// What the explained row counts for today; `nil` where its listing has no price.
    let today: Money?

    /// - Parameters:
    ///   - entry: the row to explain.
    ///   - neighbours: the other rows of its listing.
    /// - Returns: `nil` for a row that claims no share of exactly one listing, or when a row of the listing is missing from
    ///   `neighbours`: days worked out from part of the rows would be wrong.
    init?(of entry: QueueEntry, among neighbours: [QueueEntry]) throws {
        guard let claims = try ListingClaims(of: entry, among: neighbours) else { return nil }
        let attribution = claims.attribution
        rows = claims.entries.indices.map { index in
            Row(
                fingerprint: claims.entries[index].exception.fingerprint, exception: claims.entries[index].exception.id,
                expected: attribution.claims[index].expected.shares, countsFor: attribution.dailyCountsFor(index))
        }
        together = attribution.dailyTogether
        season = attribution.season
        let listing = claims.listing
        today = rows[claims.own].countsFor.first.flatMap(Decimal4.init(rounding:)).flatMap { share in
            (try? Terms(unitsPerDay: listing.unitsPerDay, price: listing.price))?.amount(share)
        }
    }
}
