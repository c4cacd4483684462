import Articles
import FlywheelWeb
import WebPages

extension Pages {
    /// What is written down for whoever asks, as the desk reads it.
    var articles: [Route] {
        [
            get("/articles") { try $0.articles() },
            get("/articles/{id}") { try $0.article() },
        ]
    }
}

extension PageVisit {
    fileprivate func articles() throws -> PageContent {
        let query = CommandQuery(request.query, at: "/articles", options: ["search"])
        let search = query["search"].flatMap { $0.isEmpty ? nil : $0 }
        let answer = try session().articles(saying: search)
        let rows = answer.items.map { item -> DataTable.Row in
            let facts = ArticleFacts(shelved: item, reader: reader)
            return .init(
                [
                    facts.link, facts.review, facts.side, "\(formats.language(item.article.language))",
                    facts.readers, "<bdi>\(item.article.owner)</bdi>",
                ], isMarked: item.isOverdue)
        }
        let table = DataTable(
            id: "articles",
            caption: words(
                "articles.caption",
                ["count": .count(rows.count), "overdue": .text(formats.number(answer.items.count(where: \.isOverdue)))]),
            columns: ["article", "review", "side", "language", "readers", "owner"].map {
                .init(words("articles.column.\($0)"))
            },
            rows: rows, empty: words(answer.folder == nil ? "articles.noFolder" : "articles.help.none"))
        let form = FilterForm(
            "/articles", [.search(name: "search", label: words("articles.search"), text: search ?? "")],
            notUnderstood: query.notUnderstood)
        let faults = answer.faults.map { "<li><code translate=\"no\">\($0.line)</code></li>" as HTML }
        var shell = shell(words.text("articles.title"), door: .cases)
        shell.command = search.map { "flywheel articles --search \($0.shellWord)" } ?? "flywheel articles"
        shell.json = "/api/v1/articles"
        let wrong: HTML =
            faults.isEmpty ? .nothing : "<section><h2>\(words("articles.faults"))</h2><ul>\(faults)</ul></section>"
        return PageContent(shell: shell, main: "\(form.html(for: reader))\n\(table.html)\n\(wrong)")
    }

    fileprivate func article() throws -> PageContent {
        let answer = try session().article(request.parameter("id"), in: request.query["language"])
        let (article, id) = (answer.shelved.article, answer.shelved.article.id)
        func address(in language: String) -> Address { Address("/articles/\(id)", query: [("language", language)]) }
        let others = answer.languages.filter { $0 != article.language }.map { language -> HTML in
            "<a href=\"\(address(in: language))\" hreflang=\"\(language)\">\(formats.language(language))</a>"
        }
        var links: [HTML] = []
        if !others.isEmpty { links.append(words("articles.alsoIn", ["languages": .html(others.joined(by: ", "))])) }
        if article.isPublic, house.articles.settings.isPublic {
            let place = Address("/help-centre/\(id)", query: [("language", article.language)])
            links.append("<a href=\"\(place)\">\(words("articles.asEverybody"))</a>")
        }
        let library = house.articles.library()
        let text = ArticleText(name: article.title) { other in
            library.translations(of: other).isEmpty ? nil : "/articles/\(other)"
        }
        var shell = shell(article.title, door: .cases)
        shell.command = "flywheel articles show \(id) --language \(article.language)"
        shell.json = Address("/api/v1/articles/\(id)", query: [("language", article.language)])
        return PageContent(
            shell: shell,
            main: """
                <div class="columns">
                <article dir="auto" lang="\(article.language)">\(text.html(of: article.text))</article>
                <div><section class="panel">\(ArticleFacts(shelved: answer.shelved, reader: reader).all)
                \(links.map { "<p>\($0)</p>" as HTML })</section>
                <p><a href="/articles">\(words("articles.all"))</a></p></div>
                </div>
                """)
    }
}
