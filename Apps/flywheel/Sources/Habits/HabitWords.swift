import FlywheelKit
import Learning

/// A routine in words: as its command says it, or as the pages say it in a language.
struct HabitWords {
    /// What it is called, whose it is, and how it was kept up.
    let heading: String
    /// It and the first of its lines, in one.
    let subject: String
    /// How far a wheel that was just started is; `nil` once that is over.
    let start: String?
    /// What stands before the command that says it is done, and where more room is.
    let question: (short: String, long: String)
    /// When it was done; `nil` where nobody said so.
    let done: String?
    let lines: [HabitLine]
}

extension HabitWords {
    /// The words of its command.
    init(_ answer: HabitAnswer, on clock: WallClock) {
        let (habit, day) = (answer.habit, clock.date(answer.asOf))
        heading =
            "\(habit.title), \(day), \(answer.person.visible), about \(habit.minutes) min"
            + (Self.kept(answer).map { "; \($0)" } ?? "")
        let first = answer.lines.first.map { "\($0.title.lowercased()) \($0.words)" } ?? "nothing"
        subject = "\(habit.title), \(day): \(first)"
        start = answer.start?.words
        question = ("Done?", "When you are through:")
        done = answer.standing.doneAt.map { "Done at \(clock.short($0))" }
        lines = answer.lines
    }

    /// `done 4 of the last 5 working days`; nothing until there are two to tell of.
    static func kept(_ answer: HabitAnswer) -> String? {
        let standing = answer.standing
        guard standing.of > 1 else { return nil }
        return "done \(standing.done) of the last \(standing.of) \(answer.habit.rhythm.many)"
    }

    /// The routine as lines of text.
    func text(_ habit: Habit, on page: Page) -> [String] {
        page.wrapped(heading) + (start.map { page.line($0, command: "flywheel start") } ?? [])
            + lines.lines(on: page) + foot(habit, page)
    }

    private func foot(_ habit: Habit, _ page: Page) -> [String] {
        guard page.hints else { return [] }
        return [done ?? "\(question.short) " + page.ink("flywheel \(habit.rawValue) --done", .cyan)]
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
