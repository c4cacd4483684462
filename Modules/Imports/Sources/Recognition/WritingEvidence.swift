import FlywheelKit

/// How numbers and dates are written, as far as cells tell.
struct WritingEvidence: Sendable {
    private(set) var numbers = DecimalStyleEvidence()
    private(set) var dates = DateOrderEvidence()
    private var plain = PlainDate()

    /// No evidence yet.
    init() {}

    /// What the cells of a table tell in these rows.
    init(_ binding: Binding, rows: [Int], of head: RowBatch) {
        for (column, index) in binding.columns {
            for row in rows {
                guard let cell = head.cell(index, ofRow: row), !cell.isEmpty else { continue }
                head.withUTF8(of: cell) { observe($0, column.type) }
            }
        }
    }

    /// Takes a cell, in UTF-8, of a column of this type into account.
    mutating func observe(_ cell: Span<UInt8>, _ type: ColumnType) {
        switch type {
        case .integer: numbers.observeWholeNumber(cell)
        case .money, .real: numbers.observe(cell)
        // A plain date is one in any order, and says nothing.
        case .day, .instant: if plain.date(cell) == nil { dates.observe(cell) }
        case .text, .flag: break
        }
    }

    /// Takes what other cells tell into account.
    mutating func merge(_ other: WritingEvidence) {
        numbers.merge(other.numbers)
        dates.merge(other.dates)
    }
}

/// What is told of a table's cells, the nearest to them first: by themselves, by the other columns of their rows, by the rest of
/// the file. The nearest that tells anything decides: who joins two lists may leave each as it was.
extension [WritingEvidence] {
    /// The decimal style told, `preferred` where none is.
    func decimal(preferring preferred: DecimalStyle) -> DecimalStyle {
        reversed().reduce(preferred) { $1.numbers.style(preferring: $0) }
    }

    /// The order of dates told, `preferred` where none is.
    func dateOrder(preferring preferred: DateOrder) -> DateOrder {
        reversed().reduce(preferred) { $1.dates.order(preferring: $0) }
    }
}
