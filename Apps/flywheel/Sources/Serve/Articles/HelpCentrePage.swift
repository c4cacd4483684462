import Articles
import FlywheelKit
import FlywheelWeb
import WebPages

/// What everybody may read, by side, language and words.
struct HelpCentrePage {
    /// The articles that everybody may read, and no other.
    private let articles: [Article]
    private let title: String
    private let today: Day
    private let reader: Reader
    private let side: Article.Side?
    /// The language that articles are read in, where they are there in it.
    private let language: String
    private let question: String

    /// Letters of a question that are read.
    private static let longest = 200

    init(_ articles: [Article], of session: Session, reader: Reader, asking query: FlywheelWeb.Fields) {
        self.articles = articles
        title = session.articles.settings.title ?? reader.phrases.text("articles.help.title")
        today = session.clock.today
        self.reader = reader
        side = query["side"].flatMap(Article.Side.init).flatMap { $0 == .both ? nil : $0 }
        let asked = query["language"]
        language =
            asked.flatMap { asked in articles.contains { $0.language == asked } ? asked : nil }
            ?? reader.locale.language.rawValue
        question = String((query["words"] ?? "").prefix(Self.longest))
    }

    private var words: Phrases { reader.phrases }

    // MARK: All of them

    /// Those for a side that hold some words in any language, each once, in the reader's where it is there.
    func overview(_ search: ArticleSearch) -> HTML {
        let found = search.articles(saying: question).filter { $0.side.isFor(side) }
        var seen: Set<String> = []
        let ids = found.map(\.id).filter { seen.insert($0).inserted }
        // Who asks in one language and reads in another gets the translation.
        var shown = ids.compactMap { id in
            articles.filter { $0.id == id && $0.side.isFor(side) }.best(in: language)
        }
        // The order of reviews is the desk's own.
        if question.isEmpty { shown.sort { ($0.title, $0.id) < ($1.title, $1.id) } }
        let lines = shown.map { "<li>\(link($0))<br><span class=\"muted\">\(facts(of: $0))</span></li>" as HTML }
        let none: HTML =
            "<p class=\"empty\">\(words(articles.isEmpty ? "articles.help.nothing" : "articles.help.none"))</p>"
        return page(
            title, at: "/help-centre",
            """
            \(form.html(for: reader))
            <section aria-labelledby="found"><h2 id="found">\(words("articles.help.found", ["count": .count(shown.count)]))</h2>
            \(lines.isEmpty ? none : "<ul>\n\(lines)\n</ul>")</section>
            """)
    }

    private var form: FilterForm {
        let sides: [(value: String, label: String)] =
            [("", words.text("articles.side.both"))]
            + [Article.Side.buyer, .seller].map { ($0.rawValue, words.text("articles.side.\($0.rawValue)")) }
        // The one that is read without a choice comes first: a form knows by it whether something was chosen.
        let usual = reader.locale.language.rawValue
        let codes = [usual] + Set(articles.map(\.language)).subtracting([usual]).sorted()
        return FilterForm(
            "/help-centre",
            [
                .search(name: "words", label: words("articles.search"), text: question),
                .choice(
                    name: "side", label: words("articles.column.side"), values: sides, chosen: side?.rawValue ?? ""),
                .choice(
                    name: "language", label: words("articles.column.language"),
                    values: codes.map { ($0, reader.formats.language($0)) }, chosen: language),
            ])
    }

    private func link(_ article: Article) -> HTML {
        "<a href=\"\(address(of: article))\"\(attribute: "lang", spoken(article))>\(article.title)</a>"
    }

    private func address(of article: Article) -> Address {
        Address("/help-centre/\(article.id)", query: [("language", article.language)])
    }

    /// The language of an article where it is not the page's.
    private func spoken(_ article: Article) -> String? {
        article.language == reader.locale.language.rawValue ? nil : article.language
    }

    private func facts(of article: Article) -> HTML {
        var facts = [words("articles.side.\(article.side.rawValue)")]
        if article.kind == .policy { facts.append(words("articles.kind.policy")) }
        if spoken(article) != nil { facts.append("\(reader.formats.language(article.language))") }
        return facts.joined(by: ", ")
    }

    // MARK: One

    /// The page of an article; `nil` where everybody may read none of that name.
    func article(_ id: String) -> HTML? {
        let translations = articles.filter { $0.id == id }
        guard let article = translations.best(in: language) else { return nil }
        let overdue: HTML =
            article.isOverdue(on: today)
            ? """
            <p><strong>\(words(
                "articles.help.overdue", ["day": .text(reader.formats.day(article.reviewBy))]))</strong></p>
            """ : .nothing
        let text = ArticleText(name: article.title) { other in
            articles.contains { $0.id == other }
                ? Address("/help-centre/\(other)", query: [("language", article.language)]) : nil
        }
        let others = translations.filter { $0.language != article.language }.sorted { $0.language < $1.language }
        let links = others.map { other -> HTML in
            "<a href=\"\(address(of: other))\" hreflang=\"\(other.language)\">\(reader.formats.language(other.language))</a>"
        }
        let also: HTML =
            links.isEmpty
            ? .nothing : "<p>\(words("articles.alsoIn", ["languages": .html(links.joined(by: ", "))]))</p>"
        return page(
            article.title, at: "/help-centre/\(id)",
            """
            <p class="muted">\(facts(of: article))</p>
            \(overdue)
            <article dir="auto"\(attribute: "lang", spoken(article))>\(text.html(of: article.text))</article>
            \(also)
            <p><a href="\(Address("/help-centre", query: [("language", language)]))">\(words("articles.help.back"))</a></p>
            """)
    }

    private func page(_ title: String, at address: Address, _ main: HTML) -> HTML {
        var shell = WebPages.Shell(title: title, address: address)
        shell.isPublic = true
        return shell.page(main, for: reader)
    }
}
