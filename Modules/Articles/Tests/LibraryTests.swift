import Articles
import FlywheelKit
import Settings
import Testing

@Suite struct LibraryTests {
    /// A file with a front matter of its own, all of it right but for what is said otherwise.
    static func file(_ path: String, _ lines: [String: String] = [:], text: String = "Words.") -> ArticleLibrary.File {
        let usual = [
            "id": "refunds", "title": "Refunds", "side": "buyer", "language": "en", "owner": "mia",
            "reviewBy": "2026-12-31",
        ]
        let front = usual.merging(lines) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value)" }
        return .init(
            path: path, bytes: Array("---\n\(front.joined(separator: "\n"))\n---\n\n\(text)\n".utf8))
    }

    private func library(_ files: ArticleLibrary.File...) -> ArticleLibrary { ArticleLibrary(files) }

    @Test func anArticleIsWhatItsFileSays() throws {
        let all = ["intents": "[refund, return]", "public": "true", "kind": "policy", "side": "both"]
        let article = try #require(
            library(Self.file("a/refunds.md", all, text: "# Thirty days\n\n---\nmore")).articles.first)
        #expect(article.id == "refunds" && article.title == "Refunds" && article.owner == "mia")
        #expect(article.intents == ["refund", "return"] && article.side == .both && article.kind == .policy)
        #expect(article.isPublic && article.language == "en" && article.reviewBy.description == "2026-12-31")
        #expect(article.text == "# Thirty days\n\n---\nmore\n" && article.file == "a/refunds.md")
    }

    @Test func whatIsLeftOutIsForTheDeskAlone() throws {
        let article = try #require(library(Self.file("r.md")).articles.first)
        #expect(!article.isPublic && article.kind == .article && article.intents.isEmpty)
    }

    @Test func linesOfOtherSystemsAndAMarkOfUTF8AreRead() throws {
        var file = Self.file("r.md")
        let text = String(decoding: file.bytes ?? [], as: UTF8.self).replacing("\n", with: "\r\n")
        file = .init(path: "r.md", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(library(file).faults == [] && library(file).articles.first?.text == "Words.\n")
    }

    @Test(
        arguments: [
            (
                ["side": "byer"], FilePlace(6, 7),
                #"side is "byer", expected one of both, buyer, seller; did you mean "buyer"?"#
            ),
            (["reviewBy": "soon"], FilePlace(5, 11), #"reviewBy is "soon", expected a day such as 2027-01-31"#),
            (
                ["reviewBy": "2026-02-30"], FilePlace(5, 11),
                #"reviewBy is "2026-02-30", expected a day such as 2027-01-31"#
            ),
            (["publik": "true"], FilePlace(5, 1), #"unknown key "publik"; did you mean "public"?"#),
            (["public": "yes"], FilePlace(5, 9), #"public is "yes", expected one of false, true"#),
            (["language": "English"], FilePlace(3, 11), #"language is "English", expected an ISO 639 code such as en"#),
            (
                ["id": "A b"], FilePlace(2, 5),
                #"id is "A b", expected small letters, digits and hyphens, such as refund-windows"#
            ),
            (["owner": ""], nil, "owner is left out, expected who keeps the article true"),
        ] as [([String: String], FilePlace?, String)])
    func aFaultNamesItsPlaceAndWhatWasExpected(lines: [String: String], place: FilePlace?, sentence: String) throws {
        let library = library(Self.file("r.md", lines))
        #expect(library.faults == [.init(file: "r.md", place: place, sentence: sentence)] && library.articles.isEmpty)
    }

    @Test func whatIsNoArticleIsAFaultAndKeepsNoOtherFromBeingRead() {
        let files: [ArticleLibrary.File] = [
            .init(path: "a.md", bytes: Array("# No front\n".utf8)), .init(path: "b.md", bytes: [0xFF, 0xFE]),
            .init(path: "c.md", bytes: nil), .init(path: "d.md", bytes: []),
            .init(path: "e.md", bytes: Array("---\n---\n".utf8)),
            .init(path: "f.md", bytes: Array("---\n[a\n---\n".utf8)),
            Self.file("g.md"),
        ]
        let library = ArticleLibrary(files)
        #expect(library.articles.map(\.file) == ["g.md"])
        #expect(library.faults.map(\.file) == ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md"])
        #expect(library.faults.first?.place == FilePlace(1, 1))
        #expect(ArticleLibrary(files.reversed()).faults == library.faults)
    }

    @Test func ofOneNameInOneLanguageTheFirstFileCounts() {
        let files = [Self.file("b.md", ["title": "Two"]), Self.file("a.md"), Self.file("c.md", ["language": "de"])]
        let library = ArticleLibrary(files)
        #expect(library.articles.map(\.file) == ["a.md", "c.md"] || library.articles.map(\.file) == ["c.md", "a.md"])
        #expect(
            library.faults.map(\.sentence) == [
                #"id is "refunds", expected one that a.md does not have in this language"#
            ])
    }

    @Test func whoseReviewIsDueFirstComesFirst() throws {
        let library = library(
            Self.file("a.md", ["id": "late", "reviewBy": "2026-11-19"]), Self.file("b.md", ["id": "next"]),
            Self.file("c.md", ["id": "older", "reviewBy": "2026-01-01"]),
            Self.file("d.md", ["id": "today", "reviewBy": "2026-11-20"]))
        #expect(library.articles.map(\.id) == ["older", "late", "today", "next"])
        let day = try #require(Day("2026-11-20"))
        #expect(library.overdue(on: day).map(\.id) == ["older", "late"])
    }

    // MARK: At a case

    private var shelf: ArticleLibrary {
        ArticleLibrary([
            Self.file("1.md", ["id": "windows", "intents": "[refund]"]),
            Self.file("2.md", ["id": "windows", "intents": "[refund]", "language": "de", "title": "Fristen"]),
            Self.file("3.md", ["id": "fees", "side": "seller", "intents": "[fee, refund]", "title": "Fees"]),
            Self.file("4.md", ["id": "fair", "side": "both", "intents": "[refund]", "title": "All"]),
            Self.file("5.md", ["id": "none"]),
        ])
    }

    @Test func aCaseIsOfferedWhatIsForItsSideAndAboutWhatItIs() {
        #expect(shelf.offered(to: .buyer, about: ["refund"], in: "en").map(\.id) == ["fair", "windows"])
        #expect(shelf.offered(to: .seller, about: ["refund"], in: "en").map(\.id) == ["fair", "fees"])
        #expect(shelf.offered(to: .seller, about: ["fee"], in: "en").map(\.id) == ["fees"])
        #expect(shelf.offered(to: nil, about: ["refund"], in: "en").map(\.id) == ["fair", "fees", "windows"])
        #expect(shelf.offered(to: .buyer, about: [], in: "en").isEmpty)
    }

    @Test func itsOwnLanguageComesFirstAndAnotherWhereThereIsNone() {
        let german = shelf.offered(to: .buyer, about: ["refund"], in: "de-AT")
        #expect(german.map(\.title) == ["Fristen", "All"])
        #expect(shelf.offered(to: .buyer, about: ["refund"], in: nil).map(\.language) == ["en", "en"])
        #expect(shelf.translations(of: "windows").map(\.language) == ["de", "en"])
        #expect(shelf.translations(of: "windows").best(in: "fr")?.language == "en")
    }
}

@Suite struct ArticleSettingsTests {
    @Test func theSectionNamesAFolderAndWhetherThereIsAPage() throws {
        let settings = try ArticleSettings(yaml: "articles: {folder: help, public: true, title: Northwind help}")
        #expect(settings.folder == "help" && settings.isPublic && settings.title == "Northwind help")
        let plain = try ArticleSettings(yaml: "articles: {folder: help}")
        #expect(!plain.isPublic && plain.title == nil)
        #expect(try ArticleSettings(yaml: "currency: USD") == ArticleSettings())
    }

    @Test(arguments: [
        "articles: {public: true}", "articles: {folder: a, publik: true}", "articles: {folder: a, public: 1}",
        "articles: [a]",
    ])
    func whatMeansNothingIsAnError(yaml: String) {
        #expect(throws: ConfigurationError.self) { try ArticleSettings(yaml: yaml) }
    }
}
