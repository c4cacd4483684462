import FlywheelKit

/// The value of one cell, for rules that look at whole rows.
enum FactValue: Hashable, Sendable {
    /// Blank, or money of which no currency is known.
    case unknown
    case integer(Int)
    case real(Double)
    case money(Money)
    case instant(Instant)
    case day(Day)
    case text(String)
    case flag(Bool)
}

/// One row of several columns at a time, to look at and to change.
struct FactRow {
    private let names: [String]
    private let columns: [ColumnData]
    private var row = 0
    /// What was set, by column and row: few rows are, so the columns are rewritten once and not for each.
    private var edits: [Int: [Int: FactValue]] = [:]

    init(names: [String], columns: [ColumnData]) {
        self.names = names
        self.columns = columns
    }

    /// Goes to another row.
    mutating func move(to row: Int) { self.row = row }

    /// The value of a column; unknown where the file has no such column, and setting it then has no effect.
    subscript(column: String) -> FactValue {
        get {
            guard let index = names.firstIndex(of: column) else { return .unknown }
            return edits[index]?[row] ?? columns[index].value(row)
        }
        set {
            if let index = names.firstIndex(of: column) { edits[index, default: [:]][row] = newValue }
        }
    }

    /// The columns with all that was set.
    var edited: [ColumnData] {
        columns.enumerated().map { index, data in
            edits[index].map { data.replacing($0) } ?? data
        }
    }
}

extension ColumnData {
    fileprivate func value(_ row: Int) -> FactValue {
        switch self {
        case .integers(let values): values[row].map { .integer($0) } ?? .unknown
        case .reals(let values): values[row].map { .real($0) } ?? .unknown
        case .moneys(let values): values[row].map { .money($0) } ?? .unknown
        case .instants(let values): values[row].map { .instant($0) } ?? .unknown
        case .days(let values): values[row].map { .day($0) } ?? .unknown
        case .texts(let values): values[row].map { .text($0) } ?? .unknown
        case .flags(let values): values[row].map { .flag($0) } ?? .unknown
        }
    }

    /// The column with other values in some rows. A value of another type than the column's is unknown.
    fileprivate func replacing(_ edits: [Int: FactValue]) -> ColumnData {
        func replacing<Value: ColumnValue>(
            _ values: Values<Value>, _ value: (FactValue) -> Value?
        ) -> Values<Value> {
            Values(values.indices.map { row in edits[row].map(value) ?? values[row] })
        }
        return switch self {
        case .integers(let old): .integers(replacing(old) { if case .integer(let new) = $0 { new } else { nil } })
        case .reals(let old): .reals(replacing(old) { if case .real(let new) = $0 { new } else { nil } })
        case .moneys(let old): .moneys(replacing(old) { if case .money(let new) = $0 { new } else { nil } })
        case .instants(let old): .instants(replacing(old) { if case .instant(let new) = $0 { new } else { nil } })
        case .days(let old): .days(replacing(old) { if case .day(let new) = $0 { new } else { nil } })
        case .texts(let old): .texts(replacing(old) { if case .text(let new) = $0 { new } else { nil } })
        case .flags(let old): .flags(replacing(old) { if case .flag(let new) = $0 { new } else { nil } })
        }
    }
}
