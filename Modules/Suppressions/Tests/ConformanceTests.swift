import FlywheelKit
import FlywheelTestKit
import Testing

@testable import Suppressions

@Suite struct ConformanceTests {
    @Test func conforms() {
        let lines = [
            Line(sku: "HB-204", status: "Catalog Item Removed", reason: "DUPLICATE", code: "8541"),
            Line(
                sku: "MG-11", status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required.",
                since: today.advanced(by: -10)),
            Line(
                sku: "CH-07", status: "CATALOG_ITEM_REMOVED", code: "18155+compliance_media",
                since: today.advanced(by: -1)),
        ]
        var builder = report(everything + lines, listings: listings + ["SN-01", "SN-02", "MG-11", "CH-07"])
        let price = Money(minorUnits: 3_100, "USD")
        builder.set(Catalog.price, [price, price, price, price, nil, nil, price, price])
        builder.set(
            Catalog.status, ["Active", "Inactive", "Active", "Active", "NOT BUYABLE", "BUYABLE", "BUYABLE", nil])
        builder.set(Catalog.title, ["Paring knife", nil, nil, nil, nil, nil, "Stoneware mug", "USB charger"])
        builder.set(Catalog.category, [nil, nil, nil, nil, nil, nil, "MUG", "CHARGER"])
        builder.setProducts(["B0SIM00012", nil, nil, nil, nil, nil, "B0SIM00011", "B0SIM00007"])
        // The mug sold 4 a day, and 2 since search does not show it.
        let sold = [Int?](repeating: 4, count: 50) + [Int?](repeating: 2, count: 10)
        builder.set(Sales.units, (0..<8).map { $0 == 6 ? sold : [Int?](repeating: nil, count: 60) })
        let recalled = (10..<20).map { "RC-\($0)" }
        let recall = report(
            recalled.map { Line(sku: $0, status: "LISTING_SUPPRESSED", code: "90220", since: today) },
            listings: recalled)
        // Sold, on a shelf, and in no list of listings any more.
        var gone = report([], listings: ["OLD-1"])
        gone.set(Sales.units, [[Int?](repeating: 2, count: 60)])
        gone.set(Stock.fulfillable, [12])
        gone.setUnlisted([0: Unlisted(since: today.advanced(by: -3))])
        StageConformance(
            SuppressionsStage.self, fixture: [builder.build(), recall.build(), gone.build()],
            golden: "../Golden/suppressions.json",
            readme: "../README.md"
        ).verify()
    }
}
