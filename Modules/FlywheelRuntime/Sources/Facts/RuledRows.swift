import FlywheelKit

/// What the feeds that decide about some kinds say of the rows of a chunk.
struct RuledRows {
    /// Whether they decide at all.
    let gate: Gate
    /// Rows of which they do not tell; none where nothing is decided anyway.
    private(set) var untold: Set<Int> = []
    /// Since when they know of each row, where they decide row by row.
    private(set) var knownSince: [Instant?]?
    /// Rows of which a list of problems held something that could not be read: what was read stands, and what is not seen may be
    /// among the rest.
    private(set) var partlyRead: Set<Int> = []

    /// Asks them.
    ///
    /// - Parameter gone: the listings of the chunk that are gone. Where the list of all listings stands in, that it has one no more
    ///   is something that it says.
    init(of placed: PlacedChunk, by part: Ruling.Part, _ gone: GoneListings, _ ledger: FeedLedger) {
        gate = part.gate
        guard gate.isOpen else { return }
        let (chunk, feeds) = (placed.chunk, part.inputs.map(\.feed))
        func unread(_ feeds: [Feed]) -> [Int] {
            let unread = ledger.unread(of: feeds, for: FeedLedger.Owner(chunk))
            return unread.isEmpty ? [] : chunk.rows.filter { unread.contains(chunk.codes[$0]) }
        }
        knownSince = placed.knownSince(feeds)
        partlyRead = Set(unread(feeds.filter { $0.shape == .snapshotRows }))
        untold = chunk.rowsUnmentioned(by: part.inputs).subtracting(part.standsIn ? gone.rows : [])
            .union(knownSince.map { since in chunk.rows.filter { since[$0] == nil } } ?? [])
            .union(unread(feeds.filter { $0.shape != .snapshotRows }))
    }
}
