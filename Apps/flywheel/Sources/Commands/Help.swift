/// The order in which help is read: what it does, how it is called, examples, flags, exit codes, where to go on.
enum Help {
    private static let first = ["OVERVIEW", "USAGE", "EXAMPLES"]
    private static let last = ["EVERYWHERE", "EXIT CODES", "SEE ALSO"]

    /// The parser's help with its sections in that order; any other text as it is.
    static func arranged(_ help: String) -> String {
        guard help.hasPrefix("OVERVIEW: ") else { return help }
        var sections: [(title: String, lines: [Substring])] = []
        for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
            if let title = line.prefixMatch(of: #/([A-Z][A-Z ]*):/#) {
                sections.append((String(title.1), [line]))
            } else if let end = sections.indices.last {
                sections[end].lines.append(line)
            }
        }
        func named(_ titles: [String]) -> [(title: String, lines: [Substring])] {
            titles.flatMap { title in sections.filter { $0.title == title } }
        }
        let flags = sections.filter { !(first + last).contains($0.title) }
        let texts = (named(first) + flags + named(last)).map { section in
            section.lines.joined(separator: "\n").trimmingSuffix { $0.isNewline }
        }
        return String(texts.joined(separator: "\n\n").dropFirst("OVERVIEW: ".count))
    }
}

extension String {
    /// The text without the characters at its end that `predicate` picks.
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, predicate(last) { text.removeLast() }
        return text
    }
}
