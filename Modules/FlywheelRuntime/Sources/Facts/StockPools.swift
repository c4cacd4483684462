import FlywheelKit
import FlywheelStore

/// Which listings sell from one stock.
///
/// Where an account sells on several marketplaces out of the same warehouses (Amazon's of Europe, or of North America), the file of
/// stock of each names all units. No file says so: it is told from the numbers (``StockLikeness``). What they share is then read of
/// those marketplaces, and of no other.
struct StockPools: Sendable {
    /// How far apart two files may be that are compared.
    private static let mostDaysApart = 1.0
    /// How old one may be: what once was one stock is taken to be one while a file is late.
    private static let mostDaysOld = 30.0
    /// SKUs of a marketplace that are compared, about so many: of more a part says as much.
    private static let mostSKUs = 65_536

    private var shelves: [FeedLedger.Owner: (shelf: SharedShelf, number: Int)] = [:]

    /// Looks for them; `nil` where no stage decides by stock, or no account has it on several marketplaces that is the same.
    init?(for stages: [StageManifest], store: any FactStore, ledger: FeedLedger, zones: Zones) throws {
        guard stages.contains(where: \.inputs.decideByStock) else { return nil }
        let files = Dictionary(grouping: Self.files(in: ledger), by: \.owner.account).filter { $1.count > 1 }
        guard !files.isEmpty else { return nil }
        let places = Dictionary(grouping: try store.chunks(of: .listing)) {
            FeedLedger.Owner(account: $0.account, marketplace: $0.marketplace)
        }
        let reader = ChunkReader(
            store: store, ledger: ledger, inputs: SharedShelf.inputs, windows: SharedShelf.windows)
        for (_, files) in files.sorted(by: { $0.key < $1.key }) {
            var comparison = FileComparison(files, store: store, places: places)
            for owners in try comparison.groups() {
                let own = owners.flatMap { places[$0] ?? [] }
                let parts = try parallelMap(own.count) { number in
                    try reader.chunk(at: own[number], zone: zones.zone(ofMarketplace: own[number].marketplace))
                        .map { SharedShelfPart($0.chunk) }
                }
                let shelf = SharedShelf(parts.compactMap(\.self))
                for (number, marketplace) in shelf.marketplaces.enumerated() {
                    shelves[FeedLedger.Owner(account: owners[0].account, marketplace: marketplace)] = (shelf, number)
                }
            }
        }
        if shelves.isEmpty { return nil }
    }

    /// The stock that one listing sells from; `nil` where nobody can tell that it is shared. The files of its account are
    /// compared as for all of them, and of what is sold only its SKU is read.
    static func pool(of listing: Subject, store: any FactStore, ledger: FeedLedger, zones: Zones) throws -> StockPool? {
        let files = files(in: ledger).filter { $0.owner.account == listing.account }
        guard files.count > 1 else { return nil }
        let places = Dictionary(grouping: try store.chunks(of: .listing).filter { $0.account == listing.account }) {
            FeedLedger.Owner(account: $0.account, marketplace: $0.marketplace)
        }
        var comparison = FileComparison(files, store: store, places: places)
        let owner = FeedLedger.Owner(account: listing.account, marketplace: listing.marketplace)
        guard let owners = try comparison.groups().first(where: { $0.contains(owner) }) else { return nil }
        let reader = ChunkReader(
            store: store, ledger: ledger, inputs: SharedShelf.inputs, windows: SharedShelf.windows)
        var parts: [SharedShelfPart] = []
        var sku: UInt64?
        for place in owners.flatMap({ places[$0] ?? [] }) {
            let zone = zones.zone(ofMarketplace: place.marketplace)
            guard let chunk = try reader.chunk(at: place, zone: zone, holding: [listing.code])?.chunk else { continue }
            parts.append(SharedShelfPart(chunk))
            sku = sku ?? chunk.rows.first { chunk.codes[$0] == listing.code }.map(chunk.codes.hash)
        }
        // A shelf of nothing has no marketplaces.
        guard let sku else { return nil }
        let shelf = SharedShelf(parts)
        guard let number = shelf.marketplaces.firstIndex(of: listing.marketplace) else { return nil }
        return shelf.pool(of: sku, on: number)
    }

    /// Whole files of stock that are not too old, by whose they are.
    private static func files(in ledger: FeedLedger) -> [(owner: FeedLedger.Owner, files: [ImportRecord])] {
        let first = ledger.asOf.advanced(bySeconds: -Int64(mostDaysOld * 86_400))
        return ledger.owners.map { owner in
            (owner: owner, files: ledger.sources(of: Stock.feed, for: owner, from: first).filter(\.summary.isComplete))
        }.filter { !$0.files.isEmpty }
    }

