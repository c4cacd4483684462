import Articles
import FlywheelWeb
import WebPages

/// The articles for everybody: no door at all unless `articles: public:` is true, and behind it none that does not say so itself.
struct HelpCentreDoors: Sendable {
    let house: House

    init(_ house: House) { self.house = house }

    /// Every address.
    var routes: [Route] {
        guard house.articles.settings.isPublic else { return [] }
        let entrance = PublicEntrance(house: house)
        return [
            entrance.page("/help-centre") { session, reader, request in
                let (articles, search) = Self.articles(of: session)
                return HelpCentrePage(articles, of: session, reader: reader, asking: request.query).overview(search)
            },
            entrance.page("/help-centre/{id}") { session, reader, request in
                let (articles, _) = Self.articles(of: session)
                let page = HelpCentrePage(articles, of: session, reader: reader, asking: request.query)
                guard let html = page.article(request.parameter("id")) else { throw Problem.notFound }
                return html
            },
        ]
    }

    /// What everybody may read: nothing more once the configuration takes back its word, while the doors stay.
    private static func articles(of session: Session) -> (articles: [Article], search: ArticleSearch) {
        session.articles.settings.isPublic ? session.articles.publicArticles() : ([], ArticleSearch([]))
    }
}
