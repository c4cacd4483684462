extension Chunk {
    /// Rows of which the feeds that decide about a kind say nothing where a host brought what is in the chunk: it opens and
    /// closes nothing there, whatever a stage finds.
    package func rowsUntold(of kind: FindingKind, in manifest: StageManifest) -> Set<Int> {
        let untold = rowsUnmentioned(by: manifest.deciding(about: kind))
        guard untold.count == count, let other = kind.elseDecidedBy else { return untold }
        return rowsUnmentioned(by: manifest.inputs.filter { $0.feed.key == other.key }).filter { unlisted($0) == nil }
    }

    /// Rows that none of these snapshots mentions: nothing is known of them, so nothing may be concluded. Where one of
    /// several does, the stage knows best, and says so when it cannot tell.
    package func rowsUnmentioned(by inputs: [FeedInput]) -> Set<Int> {
        let columns = inputs.filter { $0.feed.shape == .snapshot }.flatMap(\.columns).map { data(of: $0) }
        guard !columns.isEmpty, !columns.contains(where: \.isWhollyKnown) else { return [] }
        return Set(rows.filter { row in columns.allSatisfy { !$0.isKnown(row) } })
    }
}
