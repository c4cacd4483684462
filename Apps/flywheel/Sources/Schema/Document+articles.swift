extension Document {
    /// What is written of articles.
    static let articles = [ArticlesAnswer.document, ArticleAnswer.document]
}
