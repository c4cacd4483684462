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
        let rows = chunks.enumerated().flatMap { number, chunk in
            chunk.demand.revenue.indices.map { (chunk: number, row: $0) }
        }
        let current = chunks.map { chunk in
            let last = before[chunk.demand.place]
            return chunk.demand.used.map { last?.tier(of: $0) }
        }
        let troubled = chunks.map(\.troubledSince)
        let decisions = Tiering.decide(
            revenue: chunks.flatMap(\.demand.revenue), on: today,
            listing: { index in
                let (chunk, row) = rows[index]
                return TieredListing(
                    key: "", revenue: nil, current: current[chunk][row],
                    troubledSince: troubled[chunk][row])
            },
            precedes: { left, right in
                let (left, right) = (rows[left], rows[right])
                let (one, other) = (chunks[left.chunk], chunks[right.chunk])
                return (one.demand.peers.marketplace, one.demand.peers.account, one.codes[left.row])
                    < (other.demand.peers.marketplace, other.demand.peers.account, other.codes[right.row])
            })
        var next = 0
        var tiers: [[Tier?]] = []
        columns = chunks.map { chunk in
            let demand = chunk.demand
            let last = before[demand.place]
            var stored = [Tier?](repeating: nil, count: demand.rowCount)
            var since = Values<Day>(unknown: demand.rowCount)
            let own = demand.used.map { row in
                let tier = decisions[next].tier
                next += 1
                stored[row] = tier
                if let tier { since[row] = last?.tier(of: row) == tier ? last?.since[row] ?? today : today }
                return tier
            }
            tiers.append(own)
            return TierColumn(chunk: demand.place, tiers: Values(stored.map { $0?.rawValue }), since: since)
        }
        self.tiers = tiers
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
        var chunks: [ListingTurn] = []
        numbers = turns.map { turn in
            guard let chunk = ListingTurn(turn) else { return nil }
            chunks.append(chunk)
            return chunks.count - 1
        }
        book = TierBook(chunks, last: last, today: today)
        columns = book.columns
    }

    /// The tier of a row of a turn; `nil` where nothing is known to decide it from.
    func tier(_ place: (turn: Int, row: Int)) -> Tier? {
        numbers[place.turn].flatMap { book.tier(chunk: $0, row: place.row) }
    }
}
