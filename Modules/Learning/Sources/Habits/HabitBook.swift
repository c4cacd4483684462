public import Calendars
public import FlywheelKit
import FlywheelRuntime
public import FlywheelStore

/// Who went through which routine when, as a store keeps it.
public struct HabitBook {
    /// How a routine was kept up lately: done in so many of the last periods.
    ///
    /// Periods before the person first went through it are not counted, and neither is the one that is not over, as long as
    /// the routine may still be gone through in it.
    public struct Standing: Hashable, Sendable {
        /// The periods in which it was done.
        public let done: Int
        /// The periods looked at.
        public let of: Int
        /// When it was done in the current period.
        public let doneAt: Instant?
    }

    private let store: any LearningStore
    private let calendar: BusinessCalendar

    /// The book of a store, in the days of a business.
    public init(_ store: any LearningStore, calendar: BusinessCalendar) {
        self.store = store
        self.calendar = calendar
    }

    /// Keeps that a person went through a routine; once in a period.
    ///
    /// - Returns: when it was done in this period, and whether that was now.
    public func complete(_ habit: Habit, by actor: Actor, at now: Instant) throws -> (at: Instant, isNew: Bool) {
        let period = HabitPeriod(habit.rhythm, at: now, in: calendar)
        let key = Self.key(habit, period, actor.name)
        if let earlier = try store.loopRecord(.habit, keyed: key) { return (earlier.at, false) }
        let body = try CanonicalJSON.text(["habit": habit.rawValue, "period": period.description])
        let record = LoopRecord(
            .habit, number: try store.reserve(1, of: .habit), key: key, state: "done", at: now, by: actor.name,
            body: body)
        try store.keep([record], by: actor, at: now)
        return (now, true)
    }

    /// When a person last went through a routine before a moment.
    public func last(_ habit: Habit, by person: String, before now: Instant) throws -> Instant? {
        try completions(habit, person).map(\.at).filter { $0 < now }.max()
    }

    /// How a person kept a routine up: over the last five working days, four weeks or three months.
    public func standing(_ habit: Habit, of person: String, at now: Instant) throws -> Standing {
        let records = try completions(habit, person).filter { $0.at <= now }
        let done = Set(records.map(\.key))
        var period = HabitPeriod(habit.rhythm, at: now, in: calendar)
        let current = Self.key(habit, period, person)
        let first = records.map(\.at).min().map { HabitPeriod(habit.rhythm, at: $0, in: calendar).first }
        if !done.contains(current) { period = period.previous(in: calendar) }
        var (kept, looked) = (0, 0)
        while let first, first <= period.first, looked < habit.rhythm.periodsLookedAt {
            looked += 1
            if done.contains(Self.key(habit, period, person)) { kept += 1 }
            period = period.previous(in: calendar)
        }
        return Standing(done: kept, of: looked, doneAt: records.first { $0.key == current }?.at)
    }

    private func completions(_ habit: Habit, _ person: String) throws -> [LoopRecord] {
        try store.loopRecords(.habit).filter { $0.by == person && $0.key.hasPrefix("\(habit.rawValue) ") }
    }

    private static func key(_ habit: Habit, _ period: HabitPeriod, _ person: String) -> String {
        "\(habit.rawValue) \(period) \(person)"
    }
}

extension Habit.Rhythm {
    /// How many periods are looked back at.
    var periodsLookedAt: Int {
        switch self {
        case .workingDay: 5
        case .week: 4
        case .month: 3
        }
    }
}
