import FlywheelKit

/// When the facts were looked at: the turns with fresh facts, in order.
///
/// Of problems that begin at any time of a gap g between two looks, the part min(g, L)/g is found within the limit L.
struct TurnRhythm {
    private let looks: [(at: Instant, id: Int64)]
    private let limit: Double

    /// Turns with no fresh feed at all see nothing new and are left out; where feeds are not known, all count.
    init(of history: WorkHistory, limitHours: Double) {
        looks = history.turns.filter { $0.feeds == 0 || $0.freshFeeds > 0 }.map { ($0.at, $0.id) }
            .sorted { $0.at < $1.at }
        limit = limitHours / 24
    }

    /// The part of what was found at a moment that began within the limit before it, where its beginning is not known; `nil`
    /// before the second look.
    func expectedInTime(foundAt moment: Instant) -> Double? {
        let place = looks.prefixCount { $0.at < moment }
        guard place < looks.count, place > 0 else { return nil }
        return part(of: looks[place].at.days(since: looks[place - 1].at))
    }

    /// Counts the time that was watched, by week of the look that ended it.
    func tally(in window: WheelWindow, kept: Int) -> WeeklyTally {
        var tally = WeeklyTally(weeks: window.weeks, kept: kept)
        for (before, look) in zip(looks, looks.dropFirst()) {
            guard let week = window.week(of: look.at) else { continue }
            let gap = look.at.days(since: before.at)
            tally.add(week: week, passing: min(gap, limit), of: gap, .turn(look.id), at: look.at)
        }
        // Time since the last look is watched by nobody yet.
        if let last = looks.last, window.weeks > 0 {
            let gap = window.until.days(since: last.at)
            if gap > limit { tally.add(week: window.weeks - 1, part: limit, whole: gap) }
        }
        return tally
    }

    /// The gaps between looks within the window, in days.
    func gaps(in window: WheelWindow) -> [Double] {
        zip(looks, looks.dropFirst()).filter { window.week(of: $1.at) != nil }.map { $1.at.days(since: $0.at) }
    }

    private func part(of gap: Double) -> Double { gap > limit ? limit / gap : 1 }
}
