import FlywheelWeb
import WebPages

extension Pages {
    /// What words, figures, keys and errors mean.
    var help: [Route] {
        [
            get("/help", for: .signedIn) { visit in
                let index = PageIndex(
                    reader: visit.reader,
                    pages: ["glossary", "formula", "keys"].map { ("/help/\($0)", "help.\($0)") })
                return visit.help("help.title", index.html, command: "flywheel --help")
            },
            get("/help/glossary", for: .signedIn) { try $0.glossary() },
            get("/help/formula", for: .signedIn) { visit in
                visit.help(
                    "help.formula.title", FormulaPage(reader: visit.reader).html, command: "flywheel explain at-risk")
            },
            get("/help/keys", for: .signedIn) { visit in
                visit.help("help.keys.title", KeysTable(reader: visit.reader).html, command: nil)
            },
            get("/help/errors/{code}", for: .everyone) { try $0.errorCode() },
        ]
    }
}

extension PageVisit {
    fileprivate func help(_ title: String, _ main: HTML, command: String?) -> PageContent {
        var shell = shell(words.text(title))
        shell.command = command
        return PageContent(shell: shell, main: main)
    }

    fileprivate func glossary() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/help/glossary", options: ["q"])
        let page = GlossaryPage(
            entries: try Glossary.entries(of: workflows), search: query["q"] ?? "", notUnderstood: query.notUnderstood,
            reader: reader)
        var content = help("help.glossary.title", page.html, command: "flywheel explain")
        content.shell.json = "/api/v1/words"
        return content
    }

    /// What an error's code means; problems of the API lead here.
    fileprivate func errorCode() throws -> PageContent {
        let code = request.parameter("code")
        guard let entry = try Glossary.entries(of: workflows).first(where: { $0.word == code }) else {
            throw Problem.notFound
        }
        var shell = shell(code)
        shell.command = "flywheel explain \(entry.word)"
        shell.json = "/api/v1/words/\(entry.word)"
        return PageContent(
            shell: shell,
            main: """
                <section><p>\(reader.said(entry.meaning))</p>
                <p>\(words("help.command")) <code translate="no">\(entry.command)</code></p></section>
                <p><a href="/help/glossary">\(words("help.glossary.title"))</a></p>
                """)
    }
}
