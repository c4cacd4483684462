import FlywheelKit

/// How often a listing's page was shown day by day, and how much of each day counts; made only where somebody counted.
struct ListingViews {
    let counts: [Double]
    /// As of ``DemandHistory``.
    let exposure: [Double]
    /// The day after the last one.
    let end: Day

    /// Views a day beyond which a number is an error of its file.
    private static let mostViews = 1_000_000_000

    /// - Parameters:
    ///   - open: the share of each day of the sales on which it could be bought; `nil` where it could on all of them.
    ///   - factors: how many ordinary days each day of the sales counts for; `nil` where all are ordinary.
    /// - Returns: `nil` where no views are known, or none of the last `freshDays` days.
    init?(
        _ views: HistoryRow, days: Range<Day>, open: [Double]?, factors: [Double]?, freshDays: Int
    ) {
        guard let last = views.lastIndex(where: { $0 != nil }), views.count - last <= freshDays else { return nil }
        counts = views[0...last].map { $0.map { Double(min(Self.mostViews, max(0, $0))) } ?? .nan }
        // Both series end the day before the look.
        exposure = counts.indices.map { day in
            let fromEnd = views.count - day
            let open = open.map { $0.count >= fromEnd ? $0[$0.count - fromEnd] : 1 } ?? 1
            let factor = factors.map { $0.count >= fromEnd ? $0[$0.count - fromEnd] : 1 } ?? 1
            return open * factor
        }
        end = days.lowerBound.advanced(by: last + 1)
    }
}
