import Articles
import CaseDesk
import Cases
import FlywheelKit
import Settings

extension Session {
    private func shelved(_ article: Article) -> ShelvedArticle { ShelvedArticle(article: article, today: clock.today) }

    /// The articles there are, or those that hold some words.
    func articles(saying words: String? = nil) -> ArticlesAnswer {
        let library = articles.library()
        let found = words.map(ArticleSearch(library.articles).articles(saying:)) ?? library.articles
        return ArticlesAnswer(
            folder: articles.folder, items: found.map(shelved), faults: library.faults, search: words, asOf: now)
    }

    /// An article in a language; in English, else in any, where none is named.
    func article(_ id: String, in language: String?) throws -> ArticleAnswer {
        let library = articles.library()
        let translations = library.translations(of: id)
        let found = language.map { code in translations.filter { $0.language == code } } ?? translations
        guard let article = found.best(in: language) else {
            throw Diagnostic.noArticle(id, in: language, among: library)
        }
        return ArticleAnswer(shelved: shelved(article), languages: translations.map(\.language), asOf: now)
    }

    /// What is written down for who asks, about what they ask: as people said it is, else as triage suggests.
    func articles(for contents: Case, _ suggestion: CaseSuggestion?) -> [ShelvedArticle] {
        guard articles.folder != nil else { return [] }
        let suggested = suggestion.map { $0.triaged.decision.kind == .human ? [] : $0.triaged.labels } ?? []
        let intents = contents.intents.isEmpty ? suggested : contents.intents
        guard !intents.isEmpty else { return [] }
        return articles.library()
            .offered(
                to: contents.side.flatMap { Article.Side(rawValue: $0.rawValue) }, about: intents, in: contents.language
            ).map(shelved)
    }
}

extension CaseAnswer {
    /// What is written down for who asks.
    func offered(_ page: Page) -> [String] {
        articles.enumerated().flatMap { place, item in
            let article = item.article
            var words = ["\(article.title) (\(article.id))"]
            if article.kind == .policy { words.append("policy") }
            if article.language != file.contents.language { words.append("in \(article.language)") }
            if item.isOverdue { words.append("review \(item.review(on: page.clock))") }
            return page.wrapped(words.joined(separator: ", ").visible, head: place == 0 ? "Articles " : "         ")
        }
    }
}

extension Diagnostic {
    /// An article that is not there, with the one that may have been meant.
    static func noArticle(_ id: String, in language: String?, among library: ArticleLibrary) -> Diagnostic {
        let languages = library.translations(of: id).map(\.language)
        let sentence =
            languages.isEmpty
            ? "there is no article \"\(id)\""
                + (Nearest.word(to: id, of: Set(library.articles.map(\.id)).sorted()).map {
                    "; did you mean \"\($0)\"?"
                }
                    ?? "")
            : "the article \"\(id)\" is not there in \"\(language ?? "")\", but in \(languages.joined(separator: ", "))"
        return Diagnostic(
            "unknown-article", sentence, notes: library.faults.map { "no article: \($0.line)" },
            help: "flywheel articles", exit: .unknown)
    }
}
