import FlywheelStore

extension Workbench {
    /// How many rows of the queue are looked at to see which of them still wait.
    private static let ranked = 512

    /// Where an exception stands in the current queue among those that nobody has claimed or put off; `nil` where it stands
    /// in none. Beyond the first rows its place is the one it was published with.
    func rank(of id: ExceptionID) throws(StoreError) -> QueueRank? {
        guard let row = try store.place(of: id)?.row else { return nil }
        let counts = try store.openCounts()
        let waiting = max(1, counts.values.reduce(0, +))
        var (ahead, looked) = (0, 0)
        for lane in QueueRow.Lane.allCases {
            let limit = lane == row.lane ? min(row.position, Self.ranked - looked) : Self.ranked - looked
            let rows = try store.queue(lane, after: 0, limit: limit)
            for entry in rows {
                if entry.exception.id == id { return QueueRank(min(ahead + 1, waiting), of: waiting) }
                if entry.exception.claimedBy == nil, !entry.exception.isSnoozed(at: now) { ahead += 1 }
            }
            looked += rows.count
            guard looked < Self.ranked, lane != row.lane else { break }
        }
        let before = counts.filter { $0.key.rawValue < row.lane.rawValue }.values.reduce(0, +)
        return QueueRank(min(before + row.position, waiting), of: waiting)
    }
}
