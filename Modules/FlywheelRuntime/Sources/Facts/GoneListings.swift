import FlywheelKit
import FlywheelStore

/// Listings that are gone: the newest whole list of all listings no longer has them.
///
/// What no list ever had is not gone, nor is what a list leaves out that does not speak for all listings.
struct GoneListings {
    /// The rows of the chunk.
    var rows: Set<Int> = []
    /// When the list was true.
    var since = Instant(seconds: .min)
    /// When the last list was true that had each of them.
    private(set) var lastListed: [Int: Instant] = [:]
    /// What that list asked for them: nothing newer is known.
    private(set) var lastPrices: [Int: Money] = [:]

    /// None.
    init() {}

    /// Those among some rows of a chunk.
    init(
        among asked: some Sequence<Int>, of placed: PlacedChunk, _ ledger: FeedLedger, _ store: any FactStore
    ) throws(StoreError) {
        let (chunk, feed) = (placed.chunk, Catalog.feed)
        guard chunk.kind == .listing else {
            self.init()
            return
        }
        // Of most rows the chunk itself says that a list has them, and no list is looked through.
        let columns = feed.columns.map { chunk.data(of: $0) }
        let unlisted = Set(asked.lazy.filter { row in !columns.contains { $0.isKnown(row) } })
        try self.init(unlisted: unlisted, codes: chunk.codes, used: placed.used, in: placed.place, ledger, store)
    }

    /// Those among rows of a place of which no list says anything.
    ///
    /// - Parameter used: the store's row of each row.
    init(
        unlisted: Set<Int>, codes: Texts, used: [Int], in place: ChunkPlace, _ ledger: FeedLedger,
        _ store: any FactStore
    ) throws(StoreError) {
        let owner = FeedLedger.Owner(account: place.account, marketplace: place.marketplace)
        let (feed, price) = (Catalog.feed, Catalog.price.name)
        guard !unlisted.isEmpty, ledger.isWhole(feed, for: owner),
            case .fresh(let since) = ledger.status(of: feed, for: owner)
        else { return }
        let unread = ledger.unread(of: [feed], for: owner)
        let now = Set(ledger.sources(of: feed, for: owner).filter { $0.draft.effectiveAt >= since }.map(\.id))
        let before = ledger.sources(of: feed, for: owner, from: since.advanced(byDays: -Self.days))
            .filter { $0.draft.effectiveAt < since }
        let moments = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.draft.effectiveAt) })
        let places = Dictionary(unlisted.map { (Int32(used[$0]), $0) }, uniquingKeysWith: { first, _ in first })
        var listed: Set<Int> = []
        for block in try store.facts(in: place, feed: feed.key, columns: [price], from: before.map(\.id) + now) {
            guard let moment = moments[block.source] else {
                listed.formUnion(block.rows.compactMap { places[$0] })
                continue
            }
            let prices = block.columns[price].flatMap(Money.values(of:))
            for (index, stored) in block.rows.enumerated() {
                guard let row = places[stored], lastListed[row].map({ $0 <= moment }) ?? true else { continue }
                lastListed[row] = moment
                lastPrices[row] = prices?[index] ?? lastPrices[row]
            }
        }
        lastListed = lastListed.filter { row, _ in !listed.contains(row) && !unread.contains(codes[row]) }
        lastPrices = lastPrices.filter { row, _ in lastListed[row] != nil }
        self.since = since
        rows = Set(lastListed.keys)
    }

    /// Days for which a list remembers what it had: as many as sales are looked at, after which nobody asks for it.
    private static let days = Double(ChunkReader.hostWindow.days)
}
