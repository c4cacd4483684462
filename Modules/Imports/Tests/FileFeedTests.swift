import FlywheelKit
@testable import Imports
import Testing

/// Feeds that no marketplace reports, as people keep them.
@Suite struct FileFeedTests {
    @Test(arguments: [
        ("sku,start-date,end-date,cause", "availability table"),
        ("date,sku,asin,units-ordered,ordered-product-sales", "daily sales table"),
        ("sku,our-price,map-price,lowest-competitor-price,buy-box-owner", "offers table"),
        ("SKU,Our Price,Buy Box %,Lowest Price", "offers table"),
        ("case-id,sku,asin,opened-at,side,category,status,sla-hours,text", "tickets table"),
        ("Ticket Number,Created At,Status,Topic,Subject,Email", "tickets table"),
        ("sku,cogs,fees,min price,max price,map", "costs table"),
        ("sku,unitCost,floorPrice,ceilingPrice", "costs table"),
        ("SKU,Lead Time (days),MOQ,Case Pack,Supplier", "supply table"),
        ("sku,leadTime,moq", "supply table"),
        ("poNumber,sku,orderDate,ETA,receivedDate,quantity,quantityReceived", "purchase orders table"),
        ("Event,Start Date,End Date,Marketplace", "events table"),
        ("Name,Hours per Week,Works on", "people table"),
        ("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice", "orders table"),
    ])
    func headingsPeopleUseAreRecognised(headings: String, format: String) throws {
        #expect(try recognize(headings + "\n").format == format)
    }

    @Test func offersSayWhoseOfferIsFeatured() throws {
        let text = """
            sku,our-price,map-price,lowest-competitor-price,buy-box-owner,buy-box-%
            KN-12,7.99,,7.20,COMPETITOR,12.5%
            KN-13,20.00,18.00,,NONE,

            """
        let reading = try read(text, .test(marketplace: "US"))
        #expect(reading.values(Offers.ownPrice) == [usd(7_99), usd(20_00)])
        #expect(reading.values(Offers.minimumAdvertisedPrice) == [nil, usd(18_00)])
        #expect(reading.values(Offers.lowestCompetitorPrice) == [usd(7_20), nil])
        #expect(reading.values(Offers.featuredOwner) == ["COMPETITOR", "NONE"])
        #expect(reading.values(Offers.featuredShare) == [0.125, nil])
        #expect(reading.file.companions.isEmpty)
    }

    @Test func whatPeopleWroteInATicketIsNotKeptAndSaidSo() throws {
        let text = """
            case-id,sku,asin,opened-at,side,category,status,sla-hours,text
            7001,KN-12,B000000001,2026-06-21T06:06:00Z,seller,Reinstatement,Open,72,"They said
            ""no"", twice"
            7002,"",,2026-06-22T06:06:00Z,buyer,Refund,Open,1.5,Ann's address

            """
        let reading = try read(text, .test(marketplace: "US"))
        #expect(reading.codes == ["7001", "7002"])
        #expect(reading.products == ["B000000001", nil])
        #expect(reading.values(Tickets.sku) == ["KN-12", nil])
        #expect(reading.values(Tickets.answerHours) == [72, 1.5])
        #expect(reading.values(Tickets.opened).first == Instant("2026-06-21T06:06:00Z"))
        #expect(Set(reading.columns.keys) == ["sku", "opened", "side", "category", "status", "sla-hours"])
        #expect(reading.file.warnings.map(\.code) == [.personal])
        #expect(reading.file.warnings.allSatisfy { $0.message.contains("\"text\"") })
    }

