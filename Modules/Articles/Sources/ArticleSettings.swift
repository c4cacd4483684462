import Settings

/// Where articles are and who reads them: the section `articles` of `flywheel.yaml`. Every key may be left out, and any other
/// is an error.
///
/// ```yaml
/// articles:
///   folder: articles          # Markdown files, in this file's folder
///   public: true              # whether there is a help page for everybody; without it, there is none
///   title: Northwind help     # what that page is headed
/// ```
public struct ArticleSettings: Hashable, Sendable {
    /// The folder; `nil` where nobody named one.
    public private(set) var folder: String?
    /// Whether there is a page for everybody.
    public private(set) var isPublic = false
    /// What that page is headed; `nil` where nobody said.
    public private(set) var title: String?

    private enum Key: String, CaseIterable { case folder, `public`, title }
    private enum FileKey: String { case articles }

    /// There are no articles.
    public init() {}

    /// Reads the section `articles` of the text of a configuration file; without one, there are none.
    ///
    /// - Throws: a `ConfigurationError` with the key, or what the YAML reader says of what is no YAML.
    public init(yaml: String) throws {
        self.init()
        let file = try SettingsNode(yaml: yaml)?.entries() ?? []
        guard let node = file.first(where: { $0.key == FileKey.articles.rawValue })?.value else { return }
        let section = try node.section(Key.self)
        folder = try section[.folder]?.text()
        if let node = section[.public] { isPublic = try node.choice(["true": true, "false": false]) }
        title = try section[.title]?.text()
        if folder == nil {
            throw ConfigurationError.missing(key: "articles.folder", expected: "a folder of Markdown files")
        }
    }
}
