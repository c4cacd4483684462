import FlywheelKit

extension FileFormat {
    /// A cancelled line is no demand, whatever was ordered first.
    static let cancelledOrdersSellNothing: @Sendable (inout FactRow) throws(RuleTrouble) -> Void = { row in
        guard case .text(let status) = row[Orders.status.name],
            ["cancelled", "canceled"].contains(status.lowercased())
        else { return }
        row[Orders.quantity.name] = .integer(0)
    }

    /// In tables of programs that put returns and corrections among the orders, those have fewer units than none. They
    /// would take units from a day that did not sell them, so they are listed and not counted.
    static let ordersSell: @Sendable (inout FactRow) throws(RuleTrouble) -> Void = { row throws(RuleTrouble) in
        try cancelledOrdersSellNothing(&row)
        if case .integer(let units) = row[Orders.quantity.name], units < 0 {
            throw RuleTrouble(
                code: .negativeQuantity, reason: "found \(units) units, expected an order of none or more",
                column: Orders.quantity.name)
        }
    }
}
