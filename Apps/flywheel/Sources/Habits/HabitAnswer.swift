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
    let lines: [HabitLine]
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
        return page.wrapped(heading(page.clock)) + startLines(page) + lines.lines(on: page) + foot(page)
    }

    /// What it is called, whose, and how it was kept up.
    func heading(_ clock: WallClock) -> String {
        "\(habit.title), \(clock.date(asOf)), \(person.visible), about \(habit.minutes) min"
            + (kept.map { "; \($0)" } ?? "")
    }

    /// `done 4 of the last 5 working days`; nothing until there are two to tell of.
    private var kept: String? {
        guard standing.of > 1 else { return nil }
        return "done \(standing.done) of the last \(standing.of) \(habit.rhythm.many)"
    }

    private func startLines(_ page: Page) -> [String] {
        start.map { page.line($0.words, command: "flywheel start") } ?? []
    }

    private func foot(_ page: Page) -> [String] {
        guard page.hints else { return [] }
        return standing.doneAt.map { ["Done at \(page.clock.short($0))"] }
            ?? ["Done? " + page.ink("flywheel \(habit.rawValue) --done", .cyan)]
    }

    private func completed(_ page: Page) -> [String] {
        guard let completion else { return [] }
        let head =
            completion.isNew ? "\(habit.title) done" : "\(habit.title) was done at \(page.clock.short(completion.at))"
        return page.wrapped(head + (kept.map { "; \($0)" } ?? "")) + page.next("flywheel queue")
    }
}

extension Habit.Rhythm {
    fileprivate var many: String {
        switch self {
        case .workingDay: "working days"
        case .week: "weeks"
        case .month: "months"
        }
    }
}
