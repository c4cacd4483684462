/// What `explain` prints: the meaning of words.
struct ExplainAnswer: Answer {
    let entries: [Glossary.Entry]

    let listKey: String? = "entries"
    let columns = ["word", "meaning", "command"]
    var rows: [JSON] {
        entries.map { ["word": .text($0.word), "meaning": .text($0.meaning), "command": .text($0.command)] }
    }
    var json: JSON { ["schema": "flywheel.explain/1", "entries": .array(rows)] }

    func text(on page: Page) -> [String] {
        guard let entry = entries.first, entries.count == 1 else {
            return page.wrapped(entries.map(\.word).joined(separator: ", ")) + page.next("flywheel explain WORD")
        }
        return page.wrapped(entry.meaning, head: page.ink(entry.word, .bold) + "  ") + page.next(entry.command)
    }
}
