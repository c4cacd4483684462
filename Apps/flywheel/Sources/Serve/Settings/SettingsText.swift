import Settings

/// The text of a configuration file, of which one key after the other can be written anew. All other lines stay as they are,
/// with their comments.
struct SettingsText {
    private(set) var text: String

    /// Line ends of other systems become those that the file is written with.
    init(text: String) { self.text = text.replacing("\r\n", with: "\n") }

    /// What stands under a key, with the key in the first line; empty where the file does not name it.
    func section(_ path: [String]) -> String { ConfigurationExcerpt(of: path, in: text)?.outdented ?? "" }

    /// Puts a section in the place of what stands under its key; an empty one takes the key out.
    mutating func replace(_ path: [String], by section: String) throws {
        let new = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isEmpty = new.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        if !isEmpty { try Self.check(section, holds: path) }
        var lines = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let there = ConfigurationExcerpt(of: path, in: text) {
            lines.replaceSubrange(there.lines, with: isEmpty ? [] : Self.indented(new, by: there.depth))
        } else if !isEmpty {
            try insert(new, under: Array(path.dropLast()), into: &lines)
        }
        text = lines.joined(separator: "\n")
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    }

    /// The section of a key that the file does not name yet.
    private func insert(_ new: [String], under parent: [String], into lines: inout [String]) throws {
        if lines.last == "" { lines.removeLast() }
        guard let name = parent.first else {
            lines += new
            return
        }
        guard let there = ConfigurationExcerpt(of: parent, in: text) else {
            lines += ["\(name):"] + Self.indented(new, by: 2)
            return
        }
        let first = lines[there.lines.lowerBound].split(separator: "#").first ?? ""
        guard first.reversed().first(where: { !$0.isWhitespace }) == ":" else {
            throw Diagnostic(
                "configuration", "line \(there.line) holds all of \(name): in one line, which pages do not write",
                help: "put each key of it on a line of its own", exit: .refused)
        }
        let depth =
            lines[there.lines].dropFirst().compactMap { ConfigurationExcerpt.depth(of: $0) }.min() ?? there.depth + 2
        lines.insert(contentsOf: Self.indented(new, by: depth), at: there.lines.upperBound)
    }

    private static func indented(_ lines: [String], by depth: Int) -> [String] {
        let indent = String(repeating: " ", count: depth)
        let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.startIndex
        return lines[...last].map { $0.isEmpty ? $0 : indent + $0 }
    }

    /// Refuses what is no YAML, and what says something of other keys.
    private static func check(_ section: String, holds path: [String]) throws {
        let name = path.last ?? ""
        let keys: [String]
        do {
            keys = try SettingsNode(yaml: section)?.entries().map(\.key) ?? []
        } catch let error as ConfigurationError {
            throw Diagnostic("configuration", error.description, exit: .refused)
        } catch {
            // The reader says where: the line and the column of the section.
            throw Diagnostic("configuration", "this is not YAML as expected: \(YAMLFault(error))", exit: .refused)
        }
        let first = section.split(separator: "\n").first { ConfigurationExcerpt.depth(of: $0) != nil }
        guard keys == [name] || keys.isEmpty && section.contains("\(name):"), first?.hasPrefix("\(name):") == true
        else {
            let found = keys.isEmpty ? "nothing" : keys.joined(separator: ", ")
            throw Diagnostic(
                "configuration",
                "the text holds \(found), expected the key \(name): in the first line and no other beside it",
                exit: .refused)
        }
    }
}
