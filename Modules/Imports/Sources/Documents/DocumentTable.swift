import FlywheelKit

/// One of the tables a kind of JSON document holds: its records become rows, its rows are converted as those of any file.
///
/// The headings are names of the feed's columns besides `code`, `product`, `currency` and `marketplace`, so the aliases,
/// rejects and rules of money of delimited files hold unchanged.
struct DocumentTable: Sendable {
    /// Headings beyond the feed's own.
    enum Heading {
        static let code = "code of the subject"
        static let product = "product of the row"
        static let currency = "currency of the row"
        static let marketplace = "marketplace of the row"
    }

    let title: String
    let feed: Feed
    /// Whether a document speaks for every subject. Answers of an interface speak for those that were asked for.
    var isComplete = true
    /// The rows of a record, each a dictionary from heading to content; what is left out is blank.
    let rows: @Sendable (_ record: JSONValue, _ frame: JSONValue) -> [[String: String]]

    /// All headings, in the order of cells.
    var headings: [String] {
        feed.columns.map(\.name) + [Heading.code, Heading.product, Heading.currency, Heading.marketplace]
    }

    var format: FileFormat {
        FileFormat(
            title: title, feed: feed, isSourcesOwn: true,
            columns: feed.columns.map { ColumnHeadings($0.name, [HeadingAlias($0.name)]) },
            subject: feed.subject == .account ? [] : [HeadingAlias(Heading.code)],
            products: [ProductHeadings([HeadingAlias(Heading.product)])],
            currency: [HeadingAlias(Heading.currency)], marketplace: [HeadingAlias(Heading.marketplace)],
            decimalStyle: .point, isComplete: { [isComplete] _ in isComplete })
    }
}

extension [String: String] {
    /// Sets the cell of a column; a blank one where there is no value.
    subscript(column: Column<some ColumnValue>) -> String? {
        get { self[column.name] }
        set { self[column.name] = newValue }
    }
}
