import Testing

@testable import WebPages

@Suite struct MessageTests {
    private func said(_ message: String, _ arguments: [String: Phrases.Value], in locale: PageLocale = .enUS) -> String
    {
        let file = Array("a.b = \(message)\n".utf8)
        return Phrases(locale, catalog: Catalog([Area("a", en: file, de: file, es: file, ja: file)])).text(
            "a.b", arguments)
    }

    @Test func aCountChoosesTheForm() {
        let message = "{rows, plural, =0 {Nothing} one {# row} other {# rows}} of {file}."
        #expect(said(message, ["rows": 0, "file": "a.csv"]) == "Nothing of a.csv.")
        #expect(said(message, ["rows": 1, "file": "a.csv"]) == "1 row of a.csv.")
        #expect(said(message, ["rows": 20_117, "file": "a.csv"]) == "20,117 rows of a.csv.")
        #expect(said(message, ["rows": 20_117, "file": "a.csv"], in: .deDE) == "20.117 rows of a.csv.")
    }

    @Test func aFormMayHoldArguments() {
        let message = "{count, plural, one {{person} has # row} other {{person} has # rows}}"
        #expect(said(message, ["count": 3, "person": "ben"]) == "ben has 3 rows")
    }

    @Test func aNumberSignAndSpacesOutsideAPluralAreText() {
        #expect(said("Row #{row}  of {rows}", ["row": 3, "rows": 4]) == "Row #3  of 4")
        #expect(said("{ count , plural , one {a} other {b} }!", ["count": 1]) == "a!")
    }

    @Test func anArgumentThatIsMissingIsSeen() { #expect(said("By {person}", [:]) == "By {person}") }

    @Test func markupGoesInAsItIsAndTextDoesNot() {
        let catalog = Catalog([Area("a", en: Array("a.b = <{link}> & {name}".utf8), de: [], es: [], ja: [])])
        let link: HTML = "<a href=\"/x\">X1</a>"
        let html = Phrases(.enUS, catalog: catalog)("a.b", ["link": .html(link), "name": "<b>"])
        #expect(html.markup == "&lt;<a href=\"/x\">X1</a>&gt; &amp; &lt;b&gt;")
    }

    @Test(arguments: [
        "By {person", "By person}", "{}", "{Person}", "{a b}", "{n, plural}", "{n, plural, one {x}}",
        "{n, choice, other {x}}",
        "{n, plural, few {x} other {y}}", "{n, plural, other {x}", "{n, plural, other x}",
        "{n, plural, =x {x} other {y}}",
    ])
    func whatIsNoMessageIsRefused(text: String) { #expect(throws: MessageError.self) { try Message(text) } }

    @Test(arguments: [
        ("a.b: x", "line 1"), ("\n\nb.c = x", "line 3"), ("a.b = x\na.b = y", "line 2"), ("a.b = {", "line 1"),
        ("a.b-c = x", "line 1"), ("#note", "line 1"),
    ])
    func whatIsNoLineOfTheCatalogIsRefusedWithItsPlace(text: String, place: String) {
        #expect { try CatalogFile(area: "a", text) } throws: { "\($0)".contains("a, \(place)") }
    }

    @Test func aNoteHoldsDownToTheNextEmptyLine() throws {
        let file = try CatalogFile(area: "a", "# One\n# two.\na.a = x\na.b = x\n\na.c = x\n")
        #expect(file.entries.map(\.note) == ["One two.", "One two.", nil])
    }
}
