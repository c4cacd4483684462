/// What a column's numbers count.
public enum Quantity: String, Hashable, Sendable, Codable {
    /// Words, codes, names.
    case none
    /// Pieces of a product.
    case units
    /// Money in its own currency.
    case money
    /// Days of 24 hours.
    case days
    /// Hours.
    case hours
    /// A part of a whole, 0 to 1.
    case share
    /// A multiplier, such as an exchange rate.
    case ratio
}

/// One column of a feed, with the type of its values: the key by which a stage reads facts from a chunk.
public struct Column<Value: ColumnValue>: Hashable, Sendable {
    /// The column without its type.
    public let declaration: ColumnDeclaration

    /// Declares a column of the feed `feed`.
    ///
    /// - Parameters:
    ///   - name: its name in the store and in generic files; lower case, words joined by `-`.
    ///   - unit: what its numbers count.
    ///   - aliases: other headings that mean this column, in any language; case and surrounding space do not count.
    ///   - required: whether a row without it is rejected.
    ///   - endsDay: whether a day without a time of day means its end, as it does of what is due or holds until then.
    public init(
        _ name: String, in feed: FeedKey, unit: Quantity = .none, aliases: [String] = [], required: Bool = false,
        endsDay: Bool = false
    ) {
        declaration = ColumnDeclaration(
            feed: feed, name: name, type: Value.columnType, unit: unit, aliases: aliases, isRequired: required,
            endsDay: endsDay)
    }

    /// The column's name.
    public var name: String { declaration.name }
}

/// A column of a feed as imports and stores see it.
public struct ColumnDeclaration: Hashable, Sendable {
    /// The feed it belongs to.
    public let feed: FeedKey
    /// Its name in the store and in generic files.
    public let name: String
    /// The type of its values.
    public let type: ColumnType
    /// What its numbers count.
    public let unit: Quantity
    /// Other headings that mean this column.
    public let aliases: [String]
    /// Whether a row without it is rejected.
    public let isRequired: Bool
    /// Whether a day where a moment is expected means the day's end, and not its beginning.
    public let endsDay: Bool

    /// Feed and name, unique among all columns.
    public var key: String { "\(feed.text)#\(name)" }
}
