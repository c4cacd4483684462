public import FlywheelKit
public import Settings

/// All articles of a folder, and what is wrong with the files that hold none.
public struct ArticleLibrary: Sendable {
    /// A file of the folder.
    public struct File: Sendable {
        /// Where it is within the folder.
        public let path: String
        /// What it holds; `nil` where it cannot be read.
        public let bytes: [UInt8]?

        /// A file and what it holds.
        public init(path: String, bytes: [UInt8]?) { (self.path, self.bytes) = (path, bytes) }
    }

    /// Why a file holds no article.
    public struct Fault: Hashable, Sendable {
        /// The file.
        public let file: String
        /// Where in it.
        public let place: FilePlace?
        /// What was found and what was expected.
        public let sentence: String

        /// A fault of a file, or of the folder.
        public init(file: String, place: FilePlace? = nil, sentence: String) {
            (self.file, self.place, self.sentence) = (file, place, sentence)
        }
    }

    /// The articles, whose review is due first.
    public let articles: [Article]
    /// What is wrong, by file: such a file holds nothing that anybody is shown.
    public private(set) var faults: [Fault] = []

    /// No articles; some faults where a folder could not be read at all.
    public init(faults: [Fault] = []) { (articles, self.faults) = ([], faults) }

    /// Reads files, in whatever order they come. One that is wrong keeps no other from being read.
    public init(_ files: [File]) {
        var read: [Article] = []
        var places: [[String]: String] = [:]
        for file in files.sorted(by: { $0.path < $1.path }) {
            do {
                let article = try Self.article(in: file)
                if let other = places.updateValue(file.path, forKey: [article.id, article.language]) {
                    places[[article.id, article.language]] = other
                    throw ConfigurationError.value(
                        key: "id", found: article.id, expected: "one that \(other) does not have in this language")
                }
                read.append(article)
            } catch let error as ConfigurationError {
                faults.append(Fault(file: file.path, place: error.place, sentence: error.description))
            } catch {
                faults.append(Fault(file: file.path, sentence: "\(YAMLFault(error))"))
            }
        }
        articles = read.sorted(by: Article.dueFirst)
    }

    private static func article(in file: File) throws -> Article {
        guard let bytes = file.bytes else {
            throw ConfigurationError.value(key: "the file", found: file.path, expected: "one that may be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError.value(key: "the file", found: "other bytes", expected: "UTF-8")
        }
        return try Article(file: file.path, text: text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
    }

    // MARK: What is asked of it

    /// Those that everybody may read.
    public var publicArticles: [Article] { articles.filter(\.isPublic) }

    /// Those that nobody looked at again in time, the longest overdue first.
    public func overdue(on day: Day) -> [Article] { articles.filter { $0.isOverdue(on: day) } }

    /// An article and its translations, by language.
    public func translations(of id: String) -> [Article] {
        articles.filter { $0.id == id }.sorted { $0.language < $1.language }
    }

    /// Those that help with a case: for its side, about what it is about, each once, in its language where it is there.
    ///
    /// - Parameter side: who asks; `nil` where that is not known.
    public func offered(to side: Article.Side?, about intents: [String], in language: String?) -> [Article] {
        let meant = articles.filter { $0.side.isFor(side) && !Set($0.intents).isDisjoint(with: intents) }
        let best = Dictionary(grouping: meant, by: \.id).values.compactMap { $0.best(in: language) }
        let code = language.map(Self.code)
        return best.sorted {
            ($0.language == code ? 0 : 1, $0.title, $0.id) < ($1.language == code ? 0 : 1, $1.title, $1.id)
        }
    }

    /// The language of a locale, `de` of `de-AT`.
    static func code(_ language: String) -> String { String(language.prefix { $0 != "-" && $0 != "_" }).lowercased() }
}

extension Sequence<Article> {
    /// The one to read in a language: that one, else the English one, else the first by its language.
    public func best(in language: String?) -> Article? {
        let code = language.map(ArticleLibrary.code)
        return self.min { left, right in
            func rank(_ article: Article) -> (Int, String) {
                (article.language == code ? 0 : article.language == "en" ? 1 : 2, article.language)
            }
            return rank(left) < rank(right)
        }
    }
}
