import FlywheelKit

/// How the ambiguous cells of a table are written, told by the rows at its start, else by the other cells of its file.
struct CellStyles: Sendable {
    let decimal: DecimalStyle
    /// Whether nothing tells ``decimal`` but how the source or the region mostly writes: `2.500` may be thousands.
    let leavesDecimalsOpen: Bool
    let dateOrder: DateOrder
    /// Whether some date is another one in another order, or none.
    let needsOrder: Bool
    /// The columns of the file whose shares count hundredths though no sign says so: one of them is more than a whole.
    let hundredths: Set<Int>
    /// The heading of a column with numbers of which no row says whether they have decimals or thousands.
    let undecidedDecimals: String?
    /// The heading of a column with days of which no row says whether the month comes first.
    let undecidedDates: String?

    /// - Parameters:
    ///   - decimals: those of the currency of amounts.
    ///   - stated: what somebody says goes before what the rows suggest.
    ///   - beside: what other cells of the file tell, the nearest first.
    init(
        _ binding: Binding, rows: [Int], of head: RowBatch, decimals: Int,
        stated: (decimal: DecimalStyle?, dateOrder: DateOrder?), beside: [WritingEvidence], region: Region
    ) {
        var own = WritingEvidence()
        var plain = PlainDate()
        var ambiguous: Int?
        var open: Int?
        var likely: DecimalStyle?
        // Where amounts have more decimals than their currency, by the style in which they do.
        var overfine: [DecimalStyle: Int] = [:]
        for (column, index) in binding.columns {
            for row in rows {
                guard let cell = head.cell(index, ofRow: row), !cell.isEmpty else { continue }
                head.withUTF8(of: cell) { bytes in
                    own.observe(bytes, column.type)
                    switch column.type {
                    case .money:
                        guard let style = DecimalStyle.ofDecimals(in: bytes) else { return }
                        if decimals >= 3 || column.isFinerThanCoins {
                            open = open ?? index
                        } else {
                            overfine[style] = overfine[style] ?? index
                        }
                    case .real:
                        if open == nil, let style = DecimalStyle.ofDecimals(in: bytes) {
                            open = index
                            // Pieces are counted in thousands; rates, shares, days and hours are not.
                            if column.unit != .units { likely = style }
                        }
                    case .day, .instant:
                        if ambiguous == nil, plain.date(bytes) == nil, Self.isAmbiguous(bytes) { ambiguous = index }
                    case .integer, .text, .flag: break
                    }
                }
            }
        }
        let told = [own] + beside
        let decimal =
            stated.decimal
            ?? told.decimal(preferring: binding.format.decimalStyle ?? likely ?? region.decimalStyle)
        self.decimal = decimal
        hundredths = Set(
            binding.columns.lazy.filter { $0.declaration.unit == .share }.map(\.index).filter { column in
                rows.contains { row in
                    head.cell(column, ofRow: row).map { head.isMoreThanWhole($0, decimal) } ?? false
                }
            })
        let isOpen = Set(DecimalStyle.allCases.map { told.decimal(preferring: $0) }).count > 1
        leavesDecimalsOpen = isOpen && stated.decimal == nil
        undecidedDecimals =
            leavesDecimalsOpen ? (open ?? overfine[decimal]).map { binding.headings.texts[$0] } : nil
        let orders = [DateOrder.dayFirst, .monthFirst].map { told.dateOrder(preferring: $0) }
        dateOrder = stated.dateOrder ?? told.dateOrder(preferring: binding.format.dateOrder ?? region.dateOrder)
        needsOrder = own.dates.tells || ambiguous != nil
        let isUndecided = orders[0] != orders[1] && (stated.dateOrder ?? binding.format.dateOrder) == nil
        undecidedDates = isUndecided ? ambiguous.map { binding.headings.texts[$0] } : nil
    }

    /// How cells are read that leave it open what they mean, by what is open.
    ///
    /// - Parameter currency: that of amounts which name none; `nil` where all do.
    func reading(_ binding: Binding, currency: Currency??) -> [String: String] {
        let types = Set(binding.columns.map(\.declaration.type))
        var reading: [String: String] = [:]
        if let currency { reading["currency"] = currency?.code ?? "unknown" }
        if !types.isDisjoint(with: [.money, .integer, .real]) { reading["decimals"] = "\(decimal)" }
        if !types.isDisjoint(with: [.day, .instant]) { reading["dates"] = dateOrder.description }
        return reading
    }

    private static func isAmbiguous(_ cell: Span<UInt8>) -> Bool {
        guard let dayFirst = try? CellValue.date(cell, order: .dayFirst),
            let monthFirst = try? CellValue.date(cell, order: .monthFirst)
        else { return false }
        return dayFirst != monthFirst
    }
}

extension RowBatch {
    /// Whether a cell without a percent sign is a number above one.
    fileprivate func isMoreThanWhole(_ cell: Cell, _ style: DecimalStyle) -> Bool {
        withUTF8(of: cell) { bytes in
            guard let share = try? CellValue.percentage(bytes, style: style), !share.isMarked else { return false }
            return share.number.approximate > 1
        }
    }
}
