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

    /// None.
    init() {}

    /// Those among some rows of a chunk.
    init(
        among asked: some Sequence<Int>, of placed: PlacedChunk, _ ledger: FeedLedger, _ store: any FactStore
    ) throws(StoreError) {
        let (chunk, owner, feed) = (placed.chunk, FeedLedger.Owner(placed.chunk), Catalog.feed)
        guard chunk.kind == .listing, ledger.isWhole(feed, for: owner),
            case .fresh(let since) = ledger.status(of: feed, for: owner)
        else { return }
        // Of most rows the chunk itself says that a list has them, and no list is looked through.
        let columns = feed.columns.map { chunk.data(of: $0) }
        let unlisted = Set(asked.lazy.filter { row in !columns.contains { $0.isKnown(row) } })
        guard !unlisted.isEmpty else { return }
        let unread = ledger.unread(of: [feed], for: owner)
        let now = Set(ledger.sources(of: feed, for: owner).filter { $0.draft.effectiveAt >= since }.map(\.id))
        let before = ledger.sources(of: feed, for: owner, from: since.advanced(byDays: -Self.days))
            .filter { $0.draft.effectiveAt < since }
        let places = Dictionary(unlisted.map { (Int32(placed.used[$0]), $0) }, uniquingKeysWith: { first, _ in first })
        var (listed, listedBefore): (Set<Int>, Set<Int>) = ([], [])
        for block in try store.facts(in: placed.place, feed: feed.key, columns: [], from: before.map(\.id) + now) {
            let named = block.rows.compactMap { places[$0] }
            if now.contains(block.source) { listed.formUnion(named) } else { listedBefore.formUnion(named) }
        }
        self.since = since
        rows = listedBefore.subtracting(listed).filter { !unread.contains(chunk.codes[$0]) }
    }

    /// Days for which a list remembers what it had: as many as sales are looked at, after which nobody asks for it.
    private static let days = Double(ChunkReader.hostWindow.days)
}
