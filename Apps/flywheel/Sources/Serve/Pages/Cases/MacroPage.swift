import CaseDesk
import Cases
import WebPages

/// What a macro would do to a case, before it does it: all of it, or nothing.
struct MacroPage {
    let id: String
    let macro: Macro
    /// The answer that it would draft, its blanks filled.
    let answer: String?
    let version: Int
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let button = Button(phrases("cases.act.macro"), weight: .main)
        let form = Form(
            to: "/cases/\(id)/macro", hidden: ["apply": macro.id, "version": String(version)], content: button.html)
        return """
            <section>\(draft)
            \(Definitions(effects).html)
            \(form.html(for: reader))
            <p><a href="\("/cases/\(id)" as Address)">\(phrases("trouble.back"))</a></p></section>
            """
    }

    private var draft: HTML {
        guard let answer else { return "<p>\(phrases("cases.macro.noAnswer"))</p>" }
        return """
            <h2>\(phrases("cases.macro.answer"))</h2>
            <div class="written panel ours" dir="auto">\(answer)</div>
            """
    }

    private var effects: [(name: HTML, value: HTML)] {
        var items: [(name: HTML, value: HTML)] = []
        func add(_ key: String, _ value: HTML?) { if let value { items.append((phrases("cases.\(key)"), value)) } }
        add("note.label", macro.note.map { "\($0)" })
        add("fact.group", macro.group.map { "<bdi>\($0)</bdi>" })
        add("macro.tags", macro.tags.isEmpty ? nil : "\(macro.tags.joined(separator: ", "))")
        add("start.label", macro.checklist.map { "\($0)" })
        add("fact.state", macro.state.map { phrases("cases.state.\($0.rawValue.camelCased)") })
        return items
    }
}
