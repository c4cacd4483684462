/// A number a day, summed from the rows of log feeds.
///
/// Several feeds can report the same measure (orders, daily sales reports). They are never added: for each subject and
/// day the first source that knows the day is the authority, the others are there to be compared with it.
public struct Series: Hashable, Sendable {
    /// Its name, `sales.units`.
    public let name: String
    /// The columns that report it, the most authoritative first.
    public let sources: [ColumnDeclaration]

    /// Declares a measure over whole-number columns of log feeds.
    public init(_ name: String, from sources: Column<Int>...) {
        self.name = name
        self.sources = sources.map(\.declaration)
    }

    /// Asks for the last `days` complete days.
    public func last(days: Int) -> SeriesWindow { SeriesWindow(series: self, days: days) }
}

/// A series over a number of days before the day of the as-of instant, which itself is incomplete and left out.
public struct SeriesWindow: Hashable, Sendable {
    /// The measure.
    public let series: Series
    /// How many days back it reaches.
    public let days: Int
}

/// One number a row and day, some unknown: rows by days, row after row.
public struct History: Hashable, Sendable {
    /// The days covered, oldest first; all lie before the as-of day.
    public let days: Range<Day>
    /// `rows * days.count` values.
    public let values: Values<Int>

    /// A history of `values.count / days.count` rows.
    ///
    /// - Precondition: the values fill whole rows.
    public init(days: Range<Day>, values: Values<Int>) {
        precondition(days.isEmpty ? values.count == 0 : values.count % days.count == 0, "values do not fill whole rows")
        self.days = days
        self.values = values
    }

    /// The number of a row on a day; `nil` when nobody reported it, or the day lies outside.
    public subscript(row: Int, day: Day) -> Int? {
        days.contains(day) ? values[row * days.count + days.lowerBound.distance(to: day)] : nil
    }

    /// The numbers of a row, oldest day first.
    public func row(_ row: Int) -> [Int?] {
        (row * days.count..<(row + 1) * days.count).map { values[$0] }
    }

    /// The last `count` days of it; all of it when it is shorter.
    public func last(_ count: Int) -> History {
        guard count < days.count else { return self }
        let rows = days.isEmpty ? 0 : values.count / days.count
        let first = days.count - count
        let kept = (0..<rows).flatMap { row in (row * days.count + first)..<((row + 1) * days.count) }
        return History(days: days.lowerBound.advanced(by: first)..<days.upperBound, values: values.picked(kept))
    }

    func rows(_ range: Range<Int>) -> History {
        History(days: days, values: values.rows(range.lowerBound * days.count..<range.upperBound * days.count))
    }
}
