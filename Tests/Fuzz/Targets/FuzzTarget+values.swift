import Imports

extension FuzzTarget {
    /// Dates, whole numbers, decimals, amounts and percentages: a value, nothing, or a refusal with its place.
    static let values = FuzzTarget("values") { bytes in
        var orders = DateOrderEvidence()
        orders.observe(bytes.span)
        var styles = DecimalStyleEvidence()
        styles.observe(bytes.span)
        styles.observeWholeNumber(bytes.span)
        for order in DateOrder.allCases {
            try refuses { () throws(ValueError) in _ = try CellValue.date(bytes.span, order: order) }
        }
        for style in [DecimalStyle.point, .comma] {
            try refuses { () throws(ValueError) in _ = try CellValue.integer(bytes.span, style: style) }
            try refuses { () throws(ValueError) in _ = try CellValue.decimal(bytes.span, style: style) }
            try refuses { () throws(ValueError) in _ = try CellValue.percentage(bytes.span, style: style) }
            for decimals in [0, 2, 3] {
                try refuses { () throws(ValueError) in
                    _ = try CellValue.amount(bytes.span, decimals: decimals, style: style)
                }
            }
        }
    }

    private static func refuses(_ parse: () throws(ValueError) -> Void) throws(Broken) {
        do throws(ValueError) {
            try parse()
        } catch {
            try hold(!"\(error)".isEmpty, "expected a reason")
        }
    }
}
