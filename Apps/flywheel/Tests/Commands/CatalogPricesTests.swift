import Testing

@testable import flywheel

/// Prices of shops whose exports say nothing of other sellers' offers.
@Suite struct CatalogPricesTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    /// Two products that cost 8.00 and 10.00.
    private func take(day: Int, prices: (String, String)) throws {
        let heading =
            "Title,URL handle,Vendor,Status,SKU,Option1 name,Option1 value,Price,Compare-at price,Cost per item,"
            + "Inventory tracker,Inventory quantity,Continue selling when out of stock\n"
        func line(_ sku: String, _ price: String, _ cost: String) -> String {
            "\(sku),\(sku.lowercased()),B,Active,\(sku),Title,Default Title,\(price),,\(cost),shopify,40,DENY\n"
        }
        let file = try desk.write(
            heading + line("A", prices.0, "8.00") + line("B", prices.1, "10.00"), to: "products_export_\(day).csv")
        let at = "2026-11-\(day)T08:00:00Z"
        let run = desk.run("import", file, "--account", "w", "--currency", "USD", "--at", at)
        #expect(run.exit == .done, "\(run.output)\(run.errors)")
        let turn = desk.run("rotate", "--as-of", at)
        #expect(turn.exit == .done, "\(turn.output)\(turn.errors)")
    }

    /// Rows with and without an amount: what a price of nothing should be, one day does not say.
    private func queue() -> String {
        desk.run("queue", "--format", "table").output + desk.run("queue", "--unpriced", "--format", "table").output
    }

    @Test func whatTheirOwnFileSaysOpensAndEndsRows() throws {
        try take(day: 16, prices: ("20.00", "25.00"))
        let before = queue()
        #expect(!before.contains(#/Pricing.*nothing there/#), "\(before)")
        try take(day: 17, prices: ("0.00", "2.00"))
        let wrong = queue()
        #expect(wrong.contains("price error") && wrong.contains("below floor or cost"), "\(wrong)")
        try take(day: 18, prices: ("20.00", "25.00"))
        let right = queue()
        #expect(!right.contains("price error") && !right.contains("below floor"), "\(right)")
    }

    @Test func theirPastPricesTellWhatIsUsual() throws {
        for day in 14...17 { try take(day: day, prices: ("20.00", "25.00")) }
        try take(day: 18, prices: ("200.00", "25.00"))
        let show = desk.run("show", "X1", "--format", "table").output
        #expect(show.contains("USD 200.00 is far from the usual USD 20.00"), "\(show)")
    }
}
