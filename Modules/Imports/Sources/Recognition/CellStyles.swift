import FlywheelKit

/// How the ambiguous cells of a file are written, told by the rows at its start.
struct CellStyles: Sendable {
    let decimal: DecimalStyle
    let dateOrder: DateOrder
    /// The heading of a column with days of which no row says whether the month comes first.
    let undecidedDates: String?

    /// - Parameters:
    ///   - decimals: the most decimals of an amount.
    ///   - stated: what somebody says goes before what the rows suggest.
    init(
        _ binding: Binding, rows: [Int], of head: RowBatch, decimals: Int,
        stated: (decimal: DecimalStyle?, dateOrder: DateOrder?), region: Region
    ) {
        var numbers = DecimalStyleEvidence(decimals: decimals)
        var dates = DateOrderEvidence()
        var plain = PlainDate()
        var ambiguous: Int?
        for (column, index) in binding.columns {
            for row in rows {
                guard let cell = head.cell(index, ofRow: row), !cell.isEmpty else { continue }
                head.withUTF8(of: cell) { bytes in
                    switch column.type {
                    case .integer: numbers.observeWholeNumber(bytes)
                    case .money: numbers.observe(bytes)
                    case .real: numbers.observe(bytes, isExact: false)
                    case .day, .instant:
                        // A plain date is one in any order, and says nothing.
                        if plain.date(bytes) != nil { return }
                        dates.observe(bytes)
                        if ambiguous == nil, Self.isAmbiguous(bytes) { ambiguous = index }
                    case .text, .flag: break
                    }
                }
            }
        }
        decimal = stated.decimal ?? numbers.style(preferring: binding.format.decimalStyle ?? region.decimalStyle)
        let orders = [DateOrder.dayFirst, .monthFirst].map { dates.order(preferring: $0) }
        dateOrder = stated.dateOrder ?? dates.order(preferring: binding.format.dateOrder ?? region.dateOrder)
        let isUndecided = orders[0] != orders[1] && (stated.dateOrder ?? binding.format.dateOrder) == nil
        undecidedDates = isUndecided ? ambiguous.map { binding.headings.texts[$0] } : nil
    }

    private static func isAmbiguous(_ cell: Span<UInt8>) -> Bool {
        guard let dayFirst = try? CellValue.date(cell, order: .dayFirst),
            let monthFirst = try? CellValue.date(cell, order: .monthFirst)
        else { return false }
        return dayFirst != monthFirst
    }
}
