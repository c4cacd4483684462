import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// The tier of every listing, from what it would earn with nothing wrong.
struct TierBook {
    /// The tiers to keep for the next rotation's hysteresis, a column for each chunk in their order.
    let columns: [TierColumn]
    /// The tier of each row of each chunk.
    private let tiers: [[Tier?]]

    /// - Parameter chunks: what each chunk of listings came to, in their order.
    init(_ chunks: [ListingTurn], last: [TierColumn], today: Day) {
        let before = Dictionary(last.map { ($0.chunk, $0) }, uniquingKeysWith: { first, _ in first })
        let tiering = Tiering(
            revenue: concurrentJoined(concurrentMap(chunks.count) { chunks[$0].demand.revenue.compactMap(\.self) }))
        let decided = concurrentMap(chunks.count) { number in
            Self.decide(chunks[number], before: before[chunks[number].demand.place], by: tiering, on: today)
        }
        columns = decided.map(\.column)
        tiers = decided.map(\.tiers)
    }

    private static func decide(
        _ chunk: ListingTurn, before: TierColumn?, by tiering: Tiering, on today: Day
    ) -> (tiers: [Tier?], column: TierColumn) {
        let demand = chunk.demand
        var stored = [Tier?](repeating: nil, count: demand.rowCount)
        var since = Values<Day>(unknown: demand.rowCount)
        let tiers = demand.used.enumerated().map { row, place in
            let current = before?.tier(of: place)
            let listing = TieredListing(
                revenue: demand.revenue[row], current: current, troubledSince: chunk.troubledSince[row])
            let tier = tiering.tier(of: listing, on: today)
            stored[place] = tier
            if let tier { since[place] = current == tier ? before?.since[place] ?? today : today }
            return tier
        }
        return (tiers, TierColumn(chunk: demand.place, tiers: Values(stored.map { $0?.rawValue }), since: since))
    }

    /// The tier of a row of a chunk; `nil` where nothing is known to decide it from.
    func tier(chunk: Int, row: Int) -> Tier? { tiers[chunk][row] }
}

extension TierColumn {
    fileprivate func tier(of row: Int) -> Tier? {
        row < tiers.count ? tiers[row].flatMap(Tier.init(rawValue:)) : nil
    }
}

/// The tiers of the listings of all turns.
struct SweptTiers {
    let columns: [TierColumn]
    private let book: TierBook
    /// The book's number of each turn that holds listings.
    private let numbers: [Int?]

    init(_ turns: [ChunkTurn], last: [TierColumn], today: Day) {
        let found = concurrentMap(turns.count) { ListingTurn(turns[$0]) }
        var count = 0
        numbers = found.map { chunk in
            guard chunk != nil else { return nil }
            defer { count += 1 }
            return count
        }
        book = TierBook(found.compactMap(\.self), last: last, today: today)
        columns = book.columns
    }

    /// The tier of a row of a turn; `nil` where nothing is known to decide it from.
    func tier(_ place: (turn: Int, row: Int)) -> Tier? {
        numbers[place.turn].flatMap { book.tier(chunk: $0, row: place.row) }
    }
}
