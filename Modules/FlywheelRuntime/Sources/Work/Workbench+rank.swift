import FlywheelStore

extension Workbench {
    /// How many rows of the queue are looked at to see which of them still wait.
    private static let ranked = 512

    /// Where an exception stands in the current queue among those that nobody has claimed or put off, and how many those are;
    /// `nil` where it stands in none. What is in hand beyond the first rows is taken to wait: who works there is no measure of
    /// how far from the top people work.
    func rank(of id: ExceptionID) throws(StoreError) -> QueueRank? {
        guard let row = try store.place(of: id)?.row else { return nil }
        let open = try store.openCounts()
        var (ahead, waiting, unseen) = (0, 0, Self.ranked)
        for lane in QueueRow.Lane.allCases {
            var (inHand, before, last) = (0, 0, 0)
            if unseen > 0 {
                _ = try store.readQueue(lane, of: nil, 1...unseen, where: { _ in true }) { line in
                    last = line.row.position
                    if line.claimedBy != nil || line.isSnoozed(at: now) {
                        inHand += 1
                    } else if line.row.position < row.position {
                        before += 1
                    }
                }
            }
            unseen -= last
            let still = open[lane, default: 0] - inHand
            waiting += still
            if lane == row.lane {
                ahead += before + max(0, row.position - 1 - last)
            } else if lane.rawValue < row.lane.rawValue {
                ahead += still
            }
        }
        waiting = max(1, waiting)
        return QueueRank(min(ahead + 1, waiting), of: waiting)
    }
}
