import Articles
import Testing

@Suite struct SearchTests {
    private let search = ArticleSearch(
        ArticleLibrary([
            LibraryTests.file(
                "1.md", ["id": "windows", "title": "Refund windows"],
                text:
                    "Buyers are **refunded** within [thirty](https://example.com/secretpath) days.\n\n| Fee | Sum |\n|---|---|\n| Restocking | 5 % |"
            ),
            LibraryTests.file(
                "2.md", ["id": "parcels", "title": "Late parcels"], text: "No refund before it is lost."),
            LibraryTests.file(
                "3.md", ["id": "windows", "language": "de", "title": "Rückgabe"],
                text: "Erstattungen nach dreißig Tagen."),
            LibraryTests.file("4.md", ["id": "windows", "language": "ja", "title": "返金"], text: "商品の返品期限は三十日です。"),
            LibraryTests.file(
                "5.md", ["id": "windows", "language": "es", "title": "Devoluciones"], text: "Treinta días."),
        ]).articles)

    private func found(_ words: String) -> [String] { search.articles(saying: words).map { "\($0.id) \($0.language)" } }

    @Test(
        arguments: [
            ("refunds", ["windows en", "parcels en"]), ("REFUNDING", ["windows en", "parcels en"]),
            ("refund lost", ["parcels en", "windows en"]), ("restock", ["windows en"]), ("5", ["windows en"]),
            ("Erstattung", ["windows de"]), ("ruckgaben", ["windows de"]), ("dreissig", ["windows de"]),
            ("devolucion", ["windows es"]), ("dias", ["windows es"]), ("返品", ["windows ja"]), ("期限 返金", ["windows ja"]),
            ("When is my parcel lost?", ["parcels en"]), ("rueckgabe", ["windows de"]), ("dreißig", ["windows de"]),
            ("nothing", []), ("when is it", ["parcels en"]), ("refund nothing", ["windows en", "parcels en"]),
            ("secretpath", []),
            ("re", []),
        ] as [(String, [String])])
    func wordsAreFoundByTheirStemsAndBeginnings(words: String, expected: [String]) { #expect(found(words) == expected) }

    @Test func whoAsksForNothingGetsAll() {
        #expect(found("").count == 5 && found(" ?! ").count == 5)
    }
}

@Suite struct MarkdownTests {
    private func kinds(_ text: String) -> [MarkdownNode.Kind] {
        func all(_ node: MarkdownNode) -> [MarkdownNode.Kind] { [node.kind] + node.children.flatMap(all) }
        return Array(all(MarkdownNode(markdown: text)).dropFirst())
    }

    @Test func aTextIsItsPieces() {
        #expect(kinds("## A *b*") == [.heading(2), .text("A "), .emphasis, .text("b")])
        #expect(kinds("3. x") == [.list(from: 3), .item, .paragraph, .text("x")])
        #expect(kinds("- x").first == .list(from: nil))
        #expect(kinds("~~x~~\n`y`") == [.paragraph, .strikethrough, .text("x"), .softBreak, .code("y")])
        let table = kinds("|a|b|\n|-|-|\n|c|d|")
        #expect(table.prefix(3) == [.table, .row(isHeading: true), .cell] && table.contains(.row(isHeading: false)))
    }

    @Test func markupIsText() {
        #expect(kinds("<script>x</script>\n") == [.paragraph, .text("<script>x</script>\n")])
        #expect(kinds("a <b>").contains(.text("<b>")))
    }

    @Test(arguments: [
        ("https://a.example/x", MarkdownNode.Kind.link("https://a.example/x")),
        ("mailto:a@b.example", .link("mailto:a@b.example")),
        ("other-article", .article("other-article")), ("other.md", .article("other")),
    ])
    func linksLeadToTheWebToMailAndToArticles(target: String, kind: MarkdownNode.Kind) {
        #expect(kinds("[x](\(target))") == [.paragraph, kind, .text("x")])
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "/settings", "//a.example", "../x", "JaVaScRiPt:x", "vbscript:x",
    ])
    func noOtherLinkLeadsAnywhere(target: String) { #expect(kinds("[x](\(target))") == [.paragraph, .text("x")]) }

    @Test func ofAPictureThereIsItsText() {
        #expect(kinds("![x](https://a.example/p.png)") == [.paragraph, .text("x")])
    }

    @Test func deepTextEndsNothing() {
        let deep = MarkdownNode(markdown: String(repeating: "> ", count: 5_000) + "x")
        #expect(deep.plainText.contains("x"))
    }
}
