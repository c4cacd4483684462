/// A Markdown page: its title, its first paragraph, its second-level headings.
struct Page {
    let hasTitleAndParagraph: Bool
    let headings: [String]

    init(_ text: String) {
        var opening: [Substring] = []
        var headings: [String] = []
        var isFenced = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("```") { isFenced.toggle() }
            if line.hasPrefix("## "), !isFenced {
                headings.append(String(line.dropFirst(3)))
            } else if headings.isEmpty {
                opening.append(line)
            }
        }
        hasTitleAndParagraph = opening.count > 1 && opening[0].hasPrefix("# ") && !opening[1].hasPrefix("#")
        self.headings = headings
    }

    /// What a module's page has to have and does not.
    func faults(expecting expected: [String]) -> [String] {
        (hasTitleAndParagraph ? [] : ["it does not begin with a title, # Name, and a paragraph"])
            + (headings == expected ? [] : ["its headings are \(headings), expected \(expected)"])
    }
}
