import Foundation
import Testing

@testable import WebPages

/// Text that files and people bring, wherever a component takes text: it is shown, and nothing of it runs or hides.
@Suite struct HostileTextTests {
    static let corpus = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "</option></select><b>", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x", "<a href=\"javascript:alert(1)\">x</a>", "&lt;script&gt;", "&#x3C;b&#x3E;", "<!--", "-->",
        "]]>",
        "{{title}}", "{count}", "{count, plural, other {x}}", "${7*7}", "=cmd|' /C calc'!A0", "\u{202E}gpj.exe",
        "\u{2066}isolated\u{2069}", "\u{0}\u{1B}[2J\u{7}", "\u{85}\u{9B}", "a\"b'c`d", " onfocus=alert(1) autofocus ",
        "\u{FFFE}\u{FFFF}", "عنوان منتج", "מוצר 750", "東京🛒👩‍👩‍👧", "e\u{301}\u{301}\u{301}",
        String(repeating: "W", count: 300),
    ]

    /// The elements of a page of plain text.
    static let plain = skeleton(of: Gallery(.enUS).page.markup)

    @Test(arguments: corpus) func aPageShowsItAndNothingRuns(text: String) throws {
        var gallery = Gallery(.enUS)
        gallery.name = text
        let page = gallery.page.markup
        // The same elements with the same attributes, whatever the text: so none came from it.
        #expect(Self.skeleton(of: page) == Self.plain)
        #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0 == "\u{1B}" || $0 == "\0" })
        for attribute in ["href", "action", "formaction", "src"] {
            for address in page.components(separatedBy: " \(attribute)=\"").dropFirst() {
                #expect(address.hasPrefix("#") || address.hasPrefix("/") && !address.hasPrefix("//"))
            }
        }
    }

    @Test(arguments: corpus) func aMessageShowsItAsText(text: String) {
        let catalog = Catalog([Area("a", en: Array("a.b = By {name}, {name}.\n".utf8), de: [], es: [], ja: [])])
        let html = Phrases(.enUS, catalog: catalog)("a.b", ["name": .text(text)]).markup
        #expect(Self.skeleton(of: html).isEmpty)
        #expect(Phrases(.enUS, catalog: catalog).text("a.b", ["name": .text(text)]) == "By \(text), \(text).")
    }

    @Test func aNameThatRunsTheOtherWayIsIsolated() {
        let catalog = Catalog([Area("a", en: Array("a.b = By {name}.\n".utf8), de: [], es: [], ja: [])])
        #expect(Phrases(.enUS, catalog: catalog)("a.b", ["name": "מוצר"]).markup == "By \u{2068}מוצר\u{2069}.")
        #expect(Phrases(.enUS, catalog: catalog)("a.b", ["name": "ben"]).markup == "By ben.")
    }

    /// Tags with the names of their attributes, without values and text: what a parser would make elements of.
    ///
    /// Values of attributes are skipped in their quotes, as a parser does.
    static func skeleton(of page: String) -> [String] {
        var tags: [String] = []
        var rest = Substring(page)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            var tag = ""
            var isQuoted = false
            while let next = rest.popFirst() {
                if next == "\"" {
                    isQuoted.toggle()
                } else if next == ">", !isQuoted {
                    break
                } else if !isQuoted {
                    tag.append(next)
                }
            }
            tags.append(tag)
        }
        return tags
    }
}
