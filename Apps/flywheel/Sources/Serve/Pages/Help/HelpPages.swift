import WebPages

/// How an amount at risk comes about, factor by factor, in the order in which they are multiplied.
struct FormulaPage {
    let reader: Reader

    private static let factors = ["soldADay", "price", "share", "days", "chance"]

    var html: HTML {
        let phrases = reader.phrases
        let factors = Self.factors.map { (phrases("help.factor.\($0)"), phrases("help.factor.\($0).about")) }
        return """
            <section><p><strong>\(phrases("help.formula.line"))</strong></p>
            \(Definitions(factors).html)
            <p>\(phrases("help.formula.rounding"))</p>
            <p>\(phrases("help.formula.example"))</p></section>
            <section><h2>\(phrases("help.formula.kinds"))</h2>
            <p>\(phrases("help.formula.atRisk"))</p><p>\(phrases("help.formula.fixAlone"))</p>
            <p>\(phrases("help.formula.unknown"))</p></section>
            """
    }
}

/// The keys that pages listen to.
struct KeysTable {
    let reader: Reader

    private static let keys = [
        ("j k", "rows"), ("Enter", "open"), ("c", "claim"), ("r", "release"), ("s", "snooze"), ("e", "close"),
        ("a", "assign"), ("x", "select"), ("u", "undo"), ("/", "search"), (".", "changes"), ("[ ]", "neighbours"),
        ("y", "copy"), ("g t, g q, g c, g l, g p, g w, g d", "go"), ("?", "help"),
    ]

    var html: HTML {
        let phrases = reader.phrases
        let table = DataTable(
            id: "keys", caption: phrases("help.keys.caption"),
            columns: [.init(phrases("help.keys.key")), .init(phrases("help.keys.does"))],
            rows: Self.keys.map { keys, meaning in
                .init(["<kbd translate=\"no\">\(keys)</kbd>", phrases("help.key.\(meaning)")])
            }, empty: .nothing)
        return "<section>\(table.html)<p class=\"muted\">\(phrases("help.keys.note"))</p></section>"
    }
}

/// The words of the trade in the reader's language; then every word that answers use, with its meaning and the command to look
/// with, in English, as the command writes them.
struct GlossaryPage {
    let entries: [Glossary.Entry]
    let search: String
    let notUnderstood: [String]
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let filter = FilterForm(
            "/help/glossary", [.search(name: "q", label: phrases("help.glossary.search"), text: search)],
            notUnderstood: notUnderstood)
        let wanted = search.lowercased()
        let shown = entries.filter {
            wanted.isEmpty || ([$0.word, $0.meaning] + $0.names).contains { $0.lowercased().contains(wanted) }
        }
        let table = DataTable(
            id: "glossary", caption: phrases("help.glossary.caption", ["count": .count(shown.count)]),
            columns: [
                .init(phrases("help.glossary.word")), .init(phrases("help.glossary.meaning")),
                .init(phrases("help.command")),
            ],
            rows: shown.map { entry in
                .init([
                    "<span id=\"\(entry.word)\" translate=\"no\">\(entry.word)</span>", reader.said(entry.meaning),
                    "<code translate=\"no\">\(entry.command)</code>",
                ])
            }, empty: phrases("help.glossary.empty"))
        return """
            \(search.isEmpty ? "<section>\(terms.html)</section>" : .nothing)
            \(filter.html(for: reader))
            <section>\(table.html)</section>
            """
    }

    private var terms: Definitions {
        Definitions(Term.allCases.map { (name: $0.name(in: reader.phrases), value: $0.meaning(in: reader.phrases)) })
    }
}
