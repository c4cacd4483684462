import Testing

@testable import WebPages

@Suite struct HTMLTests {
    @Test func whatIsInterpolatedIsNoMarkup() {
        let title = "<img src=x onerror=\"alert('1')\"> & co"
        let html: HTML = "<td title=\"\(title)\">\(title)</td>"
        let escaped = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co"
        #expect(html.markup == "<td title=\"\(escaped)\">\(escaped)</td>")
    }

    @Test func whatCannotBeSeenIsWrittenOut() {
        #expect(HTML(text: "gpj\u{202E}exe.\u{1B}[2J").markup == "gpj\\u{202E}exe.\\u{1B}[2J")
        #expect(HTML(text: "שלום ボトル é\t").markup == "שלום ボトル é\t")
    }

    @Test func attributesThatAreNotThereLeaveNoTrace() {
        let missing: String? = nil
        #expect(("<a\(attribute: "rel", missing)\(flag: "hidden", if: false)>" as HTML).markup == "<a>")
        #expect(
            ("<a\(attribute: "rel", "x\"")\(flag: "hidden", if: true)>" as HTML).markup == "<a rel=\"x&quot;\" hidden>")
    }

    @Test func markupWithinAnAttributeEndsNothing() {
        let chip: HTML = "<b class=\"x\">80% &amp; more</b>"
        let html: HTML = "<svg aria-label=\"\(label: chip)\">"
        #expect(html.markup == "<svg aria-label=\"&lt;b class=&quot;x&quot;&gt;80% &amp; more&lt;/b&gt;\">")
    }

    @Test func aNameStaysOneSegmentOfItsAddress() {
        let address: Address = "/listings/\("north wind")/\("a/b?c#d")"
        #expect(address.text == "/listings/north%20wind/a%2Fb%3Fc%23d")
        #expect(Address("/queue", query: [("q", "a&b=c"), ("tier", "A")]).text == "/queue?q=a%26b%3Dc&tier=A")
    }

    @Test(arguments: [
        "javascript:alert(1)", "//evil.example", "/\\evil.example", "https://evil.example", "", "queue", "/a\nb", "/ü",
    ])
    func noAddressLeadsOutOfTheHouse(text: String) { #expect(Address(returning: text) == nil) }

    @Test func anAddressOfTheHouseComesBack() {
        #expect(Address(returning: "/queue?tier=A#x")?.text == "/queue?tier=A#x")
    }
}
