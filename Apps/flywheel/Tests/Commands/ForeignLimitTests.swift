import FlywheelKit
import Testing

@testable import flywheel

/// Costs in another currency than the price, and amounts in none that anybody knows.
@Suite struct ForeignLimitTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func take(_ name: String, _ text: String, at hour: String = "08", _ options: String...) throws {
        let run = desk.run(
            ["import", try desk.write(text, to: name), "--account", "nw", "--at", "2026-11-20T\(hour):00:00Z"] + options
        )
        #expect(run.exit == .done, "\(run.output)\(run.errors)")
    }

    private func limits(_ sku: String) -> String {
        desk.run("listing", sku, "--format", "table").output.split(separator: "\n")
            .drop { !$0.hasPrefix("Limits") }.prefix { !$0.hasPrefix("Stock") }
            .map { $0.drop { $0 == " " } }.joined(separator: " ").replacing("Limits", with: "")
            .drop { $0 == " " }.description
    }

    /// A seller in Britain who buys in dollars.
    private func sell() throws {
        try take("listings.csv", "sku,title,price,status\nA,Bowl,10.00,Active\n", "--marketplace", "UK")
        try take("offers.csv", "sku,own-price,featured-offer-owner\nA,10.00,SELF\n", "--marketplace", "UK")
        try take("costs.csv", "sku,cost,ceiling,currency\nA,13.01,40.00,USD\n", "--marketplace", "UK")
    }

    @Test func withoutARateNothingIsHeldAgainstItAndTheListingSaysSo() throws {
        try sell()
        #expect(
            limits("A")
                == "cost in USD, price in GBP: no USD to GBP rate; ceiling in USD, price in GBP: no USD to GBP rate")
        #expect(desk.run("rotate").exit == .done)
        #expect(desk.run("show", "X1").exit == .unknown, "nothing is found")
    }

    @Test func withOneTheCostIsHeldAgainstThePriceAndTheRowNamesTheRate() throws {
        try sell()
        try take("rates.csv", "date,base,quote,rate,source\n2026-11-19,USD,GBP,0.80,ecb\n")
        #expect(
            limits("A") == "cost of USD 13.01 is GBP 10.41 at 0.80 on 2026-11-19, ecb; "
                + "ceiling of USD 40.00 is GBP 32.00 at 0.80 on 2026-11-19, ecb")
        #expect(desk.run("rotate").exit == .done)
        let show = desk.run("show", "X1", "--format", "table").output
        #expect(show.contains("GBP 10.00 is GBP 2.50 beyond GBP 12.50, which cost, fees and tax take"), "\(show)")
        #expect(show.contains("cost of USD 13.01 is GBP 10.41 at 0.80 on 2026-11-19, ecb"), "\(show)")
    }

    @Test func anAmountInNoKnownCurrencyTakesNoKnownOnesPlace() throws {
        try take("costs.csv", "sku,cost,currency\nA,5.00,GBP\n", "--marketplace", "shopify")
        #expect(limits("A") == "cost GBP 5.00")
        try take(
            "products_export.csv",
            "Handle,Title,Variant SKU,Option1 Name,Option1 Value,Variant Price,Cost per item,Status\n"
                + "a,Bowl,A,Title,Default Title,10.00,6.00,active\n", at: "09")
        #expect(limits("A") == "cost GBP 5.00", "a cost of 6.00 in no currency is no cost")
    }
}
