/// The text of a message that was written in HTML.
///
/// Written here because nothing but text is wanted: one pass, no tree, no C library that parses what strangers send. Tags that
/// are broken become text or nothing, and no input takes more than a multiple of its own length.
public enum HTMLText {
    /// What a reader of the page would read: blocks on lines of their own, list items with a dash, quotations with `> `, no
    /// scripts, styles or titles.
    public static func plain(_ html: String) -> String {
        var writer = PlainTextWriter()
        var scanner = HTMLScanner(Array(html.utf8))
        while let piece = scanner.next() {
            switch piece {
            case .text(let bytes): writer.append(HTMLEntity.decode(bytes))
            case .open(let name): open(name, &writer, &scanner)
            case .close(let name): close(name, &writer)
            }
        }
        return writer.finished
    }

    private static let paragraphs: Set = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table"]
    private static let lines: Set = [
        "div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "address", "form", "fieldset",
        "center",
        "hr", "body", "tbody",
    ]

    private static func open(_ name: String, _ writer: inout PlainTextWriter, _ scanner: inout HTMLScanner) {
        switch name {
        case "script", "style", "title", "template": scanner.skip(pastEndOf: name)
        case "br": writer.breakLine()
        case "blockquote":
            writer.endParagraph()
            writer.quotations += 1
        case "li":
            writer.endLine()
            writer.append("- ")
        case "td", "th": writer.space()
        case "pre":
            writer.endParagraph()
            writer.keepsSpace = true
        default:
            if paragraphs.contains(name) { writer.endParagraph() }
            if lines.contains(name) { writer.endLine() }
        }
    }

    private static func close(_ name: String, _ writer: inout PlainTextWriter) {
        switch name {
        case "blockquote":
            writer.endParagraph()
            writer.quotations = max(0, writer.quotations - 1)
        case "pre":
            writer.keepsSpace = false
            writer.endParagraph()
        default:
            if paragraphs.contains(name) { writer.endParagraph() }
            if lines.contains(name) { writer.endLine() }
        }
    }
}
