/// Up to 8,192 rows of one kind as columns: the unit of memory, parallelism, storage and distribution.
///
/// All rows belong to one account on one marketplace. A chunk is immutable and carries its own as-of, so a stage that
/// depends on nothing but its arguments needs no clock.
public struct Chunk: Sendable {
    /// The number of rows a full chunk holds.
    public static let capacity = 8_192

    /// What each row is about.
    public let kind: Subject.Kind
    /// The account all rows belong to.
    public let account: String
    /// The marketplace all rows belong to.
    public let marketplace: String
    /// The moment the facts are looked at from.
    public let asOf: Instant
    /// The calendar day of ``asOf`` where the marketplace is; incomplete, so no history contains it.
    public let today: Day
    let startOfDay: @Sendable (Day) -> Instant
    /// The rows' codes: SKUs of listings, numbers of tickets.
    public let codes: Texts
    /// The product each row's demand belongs to; unknown where no source named one.
    public let products: Values<String>
    let columns: [String: ColumnData]
    let details: [FeedKey: Details]
    let accountDetails: [FeedKey: Details]
    let histories: [String: History]
    /// The stock that each row shares; empty where none does.
    let pools: [StockPool?]
    let spells: ListingSpells
    let rates: ExchangeRates
    /// What is taken of every sale on the marketplace; all of it unknown to a stage that does not declare ``Costs``.
    public let terms: SellingTerms

    /// The number of rows.
    public var count: Int { codes.count }

    /// The row numbers.
    public var rows: Range<Int> { 0..<codes.count }

    /// The first moment of a day where the marketplace is; midnight UTC where nobody said where that lies.
    public func start(of day: Day) -> Instant { startOfDay(day) }

    /// What a row is about.
    public func subject(_ row: Int) -> Subject {
        Subject(kind, account: account, marketplace: marketplace, code: codes[row])
    }

    /// A column of a ``FeedShape/snapshot`` feed, one value for each row; all unknown when no fact brought it.
    public subscript<Value>(column: Column<Value>) -> Values<Value> {
        columns[column.declaration.key].flatMap(Value.values(of:)) ?? Values(unknown: count)
    }

    /// A column without its type; all unknown when no fact brought it.
    public func data(of column: ColumnDeclaration) -> ColumnData {
        columns[column.key] ?? ColumnData(unknown: count, of: column.type)
    }

    /// The rows of a feed that has any number of them for each subject.
    public func details(of feed: Feed) -> Details { details[feed.key] ?? Details(none: count) }

    /// The rows of a feed of accounts, all those of this chunk's account, on whatever marketplace they came in.
    public func accountDetails(of feed: Feed) -> Details { accountDetails[feed.key] ?? Details(none: 1) }

    /// A series, over as many days as the stage's manifest asks for; empty when it asks for none.
    public subscript(series: Series) -> History {
        histories[series.name] ?? History(days: today..<today, values: Values())
    }

    /// The stock that a row sells from together with listings on other marketplaces; `nil` where nobody can tell that it does,
    /// and for a stage that does not decide by ``Stock``.
    public func pool(_ row: Int) -> StockPool? { pools.isEmpty ? nil : pools[row] }

    /// The first day on which a status may be taken to have held that files give without a date, among the problems of a row
    /// (``SuppressedListings``) or as that of a listing which cannot be bought or found (``Catalog/Trouble``): the day after the
    /// last file that did not. `nil` where none gives it.
    public func problemSince(_ row: Int, status: String) -> Day? { spells.problems[row]?[status] }

    /// What is known of a row that the newest list of all listings (``Catalog``) has no more, although it sold in the last thirteen
    /// weeks and was not given up; `nil` for every other row, and while that list is stale.
    public func unlisted(_ row: Int) -> Unlisted? { spells.unlisted[row] }

    /// How to convert from `base` to `quote` at the rate of the day, as the host does to rank and to total; `nil` where no rate
    /// leads there, and to a stage that does not declare ``Rates``.
    public func conversion(from base: Currency, to quote: Currency) -> Conversion? {
        rates.conversion(from: base, to: quote, on: asOf.utcDay)
    }

    /// The rows of a range, as a chunk of its own.
    public func rows(_ range: Range<Int>) -> Chunk {
        Chunk(
            kind: kind, account: account, marketplace: marketplace, asOf: asOf, today: today,
            startOfDay: startOfDay, codes: codes.picked(range), products: products.rows(range),
            columns: columns.mapValues { $0.rows(range) }, details: details.mapValues { $0.rows(range) },
            accountDetails: accountDetails, histories: histories.mapValues { $0.rows(range) },
            pools: pools.isEmpty ? [] : Array(pools[range]), spells: spells.picked(range), rates: rates,
            terms: terms)
    }

    /// Some of its rows, in the order given, as a chunk of its own.
    public func picked(_ rows: [Int]) -> Chunk {
        Chunk(
            kind: kind, account: account, marketplace: marketplace, asOf: asOf, today: today,
            startOfDay: startOfDay, codes: codes.picked(rows), products: products.picked(rows),
            columns: columns.mapValues { $0.picked(rows) }, details: details.mapValues { $0.picked(rows) },
            accountDetails: accountDetails, histories: histories.mapValues { $0.picked(rows) },
            pools: pools.isEmpty ? [] : rows.map { pools[$0] }, spells: spells.picked(rows), rates: rates,
            terms: terms)
    }

    /// The chunk with nothing in it but what `inputs` and `windows` declare: what a stage may count on.
    public func limited(to inputs: [FeedInput], windows: [SeriesWindow]) -> Chunk {
        let keys = Set(inputs.flatMap(\.columns).map(\.key))
        let feeds = Dictionary(grouping: inputs.flatMap(\.columns), by: \.feed)
        var kept: [String: History] = [:]
        // The longest of several windows over one series comes last, and stays.
        for window in windows.sorted(by: { $0.days < $1.days }) {
            kept[window.series.name] = histories[window.series.name]?.last(window.days)
        }
        func limited(_ details: [FeedKey: Details]) -> [FeedKey: Details] {
            details.reduce(into: [:]) { kept, entry in
                guard let declared = feeds[entry.key] else { return }
                let names = Set(declared.map(\.name))
                kept[entry.key] = Details(
                    starts: entry.value.starts, columns: entry.value.columns.filter { names.contains($0.key) })
            }
        }
        return Chunk(
            kind: kind, account: account, marketplace: marketplace, asOf: asOf, today: today, startOfDay: startOfDay,
            codes: codes, products: products, columns: columns.filter { keys.contains($0.key) },
            details: limited(details), accountDetails: limited(accountDetails), histories: kept,
            pools: inputs.decideByStock ? pools : [],
            spells: ListingSpells(
                problems: feeds[SuppressedListings.feed.key] == nil ? [:] : spells.problems,
                unlisted: feeds[Catalog.feed.key] == nil ? [:] : spells.unlisted),
            rates: feeds[Rates.feed.key] == nil ? .none : rates,
            terms: feeds[Costs.feed.key] == nil ? SellingTerms() : terms)
    }
}
