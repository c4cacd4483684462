import FlywheelKit
@testable import Imports
import Testing

@Suite struct FileStockTests {
    @Test func openListingsAreKnownWithFourColumnsAndWithAll() throws {
        let short = table(["sku", "asin", "price", "quantity"], ["A", "B0AAAAAAAA", "5.00", ""])
        let long = table(
            ["sku", "asin", "price", "quantity", "Business Price", "Quantity Price Type", "Quantity Lower Bound 1"],
            ["A", "B0AAAAAAAA", "5", "3", "", "", ""])
        for (text, quantity) in [(short, nil), (long, 3)] as [(String, Int?)] {
            let reading = try read(text, .test(marketplace: "US"))
            #expect(reading.file.format == "Amazon open listings")
            #expect(!reading.file.isComplete)
            #expect(reading.values(Catalog.price) == [dollars(500)])
            #expect(reading.values(Catalog.quantity) == [quantity])
        }
    }

    /// Of what can be sold there may be less than nothing, where more was sold than there is; nothing lies or moves somewhere
    /// in such numbers.
    @Test func noFewerUnitsThanNoneLieSomewhere() throws {
        let rows = table(
            ["sku", "available", "inbound", "reserved-fc-transfers"], ["A", "-5", "", "0"], ["B", "5", "-3", ""],
            ["C", "5", "(1)", ""], ["D", "5", "3", "-1"])
        let reading = try read(rows, .test(marketplace: "US"))
        #expect(reading.codes == ["A"] && reading.values(Stock.fulfillable) == [-5])
        #expect(reading.codesOfRejects == [.negativeQuantity, .negativeQuantity, .negativeQuantity])
        #expect(reading.rejected.first?.reason == "found -3 units, expected none or more")
        #expect(reading.rejected.first?.heading == "inbound" && reading.rejected.first?.subject == "B")
    }

    @Test func aReportByCountryNamesTheUnitedKingdomByItsCode() throws {
        let all = try readAll(
            table(
                ["seller-sku", "fulfillment-channel-sku", "asin", "country", "quantity-for-local-fulfillment"],
                ["A", "X1", "B0AAAAAAAA", "DE", "7"], ["A", "X1", "B0AAAAAAAA", "GB", "5"]))
        #expect(all.map { Marketplace.named($0.file.marketplace.value)?.name } == ["DE", "UK"])
        #expect(all.map { $0.values(Stock.fulfillable) } == [[7], [5]])
        #expect(all.allSatisfy { $0.rejected.isEmpty })
    }

    @Test func planningReportIsReadWhicheverHeadingsItHas() throws {
        let old = ["Reserved FC Transfer", "inv-age-0-to-90-days", "inv-age-365-plus-days"]
        let new = ["fc-transfer", "inv-age-0-to-30-days", "inv-age-31-to-60-days"]
        for extra in [old, new] {
            let reading = try read(
                table(
                    ["snapshot-date", "sku", "asin", "available", "units-shipped-t30", "Total Reserved Quantity"]
                        + extra,
                    ["2026-11-20", "A", "B0AAAAAAAA", "7", "30", "4", "3", "9", "9"]),
                .test(marketplace: "US"))
            #expect(reading.file.format == "Amazon inventory planning")
            #expect(!reading.file.isComplete)
            #expect(reading.values(Stock.fulfillable) == [7])
            #expect(reading.values(Stock.reserved) == [4])
            #expect(reading.values(Stock.reservedInTransfer) == [3])
            #expect(reading.file.unboundHeadings.contains("units-shipped-t30"))
        }
    }

    /// What it says was so on its own day, whenever the file was written, and nothing of another day is.
    @Test func planningReportIsOfTheDayThatItsRowsName() throws {
        func planning(_ rows: [String], named name: String = "planning-US.txt", at: Instant? = nil) throws -> Reading {
            let text = "snapshot-date\tsku\tasin\tavailable\tsell-through\n" + rows.joined()
            return try read(text, named: name, .test(at: at))
        }
        let row = { (day: String, sku: String) in "\(day)\t\(sku)\tB0AAAAAAAA\t7\t0.1\n" }
        let old = try planning([row("2026-09-07", "A"), row("2026-09-07", "B")], named: "2026-09-20/planning-US.txt")
        #expect(old.file.effectiveAt == Sourced(try #require(Instant("2026-09-07T07:00:00Z")), .dayInRows))
        #expect(old.codes == ["A", "B"] && old.file.unboundHeadings.contains("snapshot-date") == false)
        let two = try planning([row("2026-09-07", "A"), row("2026-09-14", "A"), row("2026-09-14", "B"), row("", "C")])
        #expect(two.file.effectiveAt.value == Instant("2026-09-14T07:00:00Z"))
        #expect(two.codes == ["A", "B", "C"])
        #expect(two.codesOfRejects == [.otherDay])
        #expect(two.rejected.first?.reason == "found a row of 2026-09-07, expected rows of 2026-09-14")
        let american = try planning([row("9/7/2026", "A"), row("9/14/2026", "A")])
        #expect(american.file.effectiveAt.value == Instant("2026-09-14T07:00:00Z"))
        #expect(american.file.warnings.map(\.code) == [.partial])
        let open = try planning([row("9/7/2026", "A")])
        #expect(open.file.warnings.map(\.code) == [.partial, .dateOrder])
        let none = try planning([row("", "A"), row("n/a", "B")])
        #expect(none.file.effectiveAt.source == .fileTime && none.codes == ["A", "B"])
        let stated = Instant(seconds: 1_790_000_000)
        #expect(try planning([row("2026-09-07", "A")], at: stated).file.effectiveAt == Sourced(stated, .stated))
    }

