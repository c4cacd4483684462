/// What `explain` prints: the meaning of words.
struct ExplainAnswer: DocumentedAnswer {
    let entries: [Glossary.Entry]

    let listKey: String? = "entries"

    static let document = Document("explain", "What words mean.", members)

    static let members: Members<Self> = ["entries": .value(\.entries)]

    func text(on page: Page) -> [String] {
        guard let entry = entries.first, entries.count == 1 else {
            return page.wrapped(entries.map(\.word).joined(separator: ", ")) + page.next("flywheel explain WORD")
        }
        return page.wrapped(entry.meaning, head: page.ink(entry.word, .bold) + "  ") + page.next(entry.command)
    }
}

extension Glossary.Entry: JSONRecord {
    static let members: Members<Self> = [
        "word": .value(\.word), "meaning": .value(\.meaning), "command": .value(\.command),
    ]
}
