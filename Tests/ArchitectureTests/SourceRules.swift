import Foundation

/// What no source may contain, beyond what the formatter's rules hold.
enum SourceRules {
    /// Lines a file may have: one that is longer holds two ideas.
    static let mostLines = 400

    static func faults(in file: SourceFile) -> [String] {
        let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        let long = count > mostLines ? ["\(file.path): \(count) lines, \(mostLines) are allowed"] : []
        // Whole files first: searching each line for each word takes seconds.
        guard forbidden.contains(where: { file.text.contains($0.0) }) else { return long }
        return long + file.lines.flatMap { number, line in faults(in: line).map { "\(file.path):\(number): \($0)" } }
    }

    /// What may not stand in a line as a word of its own, and why.
    private static let forbidden = [
        ("TODO", "unfinished work has no place in the sources"),
        ("FIXME", "unfinished work has no place in the sources"),
        ("try!", "`try!` stops the program on data"),
        ("as!", "a forced cast stops the program on data"),
    ]

    private static func faults(in line: Substring) -> [String] {
        forbidden.filter { word, _ in
            line.ranges(of: word).contains { range in
                !(line[..<range.lowerBound].last?.isLetter ?? false)
                    && !(line[range.upperBound...].first?.isLetter ?? false)
            }
        }.map(\.1)
    }

    /// The keys of feeds and signals that are not a name and a version.
    static func unversionedKeys(in file: SourceFile) -> [String] {
        file.lines.filter { $0.text.contains("Key(\"") }.flatMap { number, line in
            line.matches(of: #/\b(?<type>Feed|Signal)Key\("(?<text>[^"]*)"\)/#)
                .filter { $0.output.text.wholeMatch(of: #/[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*/[1-9][0-9]*/#) == nil }
                .map { found in
                    """
                    \(file.path):\(number): \(found.output.type)Key "\(found.output.text)" has no version: write \
                    `name/1`, lower case
                    """
                }
        }
    }
}
