public import FlywheelKit

/// What came and went on a day, and what was left at its end.
public struct Backlog: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// Cases opened on it.
    public let opened: Int
    /// Cases opened again on it, each time.
    public let reopened: Int
    /// Cases that ended on it, each time.
    public let ended: Int
    /// Cases open at its end: those of the day before, and opened, and reopened, less ended.
    public let open: Int

    /// Day by day, from the first to the last of `days`.
    /// - Parameters:
    ///   - cases: all there are, also those opened before the first day: what was open then is counted from them.
    ///   - day: the day of a moment, in the zone of the desk.
    public static func byDay(
        _ cases: [CaseTimeline], in days: ClosedRange<Day>, day: (Instant) -> Day
    ) -> [Backlog] {
        var moves: [Day: (opened: Int, reopened: Int, ended: Int)] = [:]
        var before = 0
        for item in cases {
            if let opened = item.opened {
                let at = day(opened)
                if at < days.lowerBound { before += 1 } else { moves[at, default: (0, 0, 0)].opened += 1 }
            }
            for at in item.reopened.map(day) {
                if at < days.lowerBound { before += 1 } else { moves[at, default: (0, 0, 0)].reopened += 1 }
            }
            for at in item.endings.map(day) {
                if at < days.lowerBound { before -= 1 } else { moves[at, default: (0, 0, 0)].ended += 1 }
            }
        }
        var open = before
        return (days.lowerBound.epochDays...days.upperBound.epochDays).map { epochDay in
            let at = Day(epochDays: epochDay)
            let (opened, reopened, ended) = moves[at] ?? (0, 0, 0)
            open += opened + reopened - ended
            return Backlog(day: at, opened: opened, reopened: reopened, ended: ended, open: open)
        }
    }
}
