extension Chunk {
    /// Rows that none of these snapshots mentions: nothing is known of them, so nothing may be concluded. Where one of
    /// several does, the stage knows best, and says so when it cannot tell.
    package func rowsUnmentioned(by inputs: [FeedInput]) -> Set<Int> {
        let columns = inputs.filter { $0.feed.shape == .snapshot }.flatMap(\.columns).map { data(of: $0) }
        guard !columns.isEmpty, !columns.contains(where: \.isWhollyKnown) else { return [] }
        return Set(rows.filter { row in columns.allSatisfy { !$0.isKnown(row) } })
    }
}
