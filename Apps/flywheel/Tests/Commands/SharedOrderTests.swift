import FlywheelKit
import Testing

@testable import flywheel

/// What is to be ordered for a stock that several marketplaces sell from.
@Suite struct SharedOrderTests {
    /// Nine SKUs with units for three days in all, of which one marketplace sells four times as much as the other.
    private func desk() throws -> Desk {
        let desk = try Desk()
        for (marketplace, daily) in [("FR", 2), ("DE", 8)] {
            let listings = (0..<9).map {
                "Item \($0)\tL\($0)\tEU-\($0)\t20.00\t\t2025-01-02 12:00:00 MET\tB0EU10\($0)\tAMAZON_EU\tActive"
            }
            bring(
                desk,
                "item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tasin1\tfulfillment-channel\tstatus",
                listings, "listings", marketplace)
            let stock = (0..<9).map { "EU-\($0)\tB0EU10\($0)\t\(30 + $0)\t0\t0" }
            bring(
                desk,
                "sku\tasin\tafn-fulfillable-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity",
                stock, "fba", marketplace)
            let today = Scene.asOf.utcDay
            let orders = (0...95).flatMap { daysAgo in
                (0..<9).map { number in
                    let placed = "\(today.advanced(by: -daysAgo))T0\(daysAgo == 0 ? 1 : 9):00:00+00:00"
                    return "\(marketplace)-\(daysAgo)-\(number)\t\(placed)\t\(placed)\tShipped\t"
                        + "Amazon.\(marketplace.lowercased())\tEU-\(number)\tB0EU10\(number)\t\(daily)\tEUR\t"
                }
            }
            bring(
                desk,
                "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tasin\tquantity\t"
                    + "currency\titem-price", orders, "orders", marketplace)
            bring(desk, "sku,moq,case pack", (0..<9).map { "EU-\($0),500,20" }, "supply", marketplace)
        }
        #expect(desk.run("rotate").exit == .done)
        return desk
    }

    private func bring(_ desk: Desk, _ headings: String, _ rows: [String], _ name: String, _ marketplace: String) {
        do {
            let file = try desk.write(
                ([headings] + rows).map { $0 + "\n" }.joined(), to: "\(name)-\(marketplace).txt")
            let run = desk.run(
                "import", file, "--account", "acme", "--marketplace", marketplace, "--at", Scene.asOf.description)
            #expect(run.exit == .done, "\(run.output)\(run.errors)")
        } catch { Issue.record(error) }
    }

    private func items(_ desk: Desk, _ arguments: String...) throws -> [JSON] {
        let run = desk.run(["reorder", "--format", "json"] + arguments)
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return [] }
        return items
    }

    @Test func aStockIsOrderedOnceAndTheLineSaysForWhom() throws {
        let desk = try desk()
        let place = ["--account", "acme", "--marketplace", "DE", "--format", "table"]
        let listing = desk.run(["listing", "EU-3"] + place).output
        #expect(listing.contains("33 to sell (one stock with FR)"), "\(listing)")
        let page = try PageDoor(desk).get("/listings/acme/DE/EU-3").text
        #expect(page.contains("33, one stock with FR"))
        let found = try items(desk)
        let (germany, france) = ("A1PA6795UKMFR9", "A13V1IB3VIYZZH")
        #expect(found.count == 9)
        for item in found {
            #expect(item["marketplace"] == .text(germany), "the one that sells most")
            #expect(item["marketplaces"] == .array([.text(germany), .text(france)]))
            #expect(item["units"] == .integer(500), "the least that is sold, once")
            guard case .text(let why) = item["why"] else { continue }
            #expect(why.hasSuffix("one stock of DE+FR"))
        }
        let there = try items(desk, "--marketplace", "FR")
        #expect(there.count == 9 && there.allSatisfy { $0["marketplace"] == .text(france) })
    }

    @Test func aSnoozedOrderIsSnoozedForAll() throws {
        let desk = try desk()
        guard case .text(let id)? = try items(desk).first?["id"] else {
            Issue.record("no id")
            return
        }
        #expect(desk.run("snooze", id, "--until", "2026-11-27", "--reason", "cash").exit == .done)
        #expect(try items(desk).count == 8)
    }
}
