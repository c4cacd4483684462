/// The lines of a configuration file that say something, with the number of the first: what to change, and where.
struct ConfigurationExcerpt {
    /// The lines, counted from 0, without the empty ones behind them.
    let lines: Range<Int>
    /// How far the first is indented.
    let depth: Int
    /// The lines as they stand there.
    let text: String

    /// Counted from 1.
    var line: Int { lines.lowerBound + 1 }

    /// The lines without what they are indented by.
    var outdented: String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { (line: Substring) -> String in
            let indent = line.prefix { $0 == " " }.count
            return String(line.dropFirst(min(depth, indent)))
        }.joined(separator: "\n")
    }

    /// The lines under a key, `["cases", "routing"]`; `nil` where the file does not name it. What stands within braces on one
    /// line is not looked into: such a line is found by the key before it.
    init?(of path: [String], in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var range = lines.indices
        var found: (lines: Range<Int>, depth: Int)?
        for name in path {
            let depth = range.compactMap { Self.depth(of: lines[$0]) }.min() ?? 0
            guard
                let start = range.first(where: { place in
                    Self.depth(of: lines[place]) == depth && lines[place].drop { $0 == " " }.hasPrefix("\(name):")
                })
            else { return nil }
            let end = range.first { $0 > start && (Self.depth(of: lines[$0]) ?? .max) <= depth } ?? range.upperBound
            found = (start..<end, depth)
            range = (start + 1)..<end
        }
        guard let found else { return nil }
        let empty = lines[found.lines].reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
        self.lines = found.lines.dropLast(empty)
        depth = found.depth
        self.text = lines[self.lines].joined(separator: "\n")
    }

    /// How far a line is indented; `nil` of one that says nothing.
    static func depth(of line: some StringProtocol) -> Int? {
        let text = line.drop { $0 == " " }
        return text.isEmpty || text.hasPrefix("#") ? nil : line.count - text.count
    }
}
