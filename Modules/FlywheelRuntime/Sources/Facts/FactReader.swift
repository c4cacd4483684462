public import FlywheelKit
public import FlywheelStore

/// Reads a few columns of some subjects: for a person who asks, not for detection.
public struct FactReader {
    private let reader: ChunkReader
    private let zones: Zones

    /// What snapshots and logs said of `inputs` by a moment, and of the days before it in `windows`.
    public init(
        _ store: any FactStore, inputs: [FeedInput], windows: [SeriesWindow] = [], asOf: Instant, zones: Zones
    ) throws(StoreError) {
        reader = ChunkReader(
            store: store, ledger: FeedLedger(try store.imports(), asOf: asOf), inputs: inputs, windows: windows)
        self.zones = zones
    }

    /// Hands over each of the subjects that is known with its row in a chunk that holds what is read of it, chunk by chunk.
    public func forEach(
        of subjects: Set<Subject>, _ body: (_ subject: Subject, _ chunk: Chunk, _ row: Int) throws -> Void
    ) throws {
        for (kind, wanted) in Dictionary(grouping: subjects, by: \.kind) {
            let wanted = Set(wanted)
            for place in try reader.store.chunks(of: kind) {
                guard wanted.contains(where: { $0.account == place.account && $0.marketplace == place.marketplace }),
                    let placed = try reader.chunk(at: place, zone: zones.zone(ofMarketplace: place.marketplace))
                else { continue }
                for row in placed.chunk.rows {
                    let subject = placed.chunk.subject(row)
                    if wanted.contains(subject) { try body(subject, placed.chunk, row) }
                }
            }
        }
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
}
