/// The rows of a feed that has any number of them for each subject: several issues of a listing, the lines of its orders.
///
/// The rows of chunk row 0 come first, then those of row 1, and so on.
public struct Details: Hashable, Sendable {
    /// Where each chunk row's details begin; one more entry than chunk rows, the last being the number of details.
    public let starts: [Int]
    let columns: [String: ColumnData]

    /// Details from their parts, columns by name.
    ///
    /// - Precondition: `starts` begins at 0 and never falls.
    public init(starts: [Int], columns: [String: ColumnData]) {
        precondition(starts.first == 0, "details begin at 0")
        self.starts = starts
        self.columns = columns
    }

    /// No details for any of `rows` chunk rows.
    public init(none rows: Int) { self.init(starts: [Int](repeating: 0, count: rows + 1), columns: [:]) }

    /// The number of details.
    public var count: Int { starts[starts.count - 1] }

    /// Which details belong to a chunk row.
    public func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    /// A column, one value for each detail; all unknown when the feed did not bring it.
    public subscript<Value>(column: Column<Value>) -> Values<Value> {
        columns[column.name].flatMap(Value.values(of:)) ?? Values(unknown: count)
    }

    func picked(_ rows: [Int]) -> Details {
        let kept = rows.map(range)
        return Details(
            starts: kept.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
            columns: columns.mapValues { $0.picked(kept.flatMap(\.self)) })
    }

    func rows(_ range: Range<Int>) -> Details {
        let details = starts[range.lowerBound]..<starts[range.upperBound]
        return Details(
            starts: starts[range.lowerBound...range.upperBound].map { $0 - details.lowerBound },
            columns: columns.mapValues { $0.rows(details) })
    }
}
