import Articles
import WebPages

/// The text of an article as a page shows it: its headings stand below the page's own, and none of it is markup of its file.
struct ArticleText {
    /// What tables of it are called to those who hear the page.
    let name: String
    /// Where another article is; `nil` where whoever reads this may not read that, and sees its words alone.
    let address: (_ article: String) -> Address?

    /// A Markdown text.
    func html(of text: String) -> HTML { html(of: MarkdownNode(markdown: text).children) }

    private func html(of nodes: [MarkdownNode]) -> HTML { nodes.map(html).joined(by: .nothing) }

    private func html(of node: MarkdownNode) -> HTML {
        let inner = html(of: node.children)
        return switch node.kind {
        case .document: inner
        case .paragraph: "<p>\(inner)</p>\n"
        case .heading(1): "<h2>\(inner)</h2>\n"
        case .heading(2): "<h3>\(inner)</h3>\n"
        case .heading(3): "<h4>\(inner)</h4>\n"
        case .heading: "<h5>\(inner)</h5>\n"
        case .quote: "<blockquote>\(inner)</blockquote>\n"
        case .list(from: nil): "<ul>\n\(inner)</ul>\n"
        case .list(from: .some(let first)): "<ol start=\"\(first)\">\n\(inner)</ol>\n"
        case .item: "<li>\(inner)</li>\n"
        case .rule: "<hr>\n"
        case .codeBlock(let text): "<pre><code>\(text)</code></pre>\n"
        case .table: table(node)
        case .row, .cell: inner
        case .text(let text): "\(text)"
        case .code(let text): "<code>\(text)</code>"
        case .emphasis: "<em>\(inner)</em>"
        case .strong: "<strong>\(inner)</strong>"
        case .strikethrough: "<s>\(inner)</s>"
        case .softBreak: "\n"
        case .lineBreak: "<br>\n"
        case .link(let target): "<a href=\"\(target)\" rel=\"noopener noreferrer\">\(inner)</a>"
        case .article(let id): address(id).map { "<a href=\"\($0)\">\(inner)</a>" } ?? inner
        }
    }

    private func table(_ table: MarkdownNode) -> HTML {
        func rows(areHeadings: Bool) -> [HTML] {
            table.children.filter { $0.kind == .row(isHeading: areHeadings) }.map { row in
                let cells = row.children.map { cell -> HTML in
                    let inner = html(of: cell.children)
                    return areHeadings ? "<th scope=\"col\">\(inner)</th>" : "<td>\(inner)</td>"
                }
                return "<tr>\(cells)</tr>"
            }
        }
        return """
            <div class="sheet" tabindex="0" role="region" aria-label="\(name)"><table>
            <thead>\(rows(areHeadings: true))</thead>
            <tbody>\(rows(areHeadings: false))</tbody>
            </table></div>

            """
    }
}
