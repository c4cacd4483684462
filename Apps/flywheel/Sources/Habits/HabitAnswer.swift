import FlywheelKit
import FlywheelStore
import Learning

/// What `morning`, `midday`, `close-of-day`, `weekly` and `monthly` print: a checklist for one person.
struct HabitAnswer: Answer {
    let habit: Habit
    let period: HabitPeriod
    let person: String
    let asOf: Instant
    let rotation: RotationID
    let standing: HabitBook.Standing
    var lines: [HabitLine]
    /// How far a wheel that was just started is; `nil` once that is over.
    let start: GuidedStart?
    /// When it was done, and whether that was just now; `nil` where nobody said that it is done.
    var completion: (at: Instant, isNew: Bool)?

    let listKey: String? = "items"
    let columns = ["topic", "title", "count", "money.amount", "money.currency", "words", "unknown", "command"]
    var rows: [JSON] { lines.map(\.json) }

    var json: JSON { .object([JSON.Member(key: "schema", value: "flywheel.habit/1")] + members) }

    /// All that a routine says, for documents that hold one.
    var members: [JSON.Member] {
        let json: JSON = [
            "habit": .text(habit.rawValue), "asOf": .instant(asOf), "rotation": .text(rotation.description),
            "person": .text(person), "period": .text(period.description), "minutes": .count(habit.minutes),
            "standing": [
                "done": .count(standing.done), "of": .count(standing.of), "doneAt": .instant(standing.doneAt),
            ],
            "start": start.map { $0.json } ?? nil, "items": .array(rows),
        ]
        return json.members
    }

    func text(on page: Page) -> [String] {
        guard completion == nil else { return completed(page) }
        return HabitWords(self, on: page.clock).text(habit, on: page)
    }

    private func completed(_ page: Page) -> [String] {
        guard let completion else { return [] }
        let head =
            completion.isNew ? "\(habit.title) done" : "\(habit.title) was done at \(page.clock.short(completion.at))"
        return page.wrapped(head + (HabitWords.kept(self).map { "; \($0)" } ?? "")) + page.next("flywheel queue")
    }
}
