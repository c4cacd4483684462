import FlywheelKit
import RevenueAtRisk

/// The seasons of a chunk's listings. Most of an account share one, and what is made of each is made once.
struct ChunkSeasons: Sendable {
    /// A season, and what it comes to ahead.
    struct Known: Sendable {
        let published: DemandSeason
        /// The weeks that revenue at risk looks at; `nil` where all of them are ordinary.
        let ahead: Season?
        /// For how many ordinary days those count whose revenue decides a tier.
        let tierDays: Double

        /// Nothing of a season of which a part cannot be.
        fileprivate init?(_ published: DemandSeason, horizon: Int) {
            guard published.isCredible else { return nil }
            self.published = published
            ahead = Season(published, horizon: horizon)
            tierDays = Season(published, horizon: Tiering.days)?.fullDays(Tiering.days) ?? Double(Tiering.days)
        }
    }

    private var distinct: [Known] = []
    /// One more than the place of each row's season; 0 where it has none.
    private var places: [UInt32] = []

    /// None.
    init() {}

    /// What was published of the rows, for a horizon of so many days.
    init(_ column: [DemandSeason?]?, horizon: Int) {
        guard let column, column.contains(where: { $0 != nil }) else { return }
        var known: [DemandSeason: UInt32] = [:]
        places = column.map { season in
            guard let season else { return 0 }
            if season == distinct.last?.published { return UInt32(distinct.count) }
            if let place = known[season] { return place }
            let own = Known(season, horizon: horizon)
            if let own { distinct.append(own) }
            let place = own == nil ? 0 : UInt32(distinct.count)
            known[season] = place
            return place
        }
    }

    /// The season of a row; `nil` where its weeks are ordinary as far as anyone knows.
    subscript(row: Int) -> Known? {
        guard !places.isEmpty, places[row] > 0 else { return nil }
        return distinct[Int(places[row]) - 1]
    }
}
