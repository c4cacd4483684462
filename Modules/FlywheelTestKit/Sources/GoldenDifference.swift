import Foundation

/// How what was found differs from what a golden file says: whose findings, and the first line.
struct GoldenDifference {
    private let expected: String
    private let found: String

    init(_ expected: String, _ found: String) {
        (self.expected, self.found) = (expected, found)
    }

    /// In a clause.
    var words: String {
        let (old, new) = (Self.findings(in: expected), Self.findings(in: found))
        let all = Set(old.keys).union(new.keys)
        let changed = all.filter { old[$0] != new[$0] }.sorted()
        guard let first = changed.first else { return line }
        let what = old[first] == nil ? "found now" : new[first] == nil ? "no more found" : "other than it was"
        return "\(changed.count) of \(all.count) findings differ, first \(first), \(what); \(line)"
    }

    private var line: String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(old, new).prefix { $0 == $1 }.count
        func text(_ lines: [Substring]) -> String {
            lines.indices.contains(line) ? "`\(lines[line].trimmingCharacters(in: .whitespaces))`" : "the end"
        }
        return "line \(line + 1): expected \(text(old)), got \(text(new))"
    }

    /// The findings of a file by what they are called; none where it is no such file.
    private static func findings(in text: String) -> [String: NSDictionary] {
        let chunks = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        var findings: [String: NSDictionary] = [:]
        for (number, chunk) in (chunks ?? []).enumerated() {
            for finding in chunk["findings"] as? [[String: Any]] ?? [] {
                let names = ["kind", "discriminator"].compactMap { finding[$0] as? String }.filter { !$0.isEmpty }
                let subject = finding["subject"] as? String ?? ""
                let name = "\(names.joined(separator: " ")) of \(subject.isEmpty ? "chunk \(number)" : subject)"
                let place = findings[name] == nil ? name : "\(name) in chunk \(number)"
                findings[place] = NSDictionary(dictionary: finding)
            }
        }
        return findings
    }
}
