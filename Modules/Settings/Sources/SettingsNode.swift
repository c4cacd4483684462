import Yams

/// A place of a settings file with what stands there: keys, a list, or a value.
///
/// Whoever reads a section names the keys it knows; any other is an error that says its line and what may have been meant.
public struct SettingsNode {
    /// The keys that lead here, `calendar.hours`; empty for the whole file.
    public let place: String
    private let node: Node

    private init(_ node: Node, at place: String) {
        self.node = node
        self.place = place
    }

    /// Reads the text of a file; `nil` where it says nothing.
    ///
    /// - Throws: what the YAML reader says of text that is no YAML.
    public init?(yaml: String) throws {
        guard let node = try Yams.compose(yaml: yaml), node.null == nil else { return nil }
        self.init(node, at: "")
    }

    /// What stands under each key, in the order of the file; a key without a value is as good as left out.
    public func entries() throws(ConfigurationError) -> [(key: String, value: SettingsNode)] {
        guard let mapping = node.mapping else { throw .notAMapping(place.isEmpty ? "the file" : place, at: node.place) }
        var entries: [(key: String, value: SettingsNode)] = []
        for (key, value) in mapping where value.null == nil {
            let name = key.scalar?.string ?? "?"
            entries.append((name, SettingsNode(value, at: place.isEmpty ? name : "\(place).\(name)")))
        }
        return entries
    }

    /// The same where only these keys mean anything.
    public func entries(
        among names: some Collection<String>
    ) throws(ConfigurationError) -> [(key: String, value: SettingsNode)] {
        guard let mapping = node.mapping else { throw .notAMapping(place.isEmpty ? "the file" : place, at: node.place) }
        for (key, _) in mapping where !(key.scalar.map { names.contains($0.string) } ?? false) {
            let name = key.scalar?.string ?? "?"
            throw .unknownKey(
                place.isEmpty ? name : "\(place).\(name)", at: key.place, nearest: Nearest.word(to: name, of: names))
        }
        return try entries()
    }

    /// What stands under the keys that a section knows.
    ///
    /// - Parameter keys: an enumeration of them, whose raw values are their names.
    public func section<Key: RawRepresentable<String> & CaseIterable & Hashable>(
        _ keys: Key.Type
    ) throws(ConfigurationError) -> [Key: SettingsNode] {
        var section: [Key: SettingsNode] = [:]
        for (name, value) in try entries(among: keys.allCases.map(\.rawValue)) {
            if let key = Key(rawValue: name) { section[key] = value }
        }
        return section
    }

    /// Whether keys stand here, neither a list nor a value.
    public var holdsKeys: Bool { node.mapping != nil }

    /// The items of a list; a value alone is a list of one.
    public var items: [SettingsNode] {
        guard let sequence = node.sequence else { return [self] }
        return sequence.map { SettingsNode($0, at: place) }
    }

    /// The words of a list, each once.
    public func names() throws(ConfigurationError) -> [String] {
        var names: [String] = []
        for item in items {
            let name = try item.text()
            if names.contains(name) { throw item.refused(name, expected: "each name once") }
            names.append(name)
        }
        return names
    }

    /// The text that stands here.
    public func text() throws(ConfigurationError) -> String { try text("a text") }

    /// What a text means.
    ///
    /// - Parameters:
    ///   - expected: what the text has to be, for the error.
    ///   - read: the meaning, `nil` where it has none.
    public func value<Value>(
        _ expected: String, _ read: (String) -> Value?
    ) throws(ConfigurationError) -> Value {
        let found = try text(expected)
        guard let value = read(found) else { throw refused(found, expected: expected) }
        return value
    }

    /// A number within a range.
    public func number(in range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
        try value("a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Double(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A whole number within a range.
    public func count(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        try value("a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// One of the words of an enumeration.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ type: Choice.Type
    ) throws(ConfigurationError) -> Choice {
        try choice(Dictionary(uniqueKeysWithValues: Choice.allCases.map { ($0.rawValue, $0) }))
    }

    /// What one of these words stands for.
    public func choice<Choice>(_ choices: [String: Choice]) throws(ConfigurationError) -> Choice {
        let names = choices.keys.sorted()
        let found = try text("one of \(names.joined(separator: ", "))")
        guard let choice = choices[found] else { throw refused(found, among: names) }
        return choice
    }

    /// The error that what stands here is none of these words, with the one that may have been meant.
    public func refused(_ found: String, among names: [String]) -> ConfigurationError {
        let nearest = Nearest.word(to: found, of: names)
        // Nobody reads through fifty names where one was meant.
        if let nearest, names.count > 12 { return refused(found, expected: "\"\(nearest)\"") }
        let meant = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
        return refused(found, expected: "one of \(names.joined(separator: ", "))\(meant)")
    }

    /// The error that what stands here is not what is expected.
    public func refused(_ found: String, expected: String) -> ConfigurationError {
        .value(key: place, found: found, expected: expected, at: node.place)
    }

    private func text(_ expected: String) throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, node.null == nil else {
            let found = node.mapping != nil ? "keys and values" : node.sequence != nil ? "a list" : "nothing"
            throw refused(found, expected: expected)
        }
        return text
    }
}

extension Node {
    /// Where it begins.
    fileprivate var place: FilePlace? { mark.map { FilePlace($0.line, $0.column) } }
}
