import FlywheelKit
import FlywheelStore

/// Listings that are gone: the newest whole list of all listings no longer has them.
///
/// What no list ever had is not gone, nor is what a list leaves out that does not speak for all listings.
struct GoneListings {
    /// The rows of the chunk.
    var rows: Set<Int> = []
    /// The rows of which no list was found to say anything, gone or not.
    private var unlisted: Set<Int> = []
    /// When the list was true.
    var since = Instant(seconds: .min)
    /// What the last list said that had each of them.
    private(set) var last: [Int: LastWord] = [:]

    /// What a list said of a listing; nothing newer is known.
    struct LastWord {
        /// When it was true.
        let at: Instant
        /// What it asked, or a list before it.
        let price: Money?
        /// Units that the merchant had.
        let units: Int?
        /// Whether the seller had given it up.
        let isGivenUp: Bool
    }

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

    /// Those and the ones among further rows.
    func adding(
        _ more: some Sequence<Int>, of placed: PlacedChunk, _ ledger: FeedLedger, _ store: any FactStore
    ) throws(StoreError) -> GoneListings {
        let others = try GoneListings(among: more.filter { !unlisted.contains($0) }, of: placed, ledger, store)
        guard !others.unlisted.isEmpty else { return self }
        var all = self
        all.rows.formUnion(others.rows)
        all.unlisted.formUnion(others.unlisted)
        all.last.merge(others.last) { own, _ in own }
        all.since = max(since, others.since)
        return all
    }

    /// Those among rows of a place of which no list says anything.
    ///
    /// - Parameter used: the store's row of each row.
    init(
        unlisted: Set<Int>, codes: Texts, used: [Int], in place: ChunkPlace, _ ledger: FeedLedger,
        _ store: any FactStore
    ) throws(StoreError) {
        let owner = FeedLedger.Owner(account: place.account, marketplace: place.marketplace)
        let feed = Catalog.feed
        self.unlisted = unlisted
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
        let names = [Catalog.price.name, Catalog.quantity.name, Catalog.channel.name, Catalog.status.name]
        for block in try store.facts(in: place, feed: feed.key, columns: names, from: before.map(\.id) + now) {
            guard let moment = moments[block.source] else {
                listed.formUnion(block.rows.compactMap { places[$0] })
                continue
            }
            let prices = block.columns[Catalog.price.name].flatMap(Money.values(of:))
            let units = block.columns[Catalog.quantity.name].flatMap(Int.values(of:))
            let channels = block.columns[Catalog.channel.name].flatMap(String.values(of:))
            let statuses = block.columns[Catalog.status.name].flatMap(String.values(of:))
            for (index, stored) in block.rows.enumerated() {
                guard let row = places[stored], last[row].map({ $0.at <= moment }) ?? true else { continue }
                last[row] = LastWord(
                    at: moment, price: prices?[index] ?? last[row]?.price,
                    units: Catalog.isMerchants(channels?[index]) ? units?[index] : nil,
                    isGivenUp: Catalog.isGivenUp(statuses?[index]))
            }
        }
        last = last.filter { row, _ in !listed.contains(row) && !unread.contains(codes[row]) }
        self.since = since
        rows = Set(last.keys)
    }

    /// Days for which a list remembers what it had: as many as sales are looked at, after which nobody asks for it.
    private static let days = Double(ChunkReader.hostWindow.days)
}