    /// The stock that each of some listings shares; nothing at all where none does.
    func pools(of codes: Texts, in owner: FeedLedger.Owner) -> [StockPool?] {
        guard let (shelf, number) = shelves[owner] else { return [] }
        return (0..<codes.count).map { shelf.pool(of: codes.hash(of: $0), on: number) }
    }

    /// The orders to suppliers of some listings, with those for their stock that stand under the names of other marketplaces.
    func adding(to told: Details, of codes: Texts, in owner: FeedLedger.Owner) -> Details {
        guard let (shelf, number) = shelves[owner] else { return told }
        let rows = (0..<codes.count).map { row in
            let own = SupplierOrder.all(of: row, in: told)
            return own + shelf.ordersElsewhere(of: codes.hash(of: row), on: number, beside: own)
        }
        return Details(rows)
    }
}

extension StockPools {
    /// Compares the files of the marketplaces of an account.
    private struct FileComparison {
        typealias Files = (owner: FeedLedger.Owner, files: [ImportRecord])

        let store: any FactStore
        let places: [FeedLedger.Owner: [ChunkPlace]]
        /// Of so many SKUs one is compared, the same on all marketplaces.
        private let step: UInt64
        /// The units that each file names, by the hash of the SKU.
        private var units: [ImportID: [UInt64: Int]] = [:]

        private let all: [Files]

        init(_ all: [Files], store: any FactStore, places: [FeedLedger.Owner: [ChunkPlace]]) {
            self.all = all
            self.store = store
            self.places = places
            let most = all.flatMap(\.files).map(\.summary.subjects).max() ?? 0
            step = UInt64(max(1, most / StockPools.mostSKUs))
        }

        /// The marketplaces that sell from one stock, each of which is like another of them.
        mutating func groups() throws -> [[FeedLedger.Owner]] {
            var group = Array(all.indices)
            for one in all.indices {
                for other in all.indices.dropFirst(one + 1) where group[one] != group[other] {
                    guard try isOneStock(all[one], all[other]) else { continue }
                    let (kept, gone) = (min(group[one], group[other]), max(group[one], group[other]))
                    for index in all.indices where group[index] == gone { group[index] = kept }
                }
            }
            return Dictionary(grouping: all.indices) { group[$0] }.sorted { $0.key < $1.key }
                .map { $0.value.map { all[$0].owner } }.filter { $0.count > 1 }
        }

        /// Whether the newest files of two marketplaces that were true at about the same time name the same units. The newest of
        /// one may have come long after that of the other.
        private mutating func isOneStock(_ one: Files, _ other: Files) throws -> Bool {
            guard let newest = one.files.last, let newestOther = other.files.last else { return false }
            let at = min(newest.draft.effectiveAt, newestOther.draft.effectiveAt)
            guard let first = one.files.nearest(to: at), let second = other.files.nearest(to: at),
                abs(first.draft.effectiveAt.days(since: second.draft.effectiveAt)) <= StockPools.mostDaysApart
            else { return false }
            let (units, others) = (try read(first, one.owner), try read(second, other.owner))
            var likeness = StockLikeness()
            for (sku, units) in units { if let same = others[sku] { likeness.compare(units, same) } }
            return likeness.isOneStock
        }

        private mutating func read(_ file: ImportRecord, _ owner: FeedLedger.Owner) throws -> [UInt64: Int] {
            if let known = units[file.id] { return known }
            let places = places[owner] ?? []
            let column = Stock.fulfillable.name
            let (store, step) = (store, step)
            let parts = try parallelMap(places.count) { number -> [(UInt64, Int)] in
                let blocks = try store.facts(
                    in: places[number], feed: Stock.feed.key, columns: [column], from: [file.id])
                guard !blocks.isEmpty else { return [] }
                let codes = try store.rows(of: places[number]).codes
                return blocks.flatMap { block -> [(UInt64, Int)] in
                    guard let values = block.columns[column].flatMap(Int.values(of:)) else { return [] }
                    return block.rows.enumerated().compactMap { index, row in
                        guard let units = values[index], codes.known[Int(row)] else { return nil }
                        let sku = codes.storage.hash(of: Int(row))
                        return sku % step == 0 ? (sku, Int(Int32(clamping: units))) : nil
                    }
                }
            }
            let read = Dictionary(parts.joined(), uniquingKeysWith: { $1 })
            units[file.id] = read
            return read
        }
    }
}

extension [ImportRecord] {
    /// Of files in their order the last of those nearest to a moment.
    fileprivate func nearest(to moment: Instant) -> ImportRecord? {
        func distance(_ file: ImportRecord) -> Double { abs(file.draft.effectiveAt.days(since: moment)) }
        let least = map(distance).min()
        return last { distance($0) == least }
    }
}
