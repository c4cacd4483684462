import ExampleSeller
import FlywheelKit
import Testing

@Suite struct ExampleSellerTests {
    private static let seller = Example.morning
    private static let files = Example.files
    private static let exports = Example.exports

    private static func export(_ name: String) throws -> Export {
        try #require(exports["\(name).txt"] ?? exports["\(name).csv"], "no file \(name)")
    }

    @Test func theSameSeedAndDayGiveTheSameBytes() {
        let again = ExampleSeller(seed: 7, .morning)
        #expect(again.truth == Self.seller.truth)
        #expect(Example.files(of: again) == Self.files)
        #expect(Example.files(of: Self.seller) == Self.files, "asking twice draws twice")
        #expect(ExampleSeller(seed: 8, .morning).truth != Self.seller.truth)
    }

    @Test func foldersSayTheDayAndNamesTheMarketplace() {
        #expect(Set(Self.files.map(\.folder)) == ["2026-11-20"])
        func names(_ shop: String) -> [String] {
            let months = (8...11).map { "orders-\(shop)-2026-\($0 < 10 ? "0" : "")\($0).txt" }
            return ["costs-\(shop).csv", "fba-\(shop).txt", "listings-\(shop).txt", "offers-\(shop).csv"] + months
                + ["purchase-orders", "stock", "supply"].map { "\($0)-\(shop).csv" }
                + ["suppressed-\(shop).txt", "traffic-\(shop).csv"]
        }
        #expect(Self.files.map(\.name) == names("US") + names("DE") + ["rates.csv", "events.csv"])
    }

    @Test(arguments: [
        ("listings-US", 29), ("listings-DE", 32), ("suppressed-US", 8), ("stock-DE", 3), ("rates", 5), ("costs-US", 5),
        ("offers-DE", 9), ("purchase-orders-US", 6), ("supply-DE", 5), ("traffic-US", 6), ("events", 3),
    ])
    func filesHaveTheirColumns(name: String, columns: Int) throws {
        let export = try Self.export(name)
        #expect(export.headings.count == columns)
        #expect(!export.rows.isEmpty)
    }

    @Test func everyRowHasACellForEachHeading() {
        for (name, export) in Self.exports {
            #expect(export.rows.allSatisfy { $0.count == export.headings.count }, "\(name)")
        }
    }

    @Test func headingsAreThoseOfTheReports() throws {
        #expect(
            try Self.export("listings-US").headings.prefix(4) == [
                "item-name", "item-description", "listing-id", "seller-sku",
            ])
        #expect(try Self.export("listings-US").headings.last == "status")
        let german = try Self.export("listings-DE").headings
        #expect(german.filter { $0 == "Deprecated column" }.count == 9)
        #expect(german.contains("fulfilment-channel") && !german.contains("fulfillment-channel"))
        #expect(
            try Self.export("suppressed-US").headings == [
                "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date",
                "Issue Description",
            ])
        #expect(try Self.export("fba-US").headings.count == 21)
        #expect(try Self.export("orders-US-2026-09").headings.count == 31)
        #expect(try Self.export("rates").headings == ["day", "base", "quote", "rate", "source"])
    }

    @Test func europeanReportsAreWindows1252AndOthersUTF8() {
        for file in Self.files where file.name.hasSuffix(".txt") && !file.name.hasPrefix("suppressed") {
            let isUTF8 = String(validating: file.bytes, as: UTF8.self) != nil
            #expect(isUTF8 == file.name.contains("-US"), "\(file.name)")
        }
    }

    @Test func skusAreUniqueAndSomeShareAProduct() throws {
        for name in ["US", "DE"] {
            let listings = try Self.export("listings-\(name)")
            #expect(Set(listings.column("seller-sku")).count == listings.rows.count)
            let shared = listings.rows.count - Set(listings.column("asin1")).count
            // Some of them may have been given up, and deleted since.
            #expect((5...(name == "US" ? 12 : 8)).contains(shared))
        }
    }

    @Test func whatTheMarketplaceShipsHasNoQuantityInTheListings() throws {
        for (name, heading) in [("US", "fulfillment-channel"), ("DE", "fulfilment-channel")] {
            let listings = try Self.export("listings-\(name)")
            let cells = zip(listings.column(heading), listings.column("quantity"))
            #expect(cells.allSatisfy { channel, quantity in (channel == "DEFAULT") == !quantity.isEmpty })
            let shipped = cells.filter { $0.0 != "DEFAULT" }.count
            #expect(try Self.export("fba-\(name)").rows.count == shipped)
        }
    }

    @Test func ratesAreOfWeekdaysAndPlausible() throws {
        let rates = try Self.export("rates")
        #expect(rates.column("rate").compactMap { Double($0) }.allSatisfy { (0.9...1.3).contains($0) })
        let days = rates.column("day").compactMap { Day($0) }
        #expect(days.count == rates.rows.count)
        #expect(days.allSatisfy { ![2, 3].contains($0.epochDays % 7) })
        #expect(days.last == Self.seller.asOf)
    }
}
