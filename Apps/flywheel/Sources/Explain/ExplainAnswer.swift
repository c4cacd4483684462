/// What `explain` prints: the meaning of words.
struct ExplainAnswer: DocumentedAnswer {
    let entries: [Glossary.Entry]
    /// Whether nobody asked for one word, so that only the words are named.
    let isIndex: Bool

    let listKey: String? = "entries"

    static let document = Document("explain", "What words mean.", members)

    static let members: Members<Self> = ["entries": .value(\.entries)]

    func text(on page: Page) -> [String] {
        guard !isIndex, let first = entries.first else {
            return page.wrapped(entries.map(\.word).joined(separator: ", ")) + page.next("flywheel explain WORD")
        }
        return entries.flatMap { page.wrapped($0.meaning, head: page.ink($0.word, .bold) + "  ") }
            + page.next(first.command)
    }
}

extension Glossary.Entry: JSONRecord {
    static let members: Members<Self> = [
        "word": .value(\.word), "meaning": .value(\.meaning), "command": .value(\.command),
    ]
}
