import FlywheelKit

/// One of the tables that a kind of JSON document or of ``SheetKind`` holds: its records become rows, its rows are converted as those of any file.
///
/// The headings are names of the feed's columns besides those of ``Heading``, so the aliases, rejects and rules of money of
/// delimited files hold unchanged.
struct DocumentTable: Sendable {
    /// Headings beyond the feed's own.
    enum Heading {
        static let code = "code of the subject"
        static let product = "product of the row"
        static let currency = "currency of the row"
        static let marketplace = "marketplace of the row"
        static let aside = "why the row is left out"
        /// The line of the file, where a record holds rows of several. It is no column either.
        static let line = "line of the row"
        /// When a row was true, where each says so for itself.
        static let moment = "moment of the row"
    }

    let title: String
    let feed: Feed
    /// Whose it is.
    var channel = SalesChannel.amazon
    /// Whether a document speaks for every subject. Answers of an interface speak for those that were asked for.
    var isComplete = true
    /// The feed's columns it has; all where left out. What another source says in the others stays as it is.
    var columns: [String]?
    /// See ``FileFormat/namesProducts``.
    var namesProducts = false
    /// See ``FileFormat/ofOneListing``.
    var ofOneListing: [String] = []
    /// See ``FileFormat/saysNone``.
    var saysNone = false
    /// See ``FileFormat/holdsWholes``.
    var holdsWholes = false
    /// The records it reads, by what their kind calls them; all where left out.
    var labels: Set<String>?
    /// Whether its rows are changes, each true at a moment of its own.
    var isTimed = false
    /// Whether its rows are of several marketplaces, each of which is a file of its own.
    var isOfSeveralMarketplaces = false
    /// What a record of a sheet makes, where it is the table of one.
    private(set) var sheetRows: (@Sendable (_ record: [SheetRow], _ frame: DocumentFrame) -> [[String: String]])?
    /// What a record of a document makes.
    let rows: @Sendable (_ record: JSONValue, _ frame: DocumentFrame) -> [[String: String]]

    /// The rows of a record, each a dictionary from heading to content; what is left out is blank.
    func rows(of record: Record, _ frame: DocumentFrame) -> [[String: String]] {
        switch record.contents {
        case .document(let value): rows(value, frame)
        case .rows(let rows): sheetRows?(rows, frame) ?? []
        }
    }

    /// Whether it is taken apart.
    var hasParts: Bool { isTimed || isOfSeveralMarketplaces }

    private var names: [String] { columns ?? feed.columns.map(\.name) }

    /// All headings, in the order of cells.
    var headings: [String] {
        names + [Heading.code, Heading.product, Heading.currency, Heading.marketplace, Heading.aside]
            + (isTimed ? [Heading.moment] : [])
    }

    var format: FileFormat {
        FileFormat(
            title: title, feed: feed, channel: channel, columns: names.map { ColumnHeadings($0, [HeadingAlias($0)]) },
            subject: feed.subject == .account ? [] : [HeadingAlias(Heading.code)],
            products: [ProductHeadings([HeadingAlias(Heading.product)])],
            currency: [HeadingAlias(Heading.currency)], marketplace: [HeadingAlias(Heading.marketplace)],
            aside: HeadingAlias(Heading.aside), moment: isTimed ? HeadingAlias(Heading.moment) : nil,
            namesProducts: namesProducts, ofOneListing: ofOneListing,
            saysNone: saysNone, decimalStyle: .point, isComplete: { [isComplete] _ in isComplete },
            holdsWholes: holdsWholes)
    }

    /// A row as a line of a tab-separated file.
    func line(_ row: [String: String]) -> [UInt8] { Self.line(headings.map { row[$0] ?? "" }) }

    /// The headings as the first line of that file.
    var headingLine: [UInt8] { Self.line(headings) }

    private static func line(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (column, cell) in cells.enumerated() {
            if column > 0 { line.append(UInt8(ascii: "\t")) }
            line.append(contentsOf: cell.utf8.lazy.map { 0x09...0x0D ~= $0 || $0 == 0 ? 0x20 : $0 })
        }
        return line + [UInt8(ascii: "\n")]
    }
}

extension [String: String] {
    /// Sets the cell of a column; a blank one where there is no value.
    subscript(column: Column<some ColumnValue>) -> String? {
        get { self[column.name] }
        set { self[column.name] = newValue }
    }

    /// Says why the row is no fact: it will be listed among the rejected.
    mutating func setAside(_ code: RejectedRow.Code, _ reason: String) {
        self[DocumentTable.Heading.aside] = "\(code.rawValue) \(reason)"
    }
}
