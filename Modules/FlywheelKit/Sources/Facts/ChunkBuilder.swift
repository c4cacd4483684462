/// Puts a chunk together: the host from stored columns, the author of a stage from a few lines of example.
///
/// ```swift
/// var example = ChunkBuilder(listings: ["KN-12", "LT-55-W"], asOf: Instant(seconds: 1_790_000_000))
/// example.set(Catalog.price, [Money(minorUnits: 3_100, usd), nil])
/// example.addDetail(of: SuppressedListings.feed, at: 0, SuppressedListings.status("Search Suppressed"))
/// let chunk = example.build()
/// ```
public struct ChunkBuilder: Sendable {
    private let kind: Subject.Kind
    private let account: String
    private let marketplace: String
    private let asOf: Instant
    private let today: Day
    private let startOfDay: @Sendable (Day) -> Instant
    private let codes: Texts
    private var products: Values<String>
    private var columns: [String: ColumnData] = [:]
    private var details: [FeedKey: Details] = [:]
    private var accountDetails: [FeedKey: Details] = [:]
    private var histories: [String: History] = [:]
    private var pools: [StockPool?] = []
    private var spells = ListingSpells()
    private var rates = ExchangeRates.none
    private var terms: SellingTerms
    private var loose: [FeedKey: [(row: Int, cells: [DetailCell])]] = [:]
    private var looseOfAccount: [FeedKey: [(row: Int, cells: [DetailCell])]] = [:]

    /// A chunk of `codes`, with nothing known of them yet.
    ///
    /// - Parameters:
    ///   - today: the calendar day of `asOf` where the marketplace is; the UTC day when left out.
    ///   - startOfDay: when each day begins there; at midnight UTC when left out.
    public init(
        _ kind: Subject.Kind, account: String, marketplace: String, codes: some Sequence<String>, asOf: Instant,
        today: Day? = nil, startOfDay: (@Sendable (Day) -> Instant)? = nil
    ) {
        self.kind = kind
        self.account = account
        self.marketplace = marketplace
        self.codes = codes as? Texts ?? Texts(codes)
        self.asOf = asOf
        self.today = today ?? asOf.utcDay
        self.startOfDay = startOfDay ?? { Instant(startOf: $0) }
        terms = SellingTerms(of: marketplace)
        products = Values(unknown: self.codes.count)
    }

    /// Listings of an example account on an example marketplace.
    public init(listings codes: some Sequence<String>, asOf: Instant) {
        self.init(.listing, account: "example", marketplace: "ATVPDKIKX0DER", codes: codes, asOf: asOf)
    }

    /// Names the product of each row.
    public mutating func setProducts(_ products: [String?]) { setProducts(Values(products)) }

    /// Names the product of each row.
    public mutating func setProducts(_ products: Values<String>) {
        precondition(products.count == codes.count, "\(products.count) products for \(codes.count) rows")
        self.products = products
    }

    /// Fills a column, one value for each row; `nil` is unknown.
    public mutating func set<Value>(_ column: Column<Value>, _ values: [Value?]) {
        set(Value.erased(Values(values)), for: column.declaration)
    }

    /// Fills a column whose type is known at run time.
    ///
    /// - Precondition: the column has one value for each row, of the declared type.
    public mutating func set(_ data: ColumnData, for column: ColumnDeclaration) {
        precondition(data.count == codes.count, "\(data.count) values for \(codes.count) rows")
        precondition(data.type == column.type, "\(column.key) holds \(column.type), not \(data.type)")
        columns[column.key] = data
    }

    /// Fills a feed that has any number of rows for each subject.
    ///
    /// - Precondition: the details are of as many chunk rows as there are, and none were added row by row.
    public mutating func set(_ details: Details, for feed: Feed) {
        precondition(loose[feed.key] == nil, "\(feed.key.text) was filled row by row")
        precondition(details.starts.count == codes.count + 1, "details of \(details.starts.count - 1) rows")
        self.details[feed.key] = details
    }

    /// Adds one row of such a feed to a chunk row; columns without a cell are unknown.
    ///
    /// - Precondition: the chunk has that row, and the feed was not filled as a whole.
    public mutating func addDetail(of feed: Feed, at row: Int, _ cells: DetailCell...) {
        addDetail(of: feed, at: row, cells)
    }

    /// Adds one row of such a feed to a chunk row, whose cells are put together elsewhere.
    ///
    /// - Precondition: the chunk has that row, and the feed was not filled as a whole.
    public mutating func addDetail(of feed: Feed, at row: Int, _ cells: [DetailCell]) {
        precondition(codes.indices.contains(row), "row \(row) of \(codes.count)")
        precondition(details[feed.key] == nil, "\(feed.key.text) was filled as a whole")
        loose[feed.key, default: []].append((row, cells))
    }

