import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

extension Session {
    /// The routines as they are kept.
    var habits: HabitBook { HabitBook(host.store, calendar: host.configuration.policy.calendar) }

    /// A routine, prepared for the person who acts.
    func habit(_ habit: Habit) throws -> HabitAnswer {
        let (rotation, summary) = try currentRotation()
        let lines: [HabitLine] =
            switch habit {
            case .morning: try morning(rotation, summary)
            case .midday: try midday(rotation)
            case .closeOfDay: try closeOfDay(rotation)
            case .weekly: try weekly()
            case .monthly: try monthly()
            }
        let start = try habit == .morning ? guidedStart().flatMap { $0.isOver ? nil : $0 } : nil
        return HabitAnswer(
            habit: habit, period: HabitPeriod(habit.rhythm, at: now, in: host.configuration.policy.calendar),
            person: actor.name, asOf: now, rotation: rotation.id,
            standing: try habits.standing(habit, of: actor.name, at: now), lines: lines,
            start: start, completion: nil)
    }

    /// Keeps that the person who acts went through a routine, and says how it stands.
    func complete(_ habit: Habit) throws -> HabitAnswer {
        let completion = try habits.complete(habit, by: actor, at: now)
        var answer = try self.habit(habit)
        answer.completion = completion
        return answer
    }

    /// Of rows, how many and for how much, with the first ids.
    func line(
        _ topic: String, _ title: String, _ tally: QueueTally, _ currency: Currency, words: String? = nil
    ) -> HabitLine {
        let money = Money(minorUnits: tally.atRisk, currency)
        let sum = tally.count == 0 ? "none" : "\(Numbers.grouped(tally.count)), \(Numbers.money(money)) at risk"
        return HabitLine(
            topic: topic, title: title, count: tally.count, money: money,
            ids: tally.ids, words: words ?? sum,
            command: tally.filter.command())
    }
}
