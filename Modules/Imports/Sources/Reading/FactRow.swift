import FlywheelKit

/// The value of one cell, ready for a column.
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

/// The values of a row, one for each bound column.
struct FactRow: Sendable {
    let columns: [String]
    var values: [FactValue]

    init(columns: [String]) {
        self.columns = columns
        values = [FactValue](repeating: .unknown, count: columns.count)
    }

    /// The value of a column; unknown where the file has no such column, and setting it then has no effect.
    subscript(column: String) -> FactValue {
        get { columns.firstIndex(of: column).map { values[$0] } ?? .unknown }
        set { if let index = columns.firstIndex(of: column) { values[index] = newValue } }
    }
}
