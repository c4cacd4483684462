import Testing

@testable import Conversations

@Suite struct HTMLTextTests {
    @Test(
        arguments: [
            ("Hello <b>you</b>", "Hello you"), ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
            ("<p>one</p><p>two</p>", "one\n\ntwo"),
            ("<div>one</div><div>two</div>", "one\ntwo"), ("<ul><li>one<li>two</ul>x", "- one\n- two\n\nx"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("  a \n\t b&nbsp;c  ", "a b c"), ("<pre>a\n  b</pre>", "a\n  b"),
            ("new<blockquote>old<blockquote>older</blockquote></blockquote>", "new\n\n> old\n\n> > older"),
            ("<style>p{}</style><script>if (a<b) x()</script><title>t</title>text", "text"),
            ("a<!-- <b> -->c", "ac"), ("<!DOCTYPE html><html><body>x</body></html>", "x"),
            ("<a href=\"x>y\" title='>'>link</a>", "link"), ("zero\u{200B}width", "zerowidth"),
        ])
    func aPageIsReadAsAReaderWould(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(
        arguments: [
            ("&lt;b&gt; &amp;amp; &quot;&apos;", "<b> &amp; \"'"), ("&euro;&uuml;&copy", "€ü©"),
            ("&#8364;&#x20AC;&#128;", "€€€"),
            ("&unknown; & &;", "&unknown; & &;"), ("&#0;&#xD800;&#99999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("a&eacutee", "a&eacutee"),
            ("&nbspx", "&nbspx"), ("AT&T", "AT&T"), ("&hellip;&rsquo;", "…’"),
        ])
    func entitiesAreTheirCharacters(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(
        arguments: [
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("a <", "a <"), ("<", "<"), ("</>", "</>"), ("<b", "<b"),
            ("<img alt=\"never closed> text", "text"), ("<!-- never closed <b>x</b>", "x"),
            ("<script>never closed", ""),
            ("<3 you & me", "<3 you & me"), ("", ""), ("<b><i></b></i>x", "x"),
        ])
    func brokenPagesKeepTheirText(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test func whatIsBuiltToTakeLongDoesNot() {
        for piece in ["<!--", "<a ='", "<a =\">", "<", "&", "<blockquote>", "<script", "</p"] {
            let text = HTMLText.plain(String(repeating: piece, count: 20_000) + ">")
            #expect(text.utf8.count <= piece.utf8.count * 40_000)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func anyPageIsReadWithoutATrap(seed: UInt64) {
        var random = Splitmix(seed)
        let pieces = [
            "<", ">", "</", "b", "script", "!--", "-->", "\"", "'", "=", "&", "#x", ";", "é", " ", "\n", "<br>", "<li>",
            "pre", "/>",
            "amp", "<blockquote>", "</blockquote>",
        ]
        let html = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        let text = HTMLText.plain(html)
        #expect(!text.hasPrefix("\n") && !text.hasSuffix("\n"), "\(html)")
    }
}
