public import FlywheelKit
public import Imports
import Settings
import Yams

/// What the headings of somebody's own files mean, read from YAML: for files that nothing else recognises.
public struct ColumnMapping: Hashable, Sendable {
    /// The feed the files are of.
    public let feed: Feed
    /// What headings mean that are not the feed's own.
    public let headings: [MappedHeading]
    /// The account the files are of.
    public let account: String?
    /// The marketplace they are of.
    public let marketplace: String?
    /// The currency of amounts that name none.
    public let currency: Currency?
    /// The mark before decimals.
    public let decimal: DecimalStyle?
    /// Whether day or month comes first.
    public let dateOrder: DateOrder?
    /// Words of the files for what is not known, such as `?`; a blank cell always is.
    public let unknown: Set<String>
    /// What words of the files mean, by column and word: `priority: {1: urgent}`.
    public let words: [String: [String: String]]

    private enum Key: String, CaseIterable {
        case kind, columns, account, marketplace, currency, decimal, dateOrder, unknown, words
    }

    /// Reads the text of a mapping file.
    ///
    /// - Parameter feeds: what files can be of.
    /// - Throws: a ``MappingError`` for what cannot be meant, or what the YAML reader says of what is no YAML.
    public init(yaml: String, feeds: [Feed]) throws {
        let root = try Yams.compose(yaml: yaml)
        guard let root, let file = root.mapping else {
            throw MappingError(line: root?.line ?? 1, found: "no keys", expected: "keys such as kind and columns")
        }
        var nodes: [Key: Node] = [:]
        for (name, node) in file {
            let text = name.string ?? ""
            guard let key = Key(rawValue: text) else {
                throw MappingError(
                    line: name.line, found: "the key \"\(text)\"", among: Key.allCases.map(\.rawValue), near: text)
            }
            nodes[key] = node
        }
        feed = try Self.feed(nodes[.kind], of: feeds)
        headings = try Self.headings(nodes[.columns], of: feed)
        account = try nodes[.account]?.text("an account's name")
        marketplace = try nodes[.marketplace]?.text("a marketplace such as DE")
        currency = try nodes[.currency]?.value("three letters such as USD") { Currency($0) }
        decimal = try nodes[.decimal]?.choice(["point": .point, "comma": .comma])
        dateOrder = try nodes[.dateOrder]?.choice([
            "day-first": .dayFirst, "month-first": .monthFirst, "year-first": .yearFirst,
        ])
        unknown = try Self.words(nodes[.unknown])
        words = try Self.meanings(nodes[.words], of: headings)
    }

    /// A context that says what this mapping says; what the context says already goes before it.
    public func completing(_ context: ImportContext) -> ImportContext {
        var context = context
        context.kind = feed.key.text
        context.headings = headings
        context.account = context.account ?? account
        context.marketplace = context.marketplace ?? marketplace
        context.currency = context.currency ?? currency
        context.decimal = context.decimal ?? decimal
        context.dateOrder = context.dateOrder ?? dateOrder
        context.unknown = unknown
        context.words = words
        return context
    }

    /// The feed of a title or a key, with or without its version.
    private static func feed(_ node: Node?, of feeds: [Feed]) throws(MappingError) -> Feed {
        let titles = feeds.map(\.title)
        guard let node else {
            throw MappingError(line: nil, found: "no kind", expected: "kind: one of " + titles.joined(separator: ", "))
        }
        let name = try node.text("a kind of file").lowercased()
        let found = feeds.first { feed in
            [feed.title, feed.key.text, String(feed.key.text.prefix { $0 != "/" })].contains(name)
        }
        guard let found else {
            throw MappingError(line: node.line, found: "the kind \"\(name)\"", among: titles, near: name)
        }
        return found
    }

    /// One word, or a list of them.
    private static func words(_ node: Node?) throws(MappingError) -> Set<String> {
        guard let node else { return [] }
        var words: Set<String> = []
        for item in node.sequence.map(Array.init) ?? [node] { words.insert(try item.text("a word such as \"?\"")) }
        return words
    }

    /// What words mean, by the column they stand in.
    private static func meanings(
        _ node: Node?, of headings: [MappedHeading]
    ) throws(MappingError) -> [String: [String: String]] {
        guard let node else { return [:] }
        let expected = "words: with lines such as \"priority: {1: urgent}\""
        guard let columns = node.mapping else {
            throw MappingError(line: node.line, found: "no columns", expected: expected)
        }
        var meanings: [String: [String: String]] = [:]
        for (name, node) in columns {
            let column = try name.text("a column that the mapping names")
            guard headings.contains(where: { $0.column == column }) else {
                throw MappingError(
                    line: name.line, found: "the column \"\(column)\"", among: headings.map(\.column), near: column)
            }
            guard let words = node.mapping else {
                throw MappingError(line: node.line, found: "no words", expected: expected)
            }
            for (word, meaning) in words {
                meanings[column, default: [:]][try word.text("a word of the file")] = try meaning.text("what it means")
            }
        }
        return meanings
    }

    private static func headings(_ node: Node?, of feed: Feed) throws(MappingError) -> [MappedHeading] {
        guard let node, let columns = node.mapping, !columns.isEmpty else {
            throw MappingError(
                line: node?.line, found: "no columns", expected: "columns: with lines such as \"Menge: units\"")
        }
        let names = MappedHeading.columns(of: feed)
        var headings: [MappedHeading] = []
        for (heading, meaning) in columns {
            let heading = try heading.text("a heading of the file")
            let column = try meaning.text("a column of \(feed.title)")
            guard names.contains(column) else {
                throw MappingError(line: meaning.line, found: "the column \"\(column)\"", among: names, near: column)
            }
            if let other = headings.first(where: { $0.column == column }) {
                throw MappingError(
                    line: meaning.line, found: "\(column) for \"\(heading)\" and for \"\(other.heading)\"",
                    expected: "one heading for each column")
            }
            headings.append(MappedHeading(heading, means: column))
        }
        return headings
    }
}

/// What is wrong with a mapping file.
public struct MappingError: Error, Hashable, Sendable {
    /// The line it is in; `nil` where something is missing.
    public let line: Int?
    /// What was found.
    public let found: String
    /// What was expected.
    public let expected: String

    init(line: Int?, found: String, expected: String) {
        self.line = line
        self.found = found
        self.expected = expected
    }

    /// A word that is none of those known.
    init(line: Int?, found: String, among words: [String], near word: String) {
        let nearest = Nearest.word(to: word, of: words).map { "\"\($0)\"" }
        self.init(line: line, found: found, expected: nearest ?? "one of " + words.joined(separator: ", "))
    }
}

extension MappingError: CustomStringConvertible {
    /// A sentence in lower case, without the line.
    public var description: String { "found \(found), expected \(expected)" }
}

extension Node {
    fileprivate var line: Int? { mark?.line }

    fileprivate func text(_ expected: String) throws(MappingError) -> String {
        guard let text = scalar?.string, !text.isEmpty else {
            throw MappingError(line: line, found: scalar == nil ? "a list or keys" : "nothing", expected: expected)
        }
        return text
    }

    fileprivate func value<Value>(_ expected: String, _ read: (String) -> Value?) throws(MappingError) -> Value {
        let text = try text(expected)
        guard let value = read(text) else { throw MappingError(line: line, found: "\"\(text)\"", expected: expected) }
        return value
    }

    fileprivate func choice<Value>(_ choices: KeyValuePairs<String, Value>) throws(MappingError) -> Value {
        try value(choices.map(\.key).joined(separator: " or ")) { text in choices.first { $0.key == text }?.value }
    }
}
