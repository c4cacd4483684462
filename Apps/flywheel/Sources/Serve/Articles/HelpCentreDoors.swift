import Articles
import FlywheelWeb
import Synchronization
import WebPages

/// The articles for everybody: no door at all unless `articles: public:` is true, and behind it none that does not say so itself.
struct HelpCentreDoors: Sendable {
    let house: House
    private let searches = KeptSearch()

    init(_ house: House) { self.house = house }

    /// Every address.
    var routes: [Route] {
        guard house.articles.settings.isPublic else { return [] }
        let entrance = PublicEntrance(house: house)
        return [
            entrance.page("/help-centre") { session, reader, request in
                let articles = Self.articles(of: session)
                return HelpCentrePage(articles, of: session, reader: reader, asking: request.query)
                    .overview(searches.search(in: articles))
            },
            entrance.page("/help-centre/{id}") { session, reader, request in
                let articles = Self.articles(of: session)
                let page = HelpCentrePage(articles, of: session, reader: reader, asking: request.query)
                guard let html = page.article(request.parameter("id")) else { throw Problem.notFound }
                return html
            },
        ]
    }

    /// What everybody may read: nothing more once the configuration takes back its word, while the doors stay.
    private static func articles(of session: Session) -> [Article] {
        session.articles.settings.isPublic ? session.articles.library().publicArticles : []
    }
}

/// The words of the articles, read once for as long as nobody changes one: anybody may ask.
private final class KeptSearch: Sendable {
    private struct Kept {
        let articles: [Article]
        let search: ArticleSearch
    }

    private let kept = Mutex<Kept?>(nil)

    func search(in articles: [Article]) -> ArticleSearch {
        kept.withLock { kept in
            if let kept, kept.articles == articles { return kept.search }
            let search = ArticleSearch(articles)
            kept = Kept(articles: articles, search: search)
            return search
        }
    }
}
