import FlywheelKit
import Testing

@testable import flywheel

/// Orders that were edited after a file had told of them, in the formats that shops and marketplaces export.
@Suite struct EditedOrderTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func take(_ name: String, _ text: String, at day: String, _ options: String...) throws {
        let run = desk.run(
            ["import", try desk.write(text, to: name), "--account", "nw", "--at", "\(day)T08:00:00Z"] + options)
        #expect(run.exit == .done, "\(run.output)\(run.errors)")
    }

    /// Units that are known to have sold of a listing.
    private func sold(_ sku: String) -> Substring? {
        desk.run("listing", sku, "--format", "table").output.split(separator: "\n").first { $0.hasPrefix("Sold") }?
            .dropFirst("Sold".count).drop { $0 == " " }.prefix { $0.isNumber }
    }

    private static let amazon =
        "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tquantity\titem-price\n"

    private static func line(
        _ order: String, _ sku: String, _ units: Int, updated: String, placed: String = "2026-11-10"
    ) -> String {
        "111-\(order)\t\(placed)T18:00:00+00:00\t\(updated)T19:00:00+00:00\tShipped\tAmazon.com\t\(sku)\t\(units)\t9.99\n"
    }

    /// Orders of another listing, between which a file knows of every day.
    private static let around =
        line("8", "C", 1, updated: "2026-11-08", placed: "2026-11-08")
        + line("9", "C", 1, updated: "2026-11-12", placed: "2026-11-12")

    @Test func ofAnAmazonOrderTheLinesCountThatItsLastUpdateLists() throws {
        let first =
            Self.line("1", "A", 2, updated: "2026-11-11") + Self.line("1", "B", 3, updated: "2026-11-11")
            + Self.line("2", "B", 1, updated: "2026-11-12")
        try take("orders-1.txt", Self.amazon + Self.around + first, at: "2026-11-13")
        #expect(sold("A") == "2" && sold("B") == "4")
        try take(
            "orders-2.txt", Self.amazon + Self.line("1", "A", 2, updated: "2026-11-14"), at: "2026-11-15")
        #expect(sold("A") == "2" && sold("B") == "1", "the second line of the first order is gone")
    }

    private static let shopify =
        "Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n"

    @Test func ofAShopifyOrderTheLinesCountThatItsLastExportLists() throws {
        let others =
            "#1002,paid,EUR,2026-11-10 11:00:00 +0100,1,Cup,9.90,B\n#1003,paid,EUR,2026-11-12 10:00:00 +0100,1,Jug,9.90,C\n"
        let second = "#1001,,,,3,Cup,9.90,B\n"
        func export(_ lines: String) -> String {
            Self.shopify + "#1000,paid,EUR,2026-11-08 10:00:00 +0100,1,Jug,9.90,C\n"
                + "#1001,paid,EUR,2026-11-10 10:00:00 +0100,2,Bowl,19.90,A\n" + lines + others
        }
        try take("orders-1.csv", export(second), at: "2026-11-13")
        #expect(sold("A") == "2" && sold("B") == "4")
        try take("orders-2.csv", export(""), at: "2026-11-15")
        #expect(sold("A") == "2" && sold("B") == "1", "the second line of the first order is gone")
    }

    @Test func aTableThatSomebodyMadeMayHoldPartOfAnOrder() throws {
        let headings = "order,sku,purchase-date,updated at,quantity\n"
        let first =
            "8,C,2026-11-08T18:00:00Z,2026-11-08T19:00:00Z,1\n1,A,2026-11-10T18:00:00Z,2026-11-11T19:00:00Z,2\n"
            + "1,B,2026-11-10T18:00:00Z,2026-11-11T19:00:00Z,3\n9,C,2026-11-12T18:00:00Z,2026-11-12T19:00:00Z,1\n"
        try take("orders-1.csv", headings + first, at: "2026-11-13", "--marketplace", "US")
        let second = "1,A,2026-11-10T18:00:00Z,2026-11-14T19:00:00Z,1\n"
        try take("orders-2.csv", headings + second, at: "2026-11-15", "--marketplace", "US")
        #expect(sold("A") == "1" && sold("B") == "3")
    }
}