    @Test func planningReportsAgesThatDoNotOverlapAndItsCostOfStorageAreRead() throws {
        let headings = [
            "snapshot-date", "sku", "asin", "available", "units-shipped-t30", "currency", "inv-age-91-to-180-days",
            "inv-age-181-to-270-days", "inv-age-271-to-365-days", "inv-age-365-plus-days", "inv-age-181-to-330-days",
            "estimated-storage-cost-next-month",
        ]
        let reading = try read(
            table(headings, ["2026-11-20", "A", "B0AAAAAAAA", "90", "3", "USD", "9", "30", "20", "10", "45", "12.50"]),
            .test(marketplace: "US"))
        #expect(reading.values(Stock.aged181To270) == [30])
        #expect(reading.values(Stock.aged271To365) == [20])
        #expect(reading.values(Stock.agedOver365) == [10])
        #expect(reading.values(Stock.aged366To455).isEmpty)
        #expect(reading.values(Stock.storageCost) == [dollars(1_250)])
        #expect(reading.file.unboundHeadings.contains("inv-age-181-to-330-days"))
    }

    @Test func planningReportsSurchargesForAgeAreRead() throws {
        let headings = [
            "snapshot-date", "sku", "asin", "available", "units-shipped-t30", "currency", "estimated-ais-181-210-days",
            "estimated-ais-365-plus-days", "quantity-to-be-charged-ais-365-plus-days",
        ]
        let reading = try read(
            table(headings, ["2026-11-20", "A", "B0AAAAAAAA", "90", "3", "USD", "1.50", "34.50", "5"]),
            .test(marketplace: "US"))
        #expect(reading.values(Stock.ageSurcharge181To210) == [dollars(150)])
        #expect(reading.values(Stock.ageSurchargeOver365) == [dollars(3_450)])
    }

    @Test func restockReportIsReadQuotedAndUnderBothFirstHeadings() throws {
        for (first, quote) in [("Country", ""), ("Country/Region Code", "\"")] {
            let rows = [
                [
                    first, "Product Name", "FNSKU", "Merchant SKU", "ASIN", "Units Sold Last 30 Days", "Available",
                    "FC transfer", "Customer Order", "Unfulfillable", "Working", "Alert",
                    "Recommended replenishment qty",
                    "Recommended ship date",
                ],
                ["US", "Box", "X1", "A", "B0AAAAAAAA", "30", "0", "1", "2", "3", "4", "out_of_stock", "60", "none"],
            ].map { $0.map { quote + $0 + quote }.joined(separator: "\t") + "\r\n" }
            let reading = try read(rows.joined(), .test(marketplace: "US"))
            #expect(reading.file.format == "Amazon restock recommendations")
            #expect(reading.values(Stock.fulfillable) == [0])
            #expect(reading.values(Stock.reservedInTransfer) == [1])
            #expect(reading.values(Stock.reservedForOrders) == [2])
            #expect(reading.values(Stock.unsellable) == [3])
            #expect(reading.values(Stock.inboundWorking) == [4])
        }
    }

    /// It is whom the seller once named to Amazon, and mostly "unassigned".
    @Test func theSupplierOfARestockReportIsNotTheOneOfAListOfSupply() throws {
        let file = try recognize(
            table(
                [
                    "Country", "Merchant SKU", "ASIN", "Supplier", "Available", "Units Sold Last 30 Days",
                    "Recommended replenishment qty",
                ], ["US", "A", "B0AAAAAAAA", "unassigned", "0", "30", "60"]), .test(marketplace: "US"))
        #expect(file.format == "Amazon restock recommendations" && file.companions.isEmpty)
    }

