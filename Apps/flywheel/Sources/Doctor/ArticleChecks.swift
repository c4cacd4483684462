import Articles
import FlywheelKit
import Settings

/// What `doctor` finds about articles.
struct ArticleChecks {
    private let library: ArticleLibrary
    private let today: Day
    /// What cases may be about, as far as anybody said.
    private let intents: Set<String>

    init(_ library: ArticleLibrary, on day: Day, intents: Set<String>) {
        (self.library, today, self.intents) = (library, day, intents)
    }

    /// Files that hold none, reviews that are overdue, intents that nothing else names; or that all is well.
    func checks() -> [Check] {
        let found = library.faults.map { look($0.line, "mend the file, then: flywheel articles") } + overdue + strangers
        return found.isEmpty ? [.ok("articles", Numbers.count(library.articles.count, "article"))] : found
    }

    private func look(_ finding: String, _ help: String) -> Check { .look("articles", finding, help: help) }

    private var overdue: [Check] {
        let articles = library.overdue(on: today)
        guard let first = articles.first else { return [] }
        return [
            look(
                "\(Numbers.count(articles.count, "review")) overdue, of \(first.id) with \(first.owner) since "
                    + first.reviewBy.description, "flywheel articles")
        ]
    }

    private var strangers: [Check] {
        library.articles.flatMap { article in
            article.intents.filter { !intents.contains($0) }.map { intent in
                let near = Nearest.word(to: intent, of: intents.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
                return look(
                    "\(article.file) is for \"\(intent)\", which no rule, suggestion or closed case names\(near)",
                    "mend the file, or label cases with it: flywheel cases label ID --intent \(intent.shellWord)")
            }
        }
    }
}
