import FlywheelKit
import Learning
import WebPages

extension HabitWords {
    /// The words of the pages.
    init(_ answer: HabitAnswer, told reader: Reader) {
        let (phrases, formats) = (reader.phrases, reader.formats)
        let routine = phrases.text("today.habit.\(answer.habit.page)")
        let day = formats.day(answer.asOf)
        let lines = answer.lines.map { $0.told(by: reader) }
        heading =
            phrases.text(
                "today.digest.heading",
                [
                    "routine": .text(routine), "day": .text(day), "person": .text(answer.person.visible),
                    "minutes": .count(answer.habit.minutes),
                ]) + (answer.standing.kept(answer.habit.rhythm, phrases).map { "; \($0)" } ?? "")
        subject = phrases.text(
            "today.digest.subject",
            [
                "routine": .text(routine), "day": .text(day), "topic": .text(lines.first?.title ?? ""),
                "words": .text(lines.first?.words ?? ""),
            ])
        start = answer.start.flatMap { start in
            start.next.map { next in
                phrases.text(
                    "today.start",
                    [
                        "month": .count(start.month),
                        "step": .text(phrases.text("today.start.\(next.name.rawValue)")),
                    ])
            }
        }
        let through = phrases.text("today.digest.through")
        question = (through, through)
        done = answer.standing.doneAt.map { phrases.text("today.doneAt", ["time": .text(formats.near($0))]) }
        self.lines = lines
    }
}

extension HabitLine {
    /// The topic within keys of the catalog, where words have no hyphens.
    var key: String {
        topic.split(separator: "-").enumerated().map {
            $0.offset == 0 ? String($0.element) : String($0.element).capitalizedFirst
        }
        .joined()
    }

    /// The line with its words in the language of a reader; ids, codes and the command stay.
    fileprivate func told(by reader: Reader) -> HabitLine {
        HabitLine(
            topic: topic, title: reader.phrases.text("today.topic.\(key)"), count: count, money: money, parts: parts,
            ids: ids, unknown: unknown.map(reader.saidText), words: reader.saidText(words), command: command)
    }
}

extension HabitBook.Standing {
    /// How well a routine was kept up, in a language of the pages; nothing until there are two days to tell of.
    func kept(_ rhythm: Habit.Rhythm, _ phrases: Phrases) -> String? {
        guard of > 1 else { return nil }
        return phrases.text("today.kept.\(rhythm.key)", ["done": .count(done), "of": .count(of)])
    }
}

extension Habit {
    /// Its name in addresses and in keys of the catalog.
    var page: String { self == .closeOfDay ? "close" : rawValue }
}

extension Habit.Rhythm {
    fileprivate var key: String {
        switch self {
        case .workingDay: "days"
        case .week: "weeks"
        case .month: "months"
        }
    }
}
