/// A number a day: the sum of a log feed's rows of that day, or what a snapshot feed's last file of that day said.
///
/// A snapshot says something of its own day alone: days without one are unknown.
///
/// Several feeds can report the same measure (orders, daily sales reports). They are never added: for each subject and
/// day the first source that knows the day is the authority, the others are there to be compared with it.
public struct Series: Hashable, Sendable {
    /// What the whole numbers of a series stand for.
    public enum Measure: Hashable, Sendable {
        /// Things that are counted and add up over a day.
        case count
        /// Money in minor units of ``History/currency(of:)``. Sums of a day do not add up: they are prices.
        case money
        /// Parts of a whole, in ten-thousandths. They do not add up.
        case share
    }

    /// What 1 is in a series of shares.
    public static let wholeShare = 10_000

    /// Its name, `sales.units`.
    public let name: String
    /// What its numbers stand for.
    public let measure: Measure
    /// The columns that report it, the most authoritative first.
    public let sources: [ColumnDeclaration]

    /// Declares a measure over whole-number columns of log feeds, or of snapshot feeds.
    public init(_ name: String, from sources: Column<Int>...) {
        self.name = name
        measure = .count
        self.sources = sources.map(\.declaration)
    }

    /// Declares a measure over columns of prices.
    public init(_ name: String, from first: Column<Money>, _ others: Column<Money>...) {
        self.name = name
        measure = .money
        sources = ([first] + others).map(\.declaration)
    }

    /// Declares a measure over columns of shares; what lies outside 0 to 1 is unknown.
    public init(_ name: String, from first: Column<Double>, _ others: Column<Double>...) {
        self.name = name
        measure = .share
        sources = ([first] + others).map(\.declaration)
    }

    /// Asks for the last `days` complete days. Of more than 13 weeks those before the first file are left out.
    public func last(days: Int) -> SeriesWindow { SeriesWindow(series: self, days: days) }
}

/// A series over a number of days before the day of the as-of instant, which itself is incomplete and left out.
public struct SeriesWindow: Hashable, Sendable {
    /// The measure.
    public let series: Series
    /// How many days back it reaches.
    public let days: Int
}

/// One whole number a row and day, some unknown: rows by days, row after row.
public struct History: Hashable, Sendable {
    /// The days covered, oldest first; all lie before the as-of day.
    public let days: Range<Day>
    /// What is stored for each row: days before ``days``, which a shorter look leaves out, and those. 0 where nothing is
    /// known of any row, and all share one.
    let width: Int
    let stored: Values<Int>
    /// The number of rows.
    public let count: Int
    /// The currency of each row's sums of money; empty where none is known.
    public let currencies: [Currency?]

    /// A history of `values.count / days.count` rows.
    ///
    /// - Parameter currencies: of a series of money, one for each row; a row has one, and days in another are unknown.
    /// - Precondition: the values fill whole rows.
    public init(days: Range<Day>, values: Values<Int>, currencies: [Currency?] = []) {
        let width = days.count
        precondition(width == 0 ? values.count == 0 : values.count % width == 0, "values do not fill whole rows")
        self.init(
            days: days, width: width, stored: values, count: width == 0 ? 0 : values.count / width,
            currencies: currencies)
    }

    /// A history of so many rows of which nothing is known.
    public init(unknown count: Int, days: Range<Day>) {
        self.init(days: days, width: 0, stored: Values(unknown: days.count), count: count, currencies: [])
    }

    private init(days: Range<Day>, width: Int, stored: Values<Int>, count: Int, currencies: [Currency?]) {
        self.days = days
        self.width = width
        self.stored = stored
        self.count = count
        self.currencies = currencies.contains { $0 != nil } ? currencies : []
    }

    /// The currency of a row's sums of money; `nil` where none is known, and for numbers that are not money.
    public func currency(of row: Int) -> Currency? { currencies.isEmpty ? nil : currencies[row] }

    /// The number of a row on a day; `nil` when nobody reported it, or the day lies outside.
    public subscript(row: Int, day: Day) -> Int? {
        days.contains(day) ? self.row(row)[days.lowerBound.distance(to: day)] : nil
    }

    /// The numbers of all rows, row after row.
    public var values: Values<Int> {
        if width == 0 { return Values(unknown: count * days.count) }
        return width == days.count ? stored : Values((0..<count).flatMap { row($0) })
    }

    /// Whether nothing is known of any row.
    public var isWhollyUnknown: Bool { width == 0 || !values.known.contains(true) }

    /// The numbers of a row, oldest day first.
    public func row(_ row: Int) -> HistoryRow {
        HistoryRow(
            values: stored, start: (width == 0 ? stored.count : (row + 1) * width) - days.count, count: days.count)
    }

    /// The last `count` days of it; all of it when it is shorter.
    public func last(_ count: Int) -> History {
        guard count < days.count else { return self }
        return History(
            days: days.lowerBound.advanced(by: days.count - count)..<days.upperBound, width: width, stored: stored,
            count: self.count, currencies: currencies)
    }

    /// Whether both say the same of the same days, however they are stored.
    public static func == (left: History, right: History) -> Bool {
        left.days == right.days && left.count == right.count && left.currencies == right.currencies
            && (0..<left.count).allSatisfy { left.row($0).elementsEqual(right.row($0)) }
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(days)
        hasher.combine(currencies)
        for row in 0..<count { for value in self.row(row) { hasher.combine(value) } }
    }

    func picked(_ rows: [Int]) -> History {
        History(
            days: days, width: width,
            stored: width == 0 ? stored : stored.picked(rows.flatMap { Array($0 * width..<($0 + 1) * width) }),
            count: count == 0 ? 0 : rows.count,
            currencies: currencies.isEmpty ? [] : rows.map { currencies[$0] })
    }

    func rows(_ range: Range<Int>) -> History {
        History(
            days: days, width: width,
            stored: width == 0 ? stored : stored.rows(range.lowerBound * width..<range.upperBound * width),
            count: count == 0 ? 0 : range.count,
            currencies: currencies.isEmpty ? [] : Array(currencies[range]))
    }
}

/// The numbers of one row of a ``History``, oldest day first.
@frozen
public struct HistoryRow: RandomAccessCollection, Sendable {
    @usableFromInline let values: Values<Int>
    @usableFromInline let start: Int
    /// The number of days.
    public let count: Int

    @usableFromInline
    init(values: Values<Int>, start: Int, count: Int) {
        self.values = values
        self.start = start
        self.count = count
    }

    /// 0, the oldest day.
    @inlinable public var startIndex: Int { 0 }
    /// The number of days.
    @inlinable public var endIndex: Int { count }
    /// The number of a day; `nil` when nobody reported it.
    @inlinable public subscript(day: Int) -> Int? { values[start + day] }
}
