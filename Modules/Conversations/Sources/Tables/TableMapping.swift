/// What the headings of a table mean, as somebody says: for exports whose columns people chose themselves.
///
/// With a heading for `at`, each row is something that happened then: the table is a log, and what it says of status, owner,
/// group, priority and category is history. With one for `message`, each row is a message.
public struct TableMapping: Hashable, Sendable {
    /// The heading of each field that the table has.
    public var headings: [TableField: String]
    /// The system the tickets are from; `table` where left out.
    public var source: String
    /// Words of the table for what is not known, in any case; a blank cell always is.
    public var unknown: Set<String>
    /// What words of the table mean in words that are known everywhere, by field: `1` of `priority` may be `urgent` here and
    /// `low` elsewhere.
    public var words: [TableField: [String: String]] = [:]

    /// What exports write where they know nothing.
    public static let usualUnknown: Set = ["?", "-", "n/a", "null"]

    /// A mapping.
    public init(
        _ headings: [TableField: String], source: String = "table",
        unknown: Set<String> = TableMapping.usualUnknown
    ) {
        self.headings = headings
        self.source = source
        self.unknown = unknown
    }
}
