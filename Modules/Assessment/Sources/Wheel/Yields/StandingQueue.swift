import FlywheelKit

/// Whether what waits is ever worked off, week by week.
///
/// A burst makes a queue that drains. One that never drains is one that people cannot keep up with, however soon its first rows
/// are taken. So a week counts as cleared where at some moment of it no more waited than is taken on in a day: the least of
/// a queue tells a standing one from a burst, and its mean does not (K. Nichols and V. Jacobson, "Controlling queue delay",
/// 2012). Rows that nobody ever takes on are left alone and wait for no one's time.
struct StandingQueue {
    /// Weeks in which the queue was cleared, of all.
    private(set) var tally: WeeklyTally

    init(of work: TakenWork, in window: WheelWindow, kept: Int) {
        tally = WeeklyTally(weeks: window.weeks, kept: kept)
        let (came, gone) = (work.came, work.gone)
        let within = gone.count { window.week(of: $0) != nil }
        guard window.weeks > 0, within > 0 else { return }
        let day = Double(within) / Double(7 * window.weeks)
        var (found, left) = (0, 0)
        for week in 0..<window.weeks {
            let (start, end) = (window.start(of: week), window.start(of: week + 1))
            while left < gone.count, gone[left] <= start { left += 1 }
            while found < came.count, came[found] <= start { found += 1 }
            var least = found - left
            while left < gone.count, gone[left] <= end {
                let moment = gone[left]
                while left < gone.count, gone[left] <= moment { left += 1 }
                while found < came.count, came[found] <= moment { found += 1 }
                least = min(least, found - left)
            }
            tally.add(week: week, part: Double(least) <= day ? 1 : 0, whole: 1)
        }
    }
}
