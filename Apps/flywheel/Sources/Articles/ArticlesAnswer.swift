import Articles
import FlywheelKit

/// What `articles` prints: what is written down for whoever asks, whose review is due first.
struct ArticlesAnswer: DocumentedAnswer {
    /// Where they lie; `nil` where no folder is named.
    let folder: String?
    let items: [ShelvedArticle]
    /// What keeps files from being articles.
    let faults: [ArticleLibrary.Fault]
    /// The words that were looked for; `nil` for all.
    let search: String?
    let asOf: Instant

    let listKey: String? = "items"
    let columns = [
        "id", "language", "title", "kind", "side", "intents", "owner", "reviewBy", "isOverdue", "isPublic", "file",
    ]

    static let document = Document(
        "articles", "What is written down for whoever asks, whose review is due first.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "folder": .value(\.folder), "items": .value(\.items), "faults": .value(\.faults),
    ]

    /// A file that is wrong waits for whoever keeps it.
    var exit: Exit { faults.isEmpty ? .done : .waits }
    var warnings: [String] { faults.map(\.line) }

    func text(on page: Page) -> [String] {
        guard folder != nil else {
            return page.wrapped("No articles: flywheel.yaml names no folder of them")
                + page.next("flywheel explain articles")
        }
        guard !items.isEmpty else {
            return page.wrapped(
                search.map { "No article says \"\($0)\"".visible } ?? "No articles in \(folder ?? "")".visible)
                + page.next(search == nil ? "flywheel explain articles" : "flywheel articles")
        }
        let table = Table(
            columns: [
                .init("ID", least: 12), .init("LANG"), .init("REVIEW"), .init("SIDE"), .init("KIND"), .init("READERS"),
                .init("OWNER", least: 6), .init("INTENTS", least: 8), .init("TITLE", least: 12),
            ],
            rows: items.map { item in
                [
                    Table.Cell(item.article.id), Table.Cell(item.article.language),
                    Table.Cell(item.review(on: page.clock), item.isOverdue ? .yellow : .plain),
                    Table.Cell(item.article.side.rawValue), Table.Cell(item.article.kind.rawValue),
                    Table.Cell(item.article.isPublic ? "everybody" : "the desk"), Table.Cell(item.article.owner),
                    Table.Cell(item.article.intents.joined(separator: ", ")), Table.Cell(item.article.title),
                ]
            }, droppable: ["KIND", "INTENTS", "OWNER", "READERS"])
        return table.lines(on: page) + page.next("flywheel articles show \(items[0].article.id)")
    }
}
