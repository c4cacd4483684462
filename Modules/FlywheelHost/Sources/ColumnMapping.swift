public import FlywheelKit
public import Imports
import Settings

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
    /// - Throws: a `ConfigurationError` for what cannot be meant, or what the YAML reader says of what is no YAML.
    public init(yaml: String, feeds: [Feed]) throws {
        guard let root = try SettingsNode(yaml: yaml) else { throw ConfigurationError.notAMapping("the file") }
        let file = try root.section(Key.self)
        feed = try Self.feed(file[.kind], of: feeds)
        headings = try Self.headings(file[.columns], of: feed)
        account = try file[.account]?.text()
        marketplace = try file[.marketplace]?.text()
        currency = try file[.currency]?.value("three letters such as USD") { Currency($0) }
        decimal = try file[.decimal]?.choice(["point": .point, "comma": .comma])
        dateOrder = try file[.dateOrder]?.choice([
            "day-first": .dayFirst, "month-first": .monthFirst, "year-first": .yearFirst,
        ])
        unknown = Set(try (file[.unknown]?.items ?? []).map { word throws(ConfigurationError) in try word.text() })
        words = try Self.meanings(file[.words], of: headings)
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
    private static func feed(_ node: SettingsNode?, of feeds: [Feed]) throws(ConfigurationError) -> Feed {
        let titles = feeds.map(\.title)
        guard let node else {
            throw .missing(key: "kind", expected: "one of \(titles.joined(separator: ", "))")
        }
        let name = try node.text().lowercased()
        let found = feeds.first { feed in
            [feed.title, feed.key.text, String(feed.key.text.prefix { $0 != "/" })].contains(name)
        }
        guard let found else { throw node.refused(name, among: titles) }
        return found
    }

    private static func headings(
        _ node: SettingsNode?, of feed: Feed
    ) throws(ConfigurationError) -> [MappedHeading] {
        let columns = try node?.entries() ?? []
        guard !columns.isEmpty else {
            throw .missing(key: "columns", expected: "lines such as \"Menge: units\"")
        }
        let names = MappedHeading.columns(of: feed)
        var headings: [MappedHeading] = []
        for (heading, meaning) in columns {
            let column = try meaning.text()
            guard names.contains(column) else { throw meaning.refused(column, among: names) }
            if let other = headings.first(where: { $0.column == column }) {
                throw meaning.refused(column, expected: "one heading for each column; \(other.heading) is that as well")
            }
            headings.append(MappedHeading(heading, means: column))
        }
        return headings
    }

    /// What words mean, by the column they stand in.
    private static func meanings(
        _ node: SettingsNode?, of headings: [MappedHeading]
    ) throws(ConfigurationError) -> [String: [String: String]] {
        var meanings: [String: [String: String]] = [:]
        for (column, node) in try node?.entries() ?? [] {
            guard headings.contains(where: { $0.column == column }) else {
                throw node.refused(column, among: headings.map(\.column))
            }
            for (word, meaning) in try node.entries() { meanings[column, default: [:]][word] = try meaning.text() }
        }
        return meanings
    }
}
