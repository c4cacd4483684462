import FlywheelKit
import Statistics

/// The weeks that yields are counted in: whole weeks of seven days that end when the history does.
struct WheelWindow {
    /// When the first week begins.
    let from: Instant
    /// When the last week ends.
    let until: Instant
    /// How many weeks there are.
    let weeks: Int
    /// How often each week is drawn, in each drawing of as many weeks with replacement.
    let drawings: [[Double]]

    /// The newest weeks of a history: `most` of them, or as many as it has.
    init(of history: WorkHistory, most: Int, model: WheelModel) {
        weeks = min(most, Self(of: history).weeks)
        until = history.until
        from = until.advanced(byDays: -7 * Double(weeks))
        // One seed for all: the same history gives the same intervals, and yields are drawn together.
        var random = SplitMix64(seed: 1)
        let count = weeks
        drawings = (0..<(count > 0 ? model.drawings : 0)).map { _ in
            var drawn = [Double](repeating: 0, count: count)
            for _ in 0..<count { drawn[Int(random.next() % UInt64(count))] += 1 }
            return drawn
        }
    }

    /// All whole weeks of a history, without drawings.
    init(of history: WorkHistory) {
        weeks = Int(max(0, history.until.days(since: history.from)) / 7)
        until = history.until
        from = until.advanced(byDays: -7 * Double(weeks))
        drawings = []
    }

    /// Weeks of a given span, without drawings.
    init(from: Instant, until: Instant, weeks: Int) {
        (self.from, self.until, self.weeks) = (from, until, weeks)
        drawings = []
    }

    /// The week that a moment lies in; `nil` outside of the window.
    func week(of moment: Instant) -> Int? {
        guard moment > from, moment <= until else { return nil }
        return Int((moment.seconds - from.seconds - 1) / (7 * 86_400))
    }

    /// When a week begins.
    func start(of week: Int) -> Instant { from.advanced(byDays: 7 * Double(week)) }
}