    @Test func unitsInOtherStatesAreNoStockToSell() throws {
        let reading = try read(
            table(
                ["seller-sku", "fulfillment-channel-sku", "asin", "Warehouse-Condition-code", "Quantity Available"],
                ["A", "X1", "B0AAAAAAAA", "SELLABLE", "7"], ["A", "X1", "B0AAAAAAAA", "UNSELLABLE", "2"]))
        #expect(reading.values(Stock.fulfillable) == [7])
        #expect(reading.codesOfRejects == [.otherDisposition])
    }

    @Test func reservedReportLeavesWhatCanBeSoldUnknown() throws {
        let reading = try read(
            table(
                ["sku", "fnsku", "asin", "reserved_qty", "reserved_customerorders", "reserved_fc-processing"],
                ["A", "X1", "B0AAAAAAAA", "5", "3", "2"]))
        #expect(reading.file.format == "Amazon reserved inventory")
        #expect(!reading.file.isComplete)
        #expect(!reading.file.columns.contains(Stock.fulfillable.name))
        #expect(reading.values(Stock.reserved) == [5])
    }

    @Test func strandedStockHasAFeedOfItsOwn() throws {
        let reading = try read(
            table(
                [
                    "primary-action", "date-stranded", "Date-to-take-auto-removal", "error-message", "stranded-reason",
                    "asin", "sku", "fnsku", "fulfillable-qty", "unfulfillable-qty",
                ],
                ["Relist", "2026-10-01", "2026-12-15", "Closed", "LISTING_CLOSED", "B0AAAAAAAA", "A", "X1", "4", ""]))
        #expect(reading.file.feed.key == StrandedStock.feed.key)
        #expect(reading.values(StrandedStock.removal) == [Day(year: 2026, month: 12, day: 15)])
        #expect(reading.values(StrandedStock.fulfillable) == [4])
        #expect(reading.values(StrandedStock.unsellable) == [nil])
    }

    private let businessReport = """
        (Parent) ASIN,(Child) ASIN,Title,SKU,Sessions – Total,Units Ordered,Ordered Product Sales,Total Order Items
        B0AAAAAAAA,B0AAAAAAAB,Box,A,"12,131","1,020","$12,905.25","1,000"

        """

    @Test(arguments: [
        ("BusinessReport-11-21-26.csv", SalesWindows.feed.key.text, nil),
        ("report-2026-11-01-2026-11-20.csv", SalesWindows.feed.key.text, 1),
        ("report-2026-11-20.csv", DailySales.feed.key.text, 20),
        ("report-2026-11-20-2026-11-20.csv", DailySales.feed.key.text, 20),
    ])
    func businessReportIsADaysOnlyWhereItsNameSaysSo(name: String, feed: String, first: Int?) throws {
        let reading = try read(businessReport, named: name, .test(marketplace: "US"))
        #expect(reading.file.feed.key.text == feed)
        let column = feed == DailySales.feed.key.text ? DailySales.day : SalesWindows.first
        #expect(reading.values(column) == first.map { [Day(year: 2026, month: 11, day: $0)] } ?? [])
        #expect(reading.values(DailySales.units) == [1_020])
        #expect(reading.values(DailySales.revenue) == [dollars(1_290_525)])
        #expect(reading.products == ["B0AAAAAAAB"])
        #expect(reading.summary.covers != nil)
    }

    @Test(arguments: [
        (
            "report-2026-11-20.csv",
            "SKU,(Child) ASIN,(Parent) ASIN,Page Views – Total,Buy Box Percentage,Units Ordered", ""
        ),
        ("sales.csv", "SKU,ASIN,day,page-views,Buy Box Percentage,units", "2026-11-20"),
    ])
    func ofNoPageViewsThereIsNoShare(name: String, headings: String, day: String) throws {
        let place = day.isEmpty ? "B0AAAAAAAB" : day
        let text = "\(headings)\nA,B0AAAAAAAA,\(place),0,0.0%,0\nB,B0AAAAAAAC,\(place),40,0.0%,0\n"
        let reading = try read(text, named: name, .test(marketplace: "US"))
        #expect(reading.file.feed.key == DailySales.feed.key)
        #expect(reading.values(DailySales.featuredShare) == [nil, 0])
    }

    @Test func businessReportWithoutNamesOfDaysEndsWhenItWasTrue() throws {
        let at = Instant(seconds: 1_795_305_600)
        let reading = try read(businessReport, .test(marketplace: "US", at: at))
        #expect(reading.values(SalesWindows.last) == [Day(year: 2026, month: 11, day: 22)])
    }

    @Test func businessReportWithoutSKUIsOfProducts() throws {
        let text = "(Child) ASIN,Title,Sessions,Units Ordered,Ordered Product Sales\nB0AAAAAAAB,Box,12,3,$9.00\n"
        let reading = try read(text, .test(marketplace: "US"))
        #expect(reading.file.feed.key == SalesByProduct.feed.key)
        #expect(reading.codes == ["B0AAAAAAAB"])
    }
}
