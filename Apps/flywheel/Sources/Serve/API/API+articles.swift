import People

extension API {
    /// What is written down for whoever asks.
    static let articles: [APICommand] = [
        .list(
            "/articles", "listArticles", ArticlesCommand.List.self, in: "Articles", gives: "articles",
            options: ["search"], by: ["id", "language"]),
        .get(
            "/articles/{id}", "showArticle", ArticlesCommand.Show.self, in: "Articles", gives: "article",
            taking: ["id"],
            options: ["language"]),
    ]
}
