import FlywheelKit

/// What became of the rows of one batch.
struct ConvertedBatch: Sendable {
    private let columns: [ColumnDeclaration]
    private var codes: [String] = []
    private var products: [String?] = []
    /// Row after row, one value for each column.
    private var values: [FactValue] = []
    private(set) var rejected: [RejectedRow] = []
    /// How many of the rows at the end were rejected for being a single cell: the words under the table, if it ends here.
    private(set) var lastOneCellRows = 0
    private(set) var rowCount = 0
    let bytes: Int
    var endsWithLineEnd = true
    /// See ``FileSummary/brokenOffAt``.
    var brokenOffAt: Int?
    var coverage = Coverage()
    var warnings = WarningTally()

    init(columns: [ColumnDeclaration], bytes: Int) {
        self.columns = columns
        self.bytes = bytes
    }

    mutating func keep(_ code: String, product: String?, _ row: [FactValue]) {
        codes.append(code)
        products.append(product)
        values += row
        rowCount += 1
        lastOneCellRows = 0
    }

    mutating func reject(_ row: RejectedRow, isOneCell: Bool) {
        rejected.append(row)
        rowCount += 1
        lastOneCellRows = isOneCell ? lastOneCellRows + 1 : 0
    }

    /// The kept rows as columns.
    var facts: FactRows {
        var data: [String: ColumnData] = [:]
        for (position, column) in columns.enumerated() {
            data[column.name] = self.data(of: column.type, at: position)
        }
        return FactRows(codes: Texts(codes), products: Values(products), columns: data)
    }

    private func data(of type: ColumnType, at position: Int) -> ColumnData {
        let cells = stride(from: position, to: values.count, by: columns.count).map { values[$0] }
        return switch type {
        case .integer: .integers(column(of: cells) { if case .integer(let value) = $0 { value } else { nil } })
        case .real: .reals(column(of: cells) { if case .real(let value) = $0 { value } else { nil } })
        case .money: .moneys(column(of: cells) { if case .money(let value) = $0 { value } else { nil } })
        case .instant: .instants(column(of: cells) { if case .instant(let value) = $0 { value } else { nil } })
        case .day: .days(column(of: cells) { if case .day(let value) = $0 { value } else { nil } })
        case .text: .texts(Values(cells.map { if case .text(let value) = $0 { value } else { nil } }))
        case .flag: .flags(column(of: cells) { if case .flag(let value) = $0 { value } else { nil } })
        }
    }

    /// Fills plain arrays and hands them over whole: a call into another module for each value would cost more than
    /// reading it from the file did.
    private func column<Cell, Value: ColumnValue>(
        of cells: [Cell], _ value: (Cell) -> Value?
    ) -> Values<Value> where Value.Storage == [Value] {
        var storage: [Value] = []
        storage.reserveCapacity(cells.count)
        var known = BitList()
        let placeholder = Value.placeholder
        for cell in cells {
            let value = value(cell)
            storage.append(value ?? placeholder)
            known.append(value != nil)
        }
        return Values(storage: storage, known: known.bitmap)
    }
}
