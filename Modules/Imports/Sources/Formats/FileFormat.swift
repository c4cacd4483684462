import FlywheelKit

/// A kind of file: under which headings it carries which facts, and what must be known to read its cells.
///
/// A format is a table of values. Only what no table can say, such as what a cancelled order means, is a function.
struct FileFormat: Sendable {
    /// What people call it, "Amazon listings".
    let title: String
    /// The feed its rows belong to.
    let feed: Feed
    /// Whose own layout it is; `nil` for a table that anybody may have made.
    var channel: SalesChannel?
    /// Whether it reads what another format leaves of the same rows.
    var isCompanion = false
    /// Headings of which each must be there, beyond subject and required columns, for the file to be of this kind.
    var markers: [[HeadingAlias]] = []
    /// Where the feed's columns are found; columns left out are not in files of this kind.
    var columns: [ColumnHeadings]
    /// Where the code of a row's subject is found.
    var subject: [HeadingAlias]
    /// Where the product of a row is found: the first of these that has a value.
    var products: [ProductHeadings] = []
    /// Where the currency of a row is found.
    var currency: [HeadingAlias] = []
    /// Where the marketplace of a row is found.
    var marketplace: [HeadingAlias] = []
    /// Where a row says why it is no fact: the word of a ``RejectedRow/Code``, and the reason.
    var aside: HeadingAlias?
    /// Where a row says when it was true, by itself.
    var moment: HeadingAlias?
    /// Whether a row of listings may name a product alone, and is then true of each of the seller's listings of it.
    var namesProducts = false
    /// Columns that are of one listing: unknown where a row is of a product that the seller lists more than once.
    var ofOneListing: [String] = []
    /// Whether a row with nothing but a subject says that the subject has none of what the feed lists.
    var saysNone = false
    /// Headings that mean something of the source's own, whatever they mean in other people's tables.
    var own: [HeadingName] = []
    /// The order of ambiguous dates, where the source has one of its own whatever the region.
    var dateOrder: DateOrder?
    /// The decimal mark, where the source has one of its own whatever the region.
    var decimalStyle: DecimalStyle?
    /// Columns that are the same day in every row, which the file's name tells and its rows do not.
    var days: [String: Day] = [:]
    /// Where each row says of which day the file is, which is the same one in all.
    var day: [HeadingAlias] = []
    /// Whether a file with these headings speaks for every subject.
    var isComplete: @Sendable (Headings) -> Bool = { _ in true }
    /// Whether a file of this kind that names a whole of a log, an order, holds all there is of it.
    var holdsWholes = false
    /// How files of this kind become tables of other headings, where their rows do not stand for themselves.
    var sheet: SheetKind?
    /// What a row means beyond its cells, and whether they make sense together.
    var rule: (@Sendable (inout FactRow) throws(RuleTrouble) -> Void)?

    /// Whether it is one source's own layout, and not a table that anybody may have made.
    var isSourcesOwn: Bool { channel != nil }

    /// Whether what it says holds on one marketplace alone. Exchange rates, people and events that somebody listed hold on all.
    var isOfOneMarketplace: Bool { isSourcesOwn || feed.subject != .account }

    /// All headings this kind of file is known by.
    var knownNames: [HeadingName] {
        (columns.map(\.aliases) + products.map(\.aliases) + markers + [subject, currency, marketplace, personal])
            .joined().map(\.name)
    }

    /// Headings that are known and never read.
    var personal: [HeadingAlias] { feed.personalHeadings.map { HeadingAlias($0) } }
}

/// Where a column of a feed is found in a file.
struct ColumnHeadings: Sendable {
    let column: String
    let aliases: [HeadingAlias]

    init(_ column: Column<some ColumnValue>, _ aliases: [HeadingAlias]) {
        self.init(column.name, aliases)
    }

    init(_ column: String, _ aliases: [HeadingAlias]) {
        self.column = column
        self.aliases = aliases
    }
}

/// Where a product id is found in a file.
struct ProductHeadings: Sendable {
    let aliases: [HeadingAlias]
    /// The column that says what kind of id it is, and what it must say; without that column the id is not taken.
    var typed: (aliases: [HeadingAlias], value: String)?

    init(_ aliases: [HeadingAlias], where typed: (aliases: [HeadingAlias], value: String)? = nil) {
        self.aliases = aliases
        self.typed = typed
    }
}