    /// Fills a feed of accounts with the rows of the chunk's account.
    ///
    /// - Precondition: they are of one account, and none were added row by row.
    public mutating func setAccount(_ details: Details, for feed: Feed) {
        precondition(looseOfAccount[feed.key] == nil, "\(feed.key.text) was filled row by row")
        precondition(details.starts.count == 2, "details of \(details.starts.count - 1) accounts")
        accountDetails[feed.key] = details
    }

    /// Adds one row of a feed of accounts to the chunk's account.
    ///
    /// - Precondition: the feed was not filled as a whole.
    public mutating func addAccountDetail(of feed: Feed, _ cells: DetailCell...) {
        precondition(accountDetails[feed.key] == nil, "\(feed.key.text) was filled as a whole")
        looseOfAccount[feed.key, default: []].append((0, cells))
    }

    /// Fills a series: for each row the numbers of the days before today, oldest first, all rows alike in length.
    ///
    /// - Parameter currency: of a series of money, that of all rows.
    public mutating func set(_ series: Series, _ rows: [[Int?]], in currency: Currency? = nil) {
        precondition(rows.count == codes.count, "\(rows.count) histories for \(codes.count) rows")
        let days = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == days }, "histories of one chunk are equally long")
        set(
            History(
                days: today.advanced(by: -days)..<today, values: Values(rows.joined()),
                currencies: rows.map { _ in currency }),
            for: series)
    }

    /// Fills a series from its columns.
    public mutating func set(_ history: History, for series: Series) { histories[series.name] = history }

    /// Says of each row which stock it shares with listings on other marketplaces; none, for no row.
    ///
    /// - Precondition: there is one for each row, or none at all.
    public mutating func setPools(_ pools: [StockPool?]) {
        precondition(pools.isEmpty || pools.count == codes.count, "\(pools.count) stocks for \(codes.count) rows")
        self.pools = pools
    }

    /// Says since when files give statuses of rows that have no date, by row, see ``Chunk/problemSince(_:status:)``.
    public mutating func setProblems(since days: [Int: [String: Day]]) { spells.problems = days }

    /// Says which rows no list has any more, see ``Chunk/unlisted(_:)``.
    public mutating func setUnlisted(_ rows: [Int: Unlisted]) { spells.unlisted = rows }

    /// Says what a unit of one currency is worth in another.
    public mutating func setRates(_ rates: ExchangeRates) { self.rates = rates }

    /// Says what is taken of every sale on the marketplace; what is publicly known of it when left out.
    public mutating func setTerms(_ terms: SellingTerms) { self.terms = terms }

    /// The chunk.
    public func build() -> Chunk {
        var details = details
        for (feed, rows) in loose {
            details[feed] = Self.table(rows, of: codes.count)
        }
        let ofAccount = accountDetails.merging(looseOfAccount.mapValues { Self.table($0, of: 1) }) { $1 }
        return Chunk(
            kind: kind, account: account, marketplace: marketplace, asOf: asOf, today: today, startOfDay: startOfDay,
            codes: codes, products: products, columns: columns, details: details, accountDetails: ofAccount,
            histories: histories, pools: pools, spells: spells, rates: rates,
            terms: terms)
    }

    private static func table(_ rows: [(row: Int, cells: [DetailCell])], of count: Int) -> Details {
        let ordered = (0..<count).map { row in rows.filter { $0.row == row } }
        let flat = ordered.flatMap(\.self)
        let names = Set(flat.flatMap { $0.cells.map(\.column) })
        var columns: [String: ColumnData] = [:]
        for column in names {
            let cells = flat.map { row in row.cells.first { $0.column == column }?.value }
            columns[column.name] = DetailCell.column(of: column.type, cells)
        }
        return Details(starts: ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }, columns: columns)
    }
}

/// One value of a detail row: `SuppressedListings.status("Search Suppressed")`.
public struct DetailCell: Sendable {
    let column: ColumnDeclaration
    let value: ColumnData

    static func column(of type: ColumnType, _ cells: [ColumnData?]) -> ColumnData {
        func gather<Value: ColumnValue>(_: Value.Type) -> ColumnData {
            Value.erased(Values(cells.map { cell in cell.flatMap(Value.values(of:))?[0] }))
        }
        return switch type {
        case .integer: gather(Int.self)
        case .real: gather(Double.self)
        case .money: gather(Money.self)
        case .instant: gather(Instant.self)
        case .day: gather(Day.self)
        case .text: gather(String.self)
        case .flag: gather(Bool.self)
        }
    }
}

extension Column {
    /// A value of this column, for a detail row of an example.
    public func callAsFunction(_ value: Value) -> DetailCell {
        DetailCell(column: declaration, value: Value.erased(Values([value])))
    }
}
