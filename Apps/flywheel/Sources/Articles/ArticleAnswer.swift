import Articles
import FlywheelKit

/// What `articles show` prints: an article in one language.
struct ArticleAnswer: DocumentedAnswer {
    let shelved: ShelvedArticle
    /// The languages it is there in.
    let languages: [String]
    let asOf: Instant

    var pipeColumns: [String]? { nil }
    let columns = ["id", "language", "title", "text"]

    static let document = Document("article", "What is written down about one thing, in one language.", members)

    static let members: Members<Self> =
        ["asOf": .value(\.asOf)] + ShelvedArticle.members.of(\.shelved) + [
            "text": .value(\.shelved.article.text), "languages": .value(\.languages),
        ]

    func text(on page: Page) -> [String] {
        let article = shelved.article
        let others = languages.filter { $0 != article.language }
        let facts = [
            article.kind.rawValue, "for \(article.side == .both ? "buyer and seller" : article.side.rawValue)",
            article.language, article.isPublic ? "everybody may read it" : "for the desk alone",
        ]
        let review = "review \(shelved.review(on: page.clock)), by \(article.owner)".visible
        return page.wrapped(article.title.visible, head: page.ink(article.id, .bold) + "  ")
            + page.wrapped(facts.joined(separator: ", "))
            + page.wrapped(shelved.isOverdue ? page.ink(review, .yellow) : review)
            + (article.intents.isEmpty ? [] : page.wrapped("about \(article.intents.joined(separator: ", "))".visible))
            + page.wrapped(article.file.visible) + [""]
            + article.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().flatMap {
                $0.isEmpty ? [""] : page.wrapped(String($0).visible)
            }
            + page.next(
                others.first.map { "flywheel articles show \(article.id) --language \($0)" } ?? "flywheel articles")
    }
}
