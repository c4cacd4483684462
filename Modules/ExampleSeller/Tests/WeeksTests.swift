import ExampleSeller
import FlywheelKit
import Testing

/// Exports of several weeks: what stands in them, and what does not.
@Suite struct WeeksTests {
    private static let seller = ExampleSeller(seed: 3, .weeks(8))
    private static let files = Example.files(of: seller)

    private static func export(_ day: Day, _ name: String) throws -> Export {
        Export(try #require(files.first { $0.folder == day.description && $0.name == name }, "no \(name) of \(day)"))
    }

    private static func truth(_ shop: String) -> [ListingTruth] {
        let marketplace = Marketplace.named(shop)?.id
        return seller.truth.filter { $0.marketplace == marketplace }
    }

    @Test(arguments: ["US", "DE"])
    func theSuppressedAreThoseTheMarketplaceStruck(shop: String) throws {
        for (index, day) in Self.seller.exportDays.enumerated() where !(shop == "DE" && index == 2) {
            let report = try Self.export(day, "suppressed-\(shop).txt")
            let said = zip(report.column("SKU"), report.column("Issue Description")).map { sku, issue in
                "\(sku) \(issue.split(separator: "]")[0].dropFirst(2))"
            }
            let struck = Self.truth(shop).flatMap { listing in
                listing.troubles(on: day).filter { !$0.attribute.isEmpty }.map { "\(listing.sku) \($0.attribute)" }
            }
            #expect(said.sorted() == struck.sorted(), "\(day)")
        }
    }

    @Test func stockIsGoneWhereTheTruthSaysSoAndNowhereElse() throws {
        for day in Self.seller.exportDays.dropLast() {
            let report = try Self.export(day, "fba-US.txt")
            let truth = Dictionary(uniqueKeysWithValues: Self.truth("US").map { ($0.sku, $0) })
            for (sku, units) in zip(report.column("sku"), report.column("afn-fulfillable-quantity")) {
                let listing = try #require(truth[sku])
                guard units != "recount", listing.closed.map({ day < $0 }) ?? true else { continue }
                let isOut = listing.troubles(on: day).contains { $0.kind == .soldOut }
                #expect((units == "0") == isOut, "\(sku) on \(day): \(units)")
            }
        }
    }

    @Test func filesThatAreNotAsTheyShouldBeAreThere() throws {
        let days = Self.seller.exportDays
        let cut = try #require(Self.files.first { $0.folder == days[2].description && $0.name == "suppressed-DE.txt" })
        #expect(cut.bytes.last != 0x0A)
        let rows = try days.suffix(2).map { try Self.export($0, "fba-DE.txt").rows.count }
        #expect(rows[1] * 10 < rows[0])
        #expect(Self.files.last?.name == "dock-times.txt")
        #expect(try Self.export(Self.seller.asOf, "listings-US.txt").column("price").allSatisfy { !$0.isEmpty })
    }

    @Test func ordersOfAllWeeksAreThereOnceAndNoneIsWrittenAfterItsExport() throws {
        let sales = Sale.all(in: Self.files, shop: "US")
        #expect(Set(sales.map(\.day)).count == 101)
        for day in Self.seller.exportDays {
            let report = Self.files.filter { $0.folder == day.description && $0.name.hasPrefix("orders-US") }
            #expect(Sale.all(in: report, shop: "US").allSatisfy { "\($0.updated)" < "\(day)T17:00:00Z" })
        }
        // The same seller with one export has the same orders, but for those written anew since.
        let once = Example.files(of: ExampleSeller(seed: 3, .morning))
        #expect(Sale.all(in: once, shop: "US").map(\.order) == sales.map(\.order))
    }
}
