import FlywheelKit
import Statistics

/// What each listing's own offer had of its usual page views, day by day.
///
/// While another offer is featured, a listing's own sales are those of the visits that are left. A day counts for what it
/// had of the usual share, so that the rate of sale is that of days with the featured offer: b = Σ units / Σ part.
struct FeaturedShares {
    private let shares: History
    /// Whether anybody measured anything.
    private let isMeasured: Bool
    /// The usual share of the listings that did not have it on some day.
    private let usual: [Int: UsualShare]

    init(_ shares: History) {
        self.shares = shares.last(ChunkReader.hostWindow.days)
        isMeasured = !shares.isWhollyUnknown
        var usual: [Int: UsualShare] = [:]
        if isMeasured {
            for row in 0..<shares.count {
                let days = self.shares.row(row)
                guard let share = UsualShare(of: days),
                    days.contains(where: { day in day.map { share.part($0) < 1 } ?? false })
                else { continue }
                usual[row] = share
            }
        }
        self.usual = usual
    }

    /// Whether a listing lacked part of its usual share on any day.
    func hasLosses(_ row: Int) -> Bool { usual[row] != nil }

    /// What a listing had of its usual share, 0 to 1; `nil` where nobody measured the day.
    ///
    /// Of listings that never lacked any, days that were measured are whole, as those that were not.
    func part(_ row: Int, on day: Day) -> Double? {
        guard let share = isMeasured ? shares[row, day] : nil else { return nil }
        return usual[row]?.part(share) ?? 1
    }
}
