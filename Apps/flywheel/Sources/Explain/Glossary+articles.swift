extension Glossary {
    /// The words of what is written down for whoever asks.
    static let articles: [Entry] = [
        Entry(
            "articles",
            "Markdown files in the folder that articles: of flywheel.yaml names: answers, and policies as they are to be "
                + "understood. A case offers those of its side, intent and language. Everybody sees at /help-centre those that say "
                + "public: true, where the section says so too.", "flywheel articles --help"),
        Entry(
            "overdue-review",
            "The owner of an article was to look at it again by a day that has passed, so what it says may not hold any more. "
                + "It stays where it is, and says so.", "flywheel articles"),
        Entry("unknown-article", "No article has that id, or not in that language.", "flywheel articles"),
    ]
}
