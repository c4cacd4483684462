import FlywheelKit

/// The seasons of a chunk's listings. Most of an account share one, and what is made of each is made once.
struct ChunkSeasons: Sendable {
    private var distinct: [ListingSeason] = []
    /// One more than the place of each row's season; 0 where it has none.
    private var places: [UInt32] = []

    /// None.
    init() {}

    /// What was published of the rows, for a horizon of so many days.
    init(_ column: [DemandSeason?]?, horizon: Int) {
        guard let column, column.contains(where: { $0 != nil }) else { return }
        var known: [DemandSeason: UInt32] = [:]
        places = column.map { published in
            guard let published else { return 0 }
            if published == distinct.last?.published { return UInt32(distinct.count) }
            if let place = known[published] { return place }
            let season = ListingSeason(published, horizon: horizon)
            if let season { distinct.append(season) }
            let place = season == nil ? 0 : UInt32(distinct.count)
            known[published] = place
            return place
        }
    }

    /// The season of a row; `nil` where its days are ordinary as far as anyone knows.
    subscript(row: Int) -> ListingSeason? {
        guard !places.isEmpty, places[row] > 0 else { return nil }
        return distinct[Int(places[row]) - 1]
    }

    /// The season of a product. Demand belongs to it: of its SKUs the first that has one has that of all.
    func shared(by rows: [Int]) -> ListingSeason? { rows.lazy.compactMap { self[$0] }.first }
}
