import Articles
import FlywheelKit
import WebPages

/// What holds of an article, in the words of a page for the desk.
struct ArticleFacts {
    let shelved: ShelvedArticle
    let reader: Reader

    private var article: Article { shelved.article }
    private var words: Phrases { reader.phrases }

    /// It with the way to it, and what to know before one relies on it.
    var line: HTML {
        var facts: [HTML] = []
        if article.kind == .policy { facts.append(words("articles.kind.policy")) }
        facts.append("\(reader.formats.language(article.language))")
        if shelved.isOverdue { facts.append(review) }
        return "\(link) <span class=\"muted\">\(facts.joined(by: ", "))</span>"
    }

    var link: HTML {
        let address = Address("/articles/\(article.id)", query: [("language", article.language)])
        return "<a href=\"\(address)\"><bdi>\(article.title)</bdi></a>"
    }

    /// When it is to be looked at again, or since when nobody did.
    var review: HTML {
        let day = Phrases.Value.text(reader.formats.day(article.reviewBy))
        return shelved.isOverdue
            ? "<span class=\"late\">\(words("articles.overdueSince", ["day": day]))</span>"
            : words("articles.reviewBy", ["day": day])
    }

    var side: HTML { words("articles.side.\(article.side.rawValue)") }

    var readers: HTML { words(article.isPublic ? "articles.readers.everybody" : "articles.readers.desk") }

    /// All of that, for its page.
    var all: HTML {
        var items: [(name: HTML, value: HTML)] = []
        func add(_ key: String, _ value: HTML) { items.append((words("articles.column.\(key)"), value)) }
        add("side", side)
        add("kind", words("articles.kind.\(article.kind.rawValue)"))
        if !article.intents.isEmpty {
            add("intents", "\(article.intents.map(\.inWords).joined(separator: ", "))")
        }
        add("review", review)
        add("owner", "<bdi>\(article.owner)</bdi>")
        add("readers", readers)
        add("file", "<code translate=\"no\">\(article.file)</code>")
        return Definitions(items).html
    }
}
