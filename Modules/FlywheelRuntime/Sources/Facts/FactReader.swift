public import FlywheelKit
public import FlywheelStore

/// Reads a few columns of some subjects: for a person who asks, not for detection.
public struct FactReader: Sendable {
    private let reader: ChunkReader
    private let zones: Zones

    /// What snapshots and logs said of `inputs` by a moment, and of the days before it in `windows`.
    ///
    /// - Parameter terms: what is taken of sales; who does not read ``Costs`` is not told.
    public init(
        _ store: any FactStore, inputs: [FeedInput], windows: [SeriesWindow] = [], asOf: Instant, zones: Zones,
        terms: StatedTerms = StatedTerms()
    ) throws(StoreError) {
        var reader = try ChunkReader(
            store: store, ledger: FeedLedger(try store.imports(), asOf: asOf), inputs: inputs, windows: windows
        ).withRates()
        reader.terms = terms
        self.reader = reader
        self.zones = zones
    }

    /// Hands over each of the subjects that is known with its row in a chunk that holds what is read of it, chunk by chunk.
    public func forEach(
        of subjects: Set<Subject>, _ body: (_ subject: Subject, _ chunk: Chunk, _ row: Int) throws -> Void
    ) throws {
        for (kind, wanted) in Dictionary(grouping: subjects, by: \.kind) {
            let (wanted, codes) = (Set(wanted), Set(wanted.map(\.code)))
            let owners = Set(wanted.map { FeedLedger.Owner(account: $0.account, marketplace: $0.marketplace) })
            let places = try reader.store.chunks(of: kind).filter {
                owners.contains(FeedLedger.Owner(account: $0.account, marketplace: $0.marketplace))
            }
            try forEachPart(of: places, { try chunk(at: $0, holding: codes) }) { chunk in
                for row in chunk?.rows ?? 0..<0 {
                    guard let subject = chunk?.subject(row), wanted.contains(subject), let chunk else { continue }
                    try body(subject, chunk, row)
                }
            }
        }
    }

    /// The stock that a listing sells from, where listings of other marketplaces do as well.
    public func stockPool(of listing: Subject) throws -> StockPool? {
        try StockPools.pool(of: listing, store: reader.store, ledger: reader.ledger, zones: zones)
    }

    /// What `transform` makes of each chunk of a kind of some accounts, on all cores, in the order of the chunks.
    public func map<Part: Sendable>(
        _ kind: Subject.Kind, of accounts: Set<String>, _ transform: @Sendable (Chunk) throws -> Part
    ) throws -> [Part] {
        var parts: [Part] = []
        let places = try reader.store.chunks(of: kind).filter { accounts.contains($0.account) }
        try forEachPart(of: places, { try chunk(at: $0).map(transform) }) { part in
            if let part { parts.append(part) }
        }
        return parts
    }

    /// Hands over every row of a kind of some accounts, chunk by chunk.
    public func forEach(
        _ kind: Subject.Kind, of accounts: Set<String>, _ body: (_ chunk: Chunk, _ row: Int) throws -> Void
    ) throws {
        for place in try reader.store.chunks(of: kind) where accounts.contains(place.account) {
            let zone = zones.zone(ofMarketplace: place.marketplace)
            guard let placed = try reader.chunk(at: place, zone: zone) else { continue }
            for row in placed.chunk.rows { try body(placed.chunk, row) }
        }
    }

    /// Chunks that are read at the same time: so many that no core waits, so few that memory does not grow with the catalogue.
    private static let atOnce = 16

    private func forEachPart<Part: Sendable>(
        of places: [ChunkPlace], _ read: @Sendable (ChunkPlace) throws -> Part, _ body: (Part) throws -> Void
    ) throws {
        for places in places.batches(of: Self.atOnce) {
            for part in concurrentMap(places.count, { index in Result { try read(places[places.startIndex + index]) } })
            {
                try body(part.get())
            }
        }
    }

    private func chunk(at place: ChunkPlace, holding codes: Set<String>? = nil) throws -> Chunk? {
        try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace), holding: codes)?.chunk
    }
}
