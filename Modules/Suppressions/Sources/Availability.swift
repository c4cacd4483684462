import FlywheelKit

extension ListingAvailability {
    /// What all enforced issues of a listing block together since the first of them; `nil` when nothing is blocked.
    ///
    /// Two issues of one kind hide a listing once, so the largest of each kind counts: 1 - Π(1 - share) over kinds.
    ///
    /// Where no row says since when, files before say it, and where there are none it is blocked from today on as far as anyone
    /// knows.
    init?(after issues: [Issue], at row: Int, in chunk: Chunk, hidden: Double) {
        let blocking = issues.filter { issue in
            issue.gravest.isEnforced(at: chunk.asOf) && issue.lossShare(hidden: hidden) > 0
        }
        guard !blocking.isEmpty else { return nil }
        let taken = Dictionary(grouping: blocking, by: \.kind).mapValues { issues in
            issues.map { $0.lossShare(hidden: hidden) }.max() ?? 0
        }
        let open = taken.sorted { $0.key.id < $1.key.id }.reduce(1) { $0 * (1 - $1.value) }
        self.init(
            blockedShare: 1 - open,
            since: blocking.compactMap { $0.firstDay(at: row, in: chunk) }.min() ?? chunk.today)
    }
}
