import FlywheelKit

/// The seasons of a chunk's listings. Most of an account share one, and each is kept once.
struct ChunkSeasons: Sendable {
    private var distinct: [DemandSeason] = []
    /// One more than the place of each row's season; 0 where it has none.
    private var places: [UInt32] = []

    /// None.
    init() {}

    /// What was published of the rows.
    init(_ column: [DemandSeason?]?) {
        guard let column, column.contains(where: { $0 != nil }) else { return }
        var known: [DemandSeason: UInt32] = [:]
        places = column.map { season in
            guard let season else { return 0 }
            if season == distinct.last { return UInt32(distinct.count) }
            if let place = known[season] { return place }
            distinct.append(season)
            known[season] = UInt32(distinct.count)
            return UInt32(distinct.count)
        }
    }

    /// The season of a row; `nil` where its weeks are ordinary as far as anyone knows.
    subscript(row: Int) -> DemandSeason? {
        guard !places.isEmpty, places[row] > 0 else { return nil }
        return distinct[Int(places[row]) - 1]
    }
}
