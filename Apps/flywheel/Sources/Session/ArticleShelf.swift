import Articles

/// Where articles lie, and who reads them.
struct ArticleShelf: Sendable {
    /// What the configuration says of them.
    let settings: ArticleSettings
    private let kept: KeptArticles?

    /// There are no articles.
    init() { (settings, kept) = (ArticleSettings(), nil) }

    /// - Parameter folder: the folder that the settings name, as files are opened by.
    init(_ settings: ArticleSettings, in folder: String?) {
        self.settings = settings
        kept = folder.map(KeptArticles.init)
    }

    /// The folder as files are opened by; `nil` where none is named.
    var folder: String? { kept?.folder }

    /// What lies there now: whoever mends an article sees it at once, and a file that is wrong stops no other work.
    func library() -> ArticleLibrary { kept?.library() ?? ArticleLibrary() }

    /// What everybody may read, and the words of it.
    func publicArticles() -> (articles: [Article], search: ArticleSearch) {
        kept?.publicArticles() ?? ([], ArticleSearch([]))
    }
}
