import CMarkdown

/// A piece of a Markdown text: what it is, and what it holds. Whoever shows it writes the markup: none of a file ever is any.
public struct MarkdownNode: Hashable, Sendable {
    /// What a piece is.
    public enum Kind: Hashable, Sendable {
        case document, paragraph, quote, item, rule, table, cell, emphasis, strong, strikethrough
        case softBreak, lineBreak
        /// A heading of a level from 1 to 6.
        case heading(Int)
        /// A list; of a numbered one, where its numbers begin.
        case list(from: Int?)
        /// A row of a table.
        case row(isHeading: Bool)
        /// Lines that stand as they were written.
        case codeBlock(String)
        /// Words that stand as they were written.
        case code(String)
        case text(String)
        /// A link out of the house, to `http`, `https` or `mailto`.
        case link(String)
        /// A link to another article, by its id.
        case article(String)
    }

    /// What it is.
    public let kind: Kind
    /// What it holds, in order.
    public private(set) var children: [MarkdownNode] = []

    /// Reads a text: CommonMark with GitHub's tables, struck words and bare addresses. Markup in it is text, of a picture there is
    /// the text alone, and a link that leads neither to the web, to mail nor to an article is its words.
    public init(markdown: String) {
        kind = .document
        guard let parser = Self.parser() else { return }
        defer { cmark_parser_free(parser) }
        var markdown = markdown
        markdown.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(document) }
        children = Self.pieces(of: document, depth: 0)
    }

    private init(_ kind: Kind, _ children: [MarkdownNode] = []) { (self.kind, self.children) = (kind, children) }

    /// The words, without what they are set in.
    public var plainText: String {
        switch kind {
        case .text(let text), .code(let text), .codeBlock(let text): return text
        case .softBreak, .lineBreak: return "\n"
        case .paragraph, .heading, .cell, .item:
            return children.map(\.plainText).joined() + "\n"
        default: return children.map(\.plainText).joined()
        }
    }

    // MARK: Reading

    /// The readers of tables and the like, which the library wants to know once.
    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "autolink"]
    }()

    /// Deeper than any text that people write; what lies below is shown as it was written.
    private static let mostDepth = 60

    private static func parser() -> OpaquePointer? {
        let names = extensions
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8) else { return nil }
        for name in names {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        return parser
    }

    private static func pieces(of node: OpaquePointer, depth: Int) -> [MarkdownNode] {
        guard depth < mostDepth else { return [MarkdownNode(.text(source(of: node)))] }
        var nodes: [MarkdownNode] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            nodes += read(child, depth: depth + 1)
            next = cmark_node_next(child)
        }
        return nodes
    }

    private static func read(_ node: OpaquePointer, depth: Int) -> [MarkdownNode] {
        let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let inner = pieces(of: node, depth: depth)
        return switch String(cString: cmark_node_get_type_string(node)) {
        case "text": [MarkdownNode(.text(literal))]
        case "code": [MarkdownNode(.code(literal))]
        case "html_inline": [MarkdownNode(.text(literal))]
        case "html_block": [MarkdownNode(.paragraph, [MarkdownNode(.text(literal))])]
        case "code_block": [MarkdownNode(.codeBlock(literal))]
        case "softbreak": [MarkdownNode(.softBreak)]
        case "linebreak": [MarkdownNode(.lineBreak)]
        case "thematic_break": [MarkdownNode(.rule)]
        case "paragraph": [MarkdownNode(.paragraph, inner)]
        case "heading": [MarkdownNode(.heading(Int(cmark_node_get_heading_level(node))), inner)]
        case "block_quote": [MarkdownNode(.quote, inner)]
        case "list":
            [
                MarkdownNode(
                    .list(
                        from: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                            ? Int(cmark_node_get_list_start(node)) : nil), inner)
            ]
        case "item": [MarkdownNode(.item, inner)]
        case "emph": [MarkdownNode(.emphasis, inner)]
        case "strong": [MarkdownNode(.strong, inner)]
        case "strikethrough": [MarkdownNode(.strikethrough, inner)]
        case "table": [MarkdownNode(.table, inner)]
        case "table_header": [MarkdownNode(.row(isHeading: true), inner)]
        case "table_row": [MarkdownNode(.row(isHeading: false), inner)]
        case "table_cell": [MarkdownNode(.cell, inner)]
        case "link": link(cmark_node_get_url(node).map { String(cString: $0) } ?? "", inner)
        default: inner
        }
    }

    private static func link(_ target: String, _ words: [MarkdownNode]) -> [MarkdownNode] {
        let lower = target.lowercased()
        if ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) {
            return [MarkdownNode(.link(target), words)]
        }
        let name = target.hasSuffix(".md") ? String(target.dropLast(3)) : target
        return Article.isID(name) ? [MarkdownNode(.article(name), words)] : words
    }

    private static func source(of node: OpaquePointer) -> String {
        guard let text = cmark_render_commonmark(node, CMARK_OPT_DEFAULT, 0) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }
}