    @Test func leadTimesInAListOfStockAreSupplyAsWell() throws {
        let headings = [
            "sku", "fnsku", "asin", "your-price", "afn-warehouse-quantity", "afn-fulfillable-quantity",
            "afn-total-quantity", "lead-time-days",
        ]
        let rows = table(
            headings, ["KN-12", "X1", "B000000001", "7.99", "5", "4", "5", "21"],
            ["KN-13", "X2", "B000000002", "8.99", "0", "0", "0", ""])
        let file = try recognize(rows, .test(marketplace: "US"))
        #expect(file.format == "Amazon FBA inventory")
        let supply = try #require(file.companions.first)
        #expect(file.companions.count == 1)
        #expect(supply.format == "supply in Amazon FBA inventory")
        #expect(supply.feed == Supply.feed && supply.isComplete)
        #expect(supply.columns == ["lead-time-days"] && supply.warnings.isEmpty)
        #expect(!file.unboundHeadings.contains("lead-time-days"))
        try withFile(Array(rows.utf8), named: "stock.txt") { path in
            let file = try FileImporter(feeds: kitFeeds, context: .test(marketplace: "US")).open(path)
            let reading = try read(try #require(file.companions.first))
            #expect(reading.codes == ["KN-12", "KN-13"])
            #expect(reading.products == ["B000000001", "B000000002"])
            #expect(reading.values(Supply.leadTime) == [21, nil])
        }
    }

    /// European lists of listings say under this heading what a business must buy of the seller.
    @Test func amazonsLeastQuantityIsNotTheSuppliers() throws {
        let file = try recognize(
            table(
                [
                    "item-name", "listing-id", "seller-sku", "price", "open-date", "asin1", "status",
                    "Minimum order quantity",
                ]
            ), .test(marketplace: "DE"))
        #expect(file.format == "Amazon listings" && file.companions.isEmpty)
    }

    @Test func aPartialListHasPartialCompanions() throws {
        let file = try recognize(
            table(["seller-sku", "listing-id", "open-date", "price", "minimum-seller-allowed-price"]),
            .test(marketplace: "US"))
        #expect(!file.isComplete)
        #expect(file.companions.map(\.feed.key) == [Costs.feed.key])
        #expect(file.companions.map(\.isComplete) == [false])
    }

    @Test func aLogHasNoCompanions() throws {
        let file = try recognize(
            table(["sku", "day", "units", "unit-cost"]), .test(marketplace: "US"))
        #expect(file.companions.isEmpty)
        #expect(file.warnings.map(\.message) == ["not used: \"unit-cost\""])
    }

    @Test func columnsOfATableThatNothingReadsAreNamed() throws {
        let file = try recognize(table(["sku", "title", "price", "shelf", ""]), .test(marketplace: "US"))
        #expect(file.warnings.map(\.code) == [.unused])
        #expect(file.warnings.map(\.message) == ["not used: \"shelf\""])
    }

    @Test(arguments: [
        ("sku,from,to,cause\nA,2026-05-02,2026-05-01,out\nA,2026-05-02,2026-05-02,out\n", "to"),
        ("name,from,to,scope\nX,2026-05-02,2026-05-01,US\nY,2026-05-02,2026-05-02,US\n", "to"),
    ])
    func daysThatRunBackwardsAreRejected(text: String, heading: String) throws {
        let reading = try read(text, .test(marketplace: "US"))
        #expect(reading.summary.kept == 1)
        #expect(reading.codesOfRejects == [.daysReversed])
        #expect(reading.rejected.map(\.heading) == [heading])
        #expect(reading.rejected.map(\.line) == [2])
    }

    @Test func aWorkflowsOwnDaysThatRunBackwardsAreRejected() throws {
        let key = FeedKey("plans/1")
        let (from, until) = (
            Column<Day>("from", in: key, required: true), Column<Day>("until", in: key, required: true)
        )
        let plans = Feed(
            key, title: "plans", of: .listing, shape: .snapshotRows, freshForDays: 9,
            span: Feed.Span(from, through: until), columns: from, until)
        let reading = try read(
            "sku,from,until\nA,2026-12-31,2026-11-20\nB,2026-11-20,2026-12-31\n", .test(marketplace: "US"),
            feeds: [plans])
        #expect(reading.codes == ["B"] && reading.codesOfRejects == [.daysReversed])
    }

    @Test func goodsThatCameBackAreNoOrder() throws {
        let text =
            "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n1,A,6,2026-01-05 08:26:00,2.55\nC2,A,-6,2026-01-05 09:00:00,2.55\n"
        let reading = try read(text, .test(marketplace: "UK"))
        #expect(reading.values(Orders.quantity) == [6])
        #expect(reading.values(Orders.unitPrice).map { $0?.description } == ["GBP 2.55"])
        #expect(reading.codesOfRejects == [.negativeQuantity])
        #expect(reading.rejected.map(\.reason) == ["found -6 units, expected an order of none or more"])
    }

    @Test func anEventNamesTheMarketplacesItIsHeldOn() throws {
        let text =
            "event,start date,end date,marketplace\nDeal days,2026-07-08,2026-07-11,\"US, CA\"\nGolden week,2026-05-03,2026-05-06,JP\n"
        let reading = try read(text)
        #expect(reading.values(Events.scope) == ["US, CA", "JP"])
        #expect(reading.codes == ["", ""] && reading.rejected.isEmpty)
    }
}
