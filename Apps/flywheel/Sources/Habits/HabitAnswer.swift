import FlywheelKit
import FlywheelStore
import Learning

/// What `morning`, `midday`, `close-of-day`, `weekly` and `monthly` print: a checklist for one person.
struct HabitAnswer: DocumentedAnswer {
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

    static let document = Document("habit", "A routine, prepared for one person.", members)

    static let members: Members<Self> = [
        "habit": .word(\.habit), "asOf": .value(\.asOf), "rotation": .value(\.rotation), "person": .value(\.person),
        "period": .value(\.period.description), "minutes": .value(\.habit.minutes),
        "standing": .part([
            "done": .value(\.standing.done), "of": .value(\.standing.of), "doneAt": .value(\.standing.doneAt),
        ]),
        "start": .maybe(
            \.start,
            [
                "month": .value(\.month), "day": .value(\.day), "next": .word(\.next?.name),
                "count": .value(\.next?.count), "of": .value(\.next?.of),
            ]), "items": .value(\.lines),
    ]

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
