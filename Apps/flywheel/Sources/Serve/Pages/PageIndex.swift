import WebPages

/// The pages that stand below one, each with a sentence about it: `KEY.title` and `KEY.about` of the catalog.
struct PageIndex {
    let reader: Reader
    /// What they have in common; nothing where the page's own title says it.
    var title: String?
    let pages: [(address: Address, key: String)]

    var html: HTML {
        let phrases = reader.phrases
        let lines = pages.map { page -> HTML in
            """
            <li><a href="\(page.address)">\(phrases("\(page.key).title"))</a><br>
            <span class="muted">\(phrases("\(page.key).about"))</span></li>
            """
        }
        let heading: HTML = title.map { "<h2>\(phrases($0))</h2>" } ?? .nothing
        return "<section>\(heading)<ul>\n\(lines)\n</ul></section>"
    }
}
