import Articles
import FlywheelKit
import Settings

/// An article as it stands on a day.
struct ShelvedArticle: Hashable {
    let article: Article
    let today: Day

    /// Whether its owner did not look at it again in time.
    var isOverdue: Bool { article.isOverdue(on: today) }

    /// When it is to be looked at again, or since when nobody did.
    func review(on clock: WallClock) -> String {
        "\(isOverdue ? "overdue since" : "by") \(clock.short(article.reviewBy))"
    }
}

extension ShelvedArticle: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.article.id), "language": .value(\.article.language), "title": .value(\.article.title),
        "kind": .word(\.article.kind), "side": .word(\.article.side), "intents": .value(\.article.intents),
        "owner": .value(\.article.owner), "reviewBy": .value(\.article.reviewBy), "isOverdue": .value(\.isOverdue),
        "isPublic": .value(\.article.isPublic), "file": .value(\.article.file),
    ]
}

extension ArticleLibrary.Fault: JSONRecord {
    static let members: Members<Self> = [
        "file": .value(\.file), "line": .value(\.place?.line), "column": .value(\.place?.column),
        "sentence": .value(\.sentence),
    ]

    /// `refunds.md:4:7: side is …`.
    var line: String { "\(file)\(place.map { ":\($0)" } ?? ""): \(sentence)" }
}
