import Foundation
import Testing

/// What a person is told to order.
@Suite("Planning: orders") struct OrderTests {
    @Test("Nothing is proposed twice while an order is open, and no two currencies are added")
    func orders() throws {
        let program = try ProgramTests.opened(without: ["costs", "supply", "purchase-orders"])
        func proposed(_ asOf: String) throws -> JSON {
            try program.run("reorder", "--marketplace", "US", "--format", "json", "--as-of", asOf).json
        }
        func bring(_ text: String, _ name: String, _ asOf: String) throws {
            try program.folder.write(text, to: name)
            #expect(try program.run("import", name, "--marketplace", "US", "--as-of", asOf).exit == 0)
        }
        let first = try proposed("2026-11-20T20:00:00Z")["items"].items
        let skus = try first.prefix(2).map { try #require($0["sku"].text) }
        try #require(skus.count == 2)
        let costs = "sku,unit cost,currency\n\(skus[0]),2.50,USD\n\(skus[1]),4.10,EUR\n"
        try bring(costs, "costs-US.csv", "2026-11-20T20:01:00Z")
        try bring("sku,case pack,supplier\n\(skus[0]),6,North\n", "supply-US.csv", "2026-11-20T20:01:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-20T20:02:00Z").exit == 0)
        let second = try proposed("2026-11-20T20:02:00Z")
        #expect(second["totals"].items.compactMap { $0["currency"].text } == ["EUR", "USD"])
        let line = try #require(second["items"].items.first { $0["sku"].text == skus[0] })
        let units = try #require(line["units"].number)
        #expect(line["supplier"].text == "North" && units.truncatingRemainder(dividingBy: 6) == 0)
        #expect(line["sum"].amount == Decimal(units) * 2.5)

        // It is ordered, twenty times over and due soon, so that it covers whatever was asked for.
        let order = "po,sku,ordered,expected,received,units\nP1,\(skus[0]),2026-11-20,2026-11-21,,\(Int(units) * 20)\n"
        try bring(order, "orders-in-US.csv", "2026-11-20T20:03:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-20T20:04:00Z").exit == 0)
        let third = try proposed("2026-11-20T20:04:00Z")["items"].items
        #expect(third.count == second["items"].items.count - 1)
        #expect(!third.contains { $0["sku"].text == skus[0] })
        let file = try program.run("reorder", "--output", "orders.csv", "--as-of", "2026-11-20T20:04:00Z")
        #expect(file.exit == 0)
        let csv = try String(contentsOfFile: "\(program.folder.path)/orders.csv", encoding: .utf8)
        #expect(csv.hasPrefix("supplier,account,marketplace,sku,title,units,") && csv.contains("\r\n"))
    }
}
