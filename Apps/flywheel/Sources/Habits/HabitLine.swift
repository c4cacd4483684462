import FlywheelKit

/// One line of a routine's checklist: what to look at, how much of it there is, and the command that shows it.
struct HabitLine: JSONRecord {
    /// A part of what is counted.
    struct Part: Hashable {
        let name: String
        let count: Int
    }

    /// The word that programs know it by.
    let topic: String
    let title: String
    /// How many; `nil` where that is not known.
    var count: Int?
    /// What they come to.
    var money: Money?
    /// Of what they are made.
    var parts: [Part] = []
    /// The first of them.
    var ids: [String] = []
    /// Why the count is not known.
    var unknown: String?
    /// The same in a few words.
    let words: String
    let command: String

    /// Ids listed at most; the command shows all.
    static let mostIDs = 5

    static let members: Members<Self> = [
        "topic": .value(\.topic), "title": .value(\.title), "count": .value(\.count), "money": .value(\.money),
        "parts": .list(\.parts, ["name": .value(\.name), "count": .value(\.count)]),
        "ids": .value { Array($0.ids.prefix(mostIDs)) }, "unknown": .value(\.unknown), "words": .value(\.words),
        "command": .value(\.command),
    ]
}

extension [HabitLine] {
    /// The lines with their numbers, and the command of each behind it or, where that is too long, below it.
    func lines(on page: Page) -> [String] {
        let width = map(\.title.cells).max() ?? 0
        let texts = zip(1..., self).map { number, line in
            page.wrapped(line.words.visible, head: "\(number) \(line.title.padded(toCells: width))  ")
        }
        guard page.hints else { return texts.flatMap(\.self) }
        let column = column(of: texts.map { $0.last?.cells ?? 0 }, page.width)
        return zip(texts, self).flatMap { text, line in
            let command = page.ink(line.command, .cyan)
            guard let last = text.last, last.cells + 2 <= column, column + line.command.cells <= page.width else {
                return text + ["    " + command]
            }
            return text.dropLast() + [last.padded(toCells: column) + command]
        }
    }

    /// The column at which most commands fit behind their texts, the first of several such.
    private func column(of cells: [Int], _ width: Int) -> Int {
        let candidates = cells.map { $0 + 2 }.sorted()
        let fitting = candidates.map { column in
            zip(cells, self).count { $0 + 2 <= column && column + $1.command.cells <= width }
        }
        let most = fitting.max() ?? 0
        return zip(candidates, fitting).first { $1 == most }?.0 ?? 0
    }
}
