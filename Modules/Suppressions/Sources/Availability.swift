import FlywheelKit

extension ListingAvailability {
    /// What all enforced issues of a listing block together, 1 - Π(1 - share), since the first of them; `nil` when nothing
    /// is blocked.
    ///
    /// Where no row says since when, it is blocked from today on as far as anyone knows.
    init?(after issues: [Issue], knobs: SuppressionsKnobs, in chunk: Chunk) {
        let blocking = issues.filter { issue in
            let isExempt = issue.gravest.exemptUntil.map { $0 > chunk.asOf } ?? false
            return !isExempt && knobs.lossShare(of: issue.gravest.enforcement) > 0
        }
        guard !blocking.isEmpty else { return nil }
        let open = blocking.reduce(1) { $0 * (1 - knobs.lossShare(of: $1.gravest.enforcement)) }
        self.init(blockedShare: 1 - open, since: blocking.compactMap(\.since).min() ?? chunk.today)
    }
}
