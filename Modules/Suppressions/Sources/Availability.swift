import FlywheelKit

extension ListingAvailability {
    /// What all enforced issues of a listing block together, 1 - Π(1 - share), since the first of them; `nil` when nothing
    /// is blocked.
    ///
    /// Where no row says since when, it is blocked from today on as far as anyone knows.
    init?(after issues: [Issue], in chunk: Chunk, hidden: Double) {
        let blocking = issues.filter { issue in
            issue.gravest.isEnforced(at: chunk.asOf) && issue.lossShare(hidden: hidden) > 0
        }
        guard !blocking.isEmpty else { return nil }
        let open = blocking.reduce(1) { $0 * (1 - $1.lossShare(hidden: hidden)) }
        self.init(
            blockedShare: 1 - open,
            since: blocking.compactMap { $0.onset(asOf: chunk.asOf) }.min()?.utcDay ?? chunk.today)
    }
}
