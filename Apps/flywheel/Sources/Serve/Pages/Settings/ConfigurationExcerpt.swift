/// The lines of a configuration file that say something, with the number of the first: what to change, and where.
struct ConfigurationExcerpt {
    /// Counted from 1.
    let line: Int
    let text: String

    /// The lines under a key, `["cases", "routing"]`; `nil` where the file does not name it. What stands within braces on one
    /// line is not looked into: such a line is found by the key before it.
    init?(of path: [String], in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var range = lines.indices
        var found: Range<Int>?
        for name in path {
            let depth = range.compactMap { Self.depth(of: lines[$0]) }.min()
            guard
                let start = range.first(where: { place in
                    Self.depth(of: lines[place]) == depth && lines[place].drop { $0 == " " }.hasPrefix("\(name):")
                })
            else { return nil }
            let end =
                range.first { $0 > start && (Self.depth(of: lines[$0]) ?? .max) <= depth ?? 0 } ?? range.upperBound
            found = start..<end
            range = (start + 1)..<end
        }
        guard let found else { return nil }
        line = found.lowerBound + 1
        let kept = lines[found].reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        self.text = kept.joined(separator: "\n")
    }

    /// How far a line is indented; `nil` of one that says nothing.
    private static func depth(of line: Substring) -> Int? {
        let text = line.drop { $0 == " " }
        return text.isEmpty || text.hasPrefix("#") ? nil : line.count - text.count
    }
}
