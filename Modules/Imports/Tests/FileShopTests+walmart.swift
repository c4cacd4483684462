import FlywheelKit
@testable import Imports
import Testing

/// Walmart's reports and the answers of its interface.
extension FileShopTests {
    private static let items = """
        SKU,Item ID,Product Name,Lifecycle Status,Publish Status,Status Change Reason,Product Category,Price,Currency,\
        Buy Box Item Price,Buy Box Shipping Price,Buy Box Eligible,Item Creation Date,Competitor Price,Competitor Ship Price,\
        Minimum Seller Allowed Price,Maximum Seller Allowed Price
        A,1,Chair,ACTIVE,PUBLISHED,,Chairs,100.00,USD,95.00,4.99,Yes,2024-01-02,94.00,0,80,120
        B,2,Stool,ACTIVE,UNPUBLISHED,"END_DATE,REASONABLE_PRICE_NOT_SATISFIED",Chairs,50.00,USD,,,No,2024-01-02,,,,
        C,3,Desk,RETIRED,UNPUBLISHED,END_DATE,Desks,70.00,USD,,,No,2024-01-02,,,,
        D,4,Lamp,ACTIVE,SYSTEM_PROBLEM,An image is missing.,Lamps,20.00,USD,,,,2024-01-02,,,,

        """

    @Test func theItemReportIsListingsIssuesOffersAndLimits() throws {
        let all = try readings(Self.items, .test())
        #expect(all["catalog/1"]?.values(Catalog.status).prefix(2) == ["PUBLISHED ACTIVE", "UNPUBLISHED ACTIVE"])
        #expect(all["catalog/1"]?.products == ["1", "2", "3", "4"])
        let issues = try #require(all["suppressed-listings/1"])
        #expect(issues.codes == ["B", "B", "D"])
        #expect(
            issues.values(SuppressedListings.code) == ["END_DATE", "REASONABLE_PRICE_NOT_SATISFIED", nil])
        #expect(issues.values(SuppressedListings.issue) == [nil, nil, "An image is missing."])
        #expect(issues.values(SuppressedListings.status) == ["UNPUBLISHED", "UNPUBLISHED", "SYSTEM_PROBLEM"])
        let offers = try #require(all["offers/1"])
        #expect(offers.values(Offers.featuredPrice) == [dollars(9_999), nil, nil, nil])
        #expect(offers.values(Offers.lowestLandedPrice) == [dollars(9_400), nil, nil, nil])
        #expect(all["costs/1"]?.codes == ["A"])
        #expect(all["costs/1"]?.values(Costs.ceiling) == [dollars(12_000)])
        #expect(all.values.allSatisfy { $0.rejected.isEmpty })
    }

    @Test(arguments: [("USD", "2026-06-11T00:00:00Z"), ("CAD", "2026-11-06T00:00:00Z")])
    func walmartOfTheUnitedStatesWritesTheMonthFirst(currency: String, opened: String) throws {
        let text = Self.items.replacing("2024-01-02", with: "06/11/2026").replacing("USD", with: currency)
        let catalog = try #require(try readings(text, .test())["catalog/1"])
        #expect(catalog.values(Catalog.opened).first == Instant(opened))
    }

    @Test func aReportInAnArchiveIsReadAlike() throws {
        let archive = try zip([(name: "ItemReport.csv", bytes: Array(Self.items.utf8))])
        let codes = try withFile(archive, named: "ItemReport.zip") { path in
            let contents = FileImporter(feeds: kitFeeds, context: .test()).openAll(path)
            return try contents[0].tables.get().map { try read($0).codes }
        }
        #expect(codes == [["A", "B", "C", "D"], ["B", "B", "D"], ["A", "B", "C", "D"], ["A"]])
    }

    @Test func nothingUnpublishedIsSaidByAReportWithoutAny() throws {
        let text = Self.items.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
        let issues = try #require(try readings(text)["suppressed-listings/1"])
        #expect(issues.codes.isEmpty)
        #expect(issues.file.isComplete)
    }

    @Test func aSecondRowOfHeadingsAndNamesOfCanadaAreUnderstood() throws {
        let mexico = """
            SKU,ID del artículo,Nombre,Cantidad
            SKU,Item ID,Product Name,AvailToSell Quantity
            A,1,Silla,4

            """
        #expect(try readings(mexico)["stock/1"]?.values(Stock.fulfillable) == [4])
        let canada =
            "Seller SKU,Item ID,Product Name,Ship Node ID,Inventory Count\nA,1,Chair,n1,4\nB,2,Stool,n1,1\nA,1,Chair,n2,3\n"
        let stock = try #require(try readings(canada)["stock/1"])
        #expect(stock.codes == ["A", "B"])
        #expect(stock.values(Stock.fulfillable) == [7, 1])
    }

    @Test func theBuyBoxReportSaysWhoseTheFeaturedOfferIs() throws {
        let text = """
            SKU,Item ID,Product Name,Product Category,Seller Item Price,Seller Ship Price,isSellerBuyBoxWinner,BuyBox Item Price,BuyBox Ship Price
            A,1,Chair,Chairs,10.00,0.00,Yes,10.00,0.00
            B,2,Stool,Chairs,10.00,1.00,No,9.00,1.50
            C,3,Desk,Desks,10.00,,No,,

            """
        let offers = try #require(try readings(text)["offers/1"])
        #expect(offers.values(Offers.featuredOwner) == ["SELF", "COMPETITOR", "NONE"])
        #expect(offers.values(Offers.landedPrice) == [dollars(1_000), dollars(1_100), nil])
        #expect(offers.values(Offers.featuredPrice) == [dollars(1_000), dollars(1_050), nil])
    }

    @Test func aFeaturedOfferWithoutAWordOnItsShippingIsAnOffer() throws {
        let text = """
            SKU,Item ID,Product Name,Product Category,Seller Item Price,Seller Ship Price,isSellerBuyBoxWinner,BuyBox Item Price,BuyBox Ship Price
            A,1,Chair,Chairs,12.50,0,No,11.00,
            B,2,Stool,Chairs,$10.00,$1.00,No,$9.00,1.50
            C,3,Desk,Desks,10.00,0,No,,

            """
        // Nobody says the currency: it is the one of such files, of which the sign is.
        let offers = try #require(try readings(text, .test())["offers/1"])
        #expect(offers.values(Offers.featuredOwner) == ["COMPETITOR", "COMPETITOR", "NONE"])
        #expect(offers.values(Offers.featuredPrice) == [nil, dollars(1_050), nil])
        #expect(offers.values(Offers.landedPrice) == [dollars(1_250), dollars(1_100), dollars(1_000)])
        #expect(offers.values(Offers.ownPrice) == [dollars(1_250), dollars(1_000), dollars(1_000)])
        #expect(offers.file.currency?.source == .layout)
        #expect(offers.rejected.isEmpty)
        let items = Self.items.replacing("95.00,4.99", with: "$95.00,$4.99").replacing(",94.00,0,", with: ",$94.00,,")
        let all = try readings(items, .test())
        #expect(all["offers/1"]?.values(Offers.featuredPrice).first == dollars(9_999))
        #expect(all["offers/1"]?.values(Offers.lowestCompetitorPrice).first == dollars(9_400))
        #expect(all["offers/1"]?.values(Offers.lowestLandedPrice) == [nil, nil, nil, nil])
    }

    /// A sign that several currencies share says that it is none of the others.
    @Test func aSharedSignLeavesTheCurrencyToOtherFilesWhereItIsOfTheirs() throws {
        let text = "sku,title,price\nA,Cup,$5.00\nB,Jug,$4.00\n"
        func prices(beside code: String) throws -> [Money?] {
            var context = ImportContext.test(account: "acme", marketplace: "shop")
            let owner = ImportContext.Owner(account: "acme", marketplace: "shop")
            context.currencies = [owner: try #require(Currency(code))]
            let reading = try read(text, context)
            #expect(reading.rejected.isEmpty)
            return reading.values(Catalog.price)
        }
        #expect(try prices(beside: "USD") == [dollars(500), dollars(400)])
        #expect(try prices(beside: "EUR") == [nil, nil])
    }

    @Test func walmartsAnswersAreStockIssuesAndQuality() throws {
        let inventories = """
            {"elements": {"inventories": [{"sku": "A", "nodes": [{"availToSellQty": {"amount": 3}, "reservedQty": {"amount": 1}},
            {"availToSellQty": {"amount": 4}, "reservedQty": {"amount": 0}}]}]}}
            """
        #expect(try readings(inventories)["stock/1"]?.values(Stock.fulfillable) == [7])
        let unpublished = """
            {"payload": [{"sku": "A", "publishStatus": "UNPUBLISHED", "unpublishReasons": "NO_PRICE, END_DATE",
            "unpublishedDate": "2026-11-02"}, {"sku": "B", "publishStatus": "PUBLISHED", "unpublishReasons": "NO_PRICE"},
            {"sku": "C", "publishStatus": "UNPUBLISHED", "unpublishReasons": "END_DATE", "lifecycleStatus": "ARCHIVED"}]}
            """
        let issues = try #require(try readings(unpublished)["suppressed-listings/1"])
        #expect(issues.codes == ["A", "A", "B", "C"])
        #expect(issues.values(SuppressedListings.code) == ["NO_PRICE", "END_DATE", nil, nil])
        #expect(issues.values(SuppressedListings.status) == ["UNPUBLISHED", "UNPUBLISHED", nil, nil], "C is given up")
        #expect(issues.values(SuppressedListings.since).first == Day(year: 2026, month: 11, day: 2))
        let quality = """
            {"payload": [{"sku": "A", "qualityScoreData": {"score": 15.5}, "scoreDetails": {"offer": {"issueCount": 9},
            "contentAndDiscoverability": {"issueCount": 12}}}]}
            """
        let score = try #require(try readings(quality)["listing-quality/1"])
        #expect(score.values(ListingQuality.score) == [0.155])
        #expect(score.values(ListingQuality.issues) == [21])
    }

    @Test func statusesBeforePublicationAreReportedAndRetiredListingsAreNot() throws {
        let text = Self.items.replacing("SYSTEM_PROBLEM,An image is missing.", with: "STAGE,")
        let issues = try #require(try readings(text, .test())["suppressed-listings/1"])
        #expect(issues.codes == ["B", "B", "D"])
        #expect(issues.values(SuppressedListings.status) == ["UNPUBLISHED", "UNPUBLISHED", "STAGE"])
    }

    private static let buyBox = """
        SKU;Item ID;Product Name;Product Category;Seller Item Price;Seller Ship Price;isSellerBuyBoxWinner;BuyBox Item Price;BuyBox Ship Price
        A;501;Pan;Home;1.020,50;4,99;No;20,50;0,00
        B;502;Pot;Home;20,50;0,00;Yes;20,50;0,00

        """

    @Test(arguments: [DecimalStyle.comma, nil])
    func sheetsHaveTheDecimalMarkThatIsStatedElseThatOfTheirCells(stated: DecimalStyle?) throws {
        let offers = try #require(
            try readings(Self.buyBox, .test(currency: "USD", decimal: stated))["offers/1"])
        #expect(offers.codesOfRejects.isEmpty)
        #expect(offers.values(Offers.ownPrice) == [dollars(102_050), dollars(2_050)])
        #expect(offers.values(Offers.landedPrice) == [dollars(102_549), dollars(2_050)])
        #expect(offers.values(Offers.featuredPrice) == [dollars(2_050), dollars(2_050)])
    }

    @Test func aStatedPointRejectsCommas() throws {
        let offers = try #require(
            try readings(Self.buyBox, .test(currency: "USD", decimal: .point))["offers/1"])
        #expect(offers.rejected.count == 2)
    }

    @Test func walmartsFilesWithoutACurrencyAreInDollarsUnlessOthersSayOtherwise() throws {
        let offers = try #require(try readings(Self.buyBox, .test())["offers/1"])
        #expect(offers.file.currency == Sourced(try #require(Currency("USD")), .layout))
        #expect(offers.file.lacksCurrency, "the files beside are to be asked")
        #expect(offers.values(Offers.ownPrice).last == dollars(2_050))
        var context = ImportContext.test()
        let peso = try #require(Currency("MXN"))
        context.currencies[ImportContext.Owner(account: Subject.nowhere, marketplace: "walmart")] = peso
        let beside = try #require(try readings(Self.buyBox, context)["offers/1"])
        #expect(beside.file.currency == Sourced(peso, .neighbours) && !beside.file.lacksCurrency)
    }

    @Test func ordersOfWalmartAreLinesOfWhichCancelledOnesSellNothing() throws {
        let text = """
            PO#,Order#,Order Date,Ship By,Customer Name,Status,Qty,SKU,Item Cost,Tracking Number
            108,2000,11/06/2026,11/08/2026,J. Doe,Delivered,2,A,22.00,1Z
            108,2000,11/06/2026,11/08/2026,J. Doe,Cancelled,1,B,9.00,
            109,2001,11/07/2026,11/09/2026,J. Roe,Shipped,3,A,22.00,1Z

            """
        let orders = try #require(try readings(text, .test())["orders/1"])
        #expect(orders.file.format == "Walmart orders" && orders.file.marketplace.value == "walmart")
        #expect(orders.codes == ["A", "B", "A"])
        #expect(orders.values(Orders.order) == ["108", "108", "109"])
        #expect(orders.values(Orders.quantity) == [2, 0, 3])
        #expect(orders.values(Orders.purchased).first == Instant("2026-11-06T00:00:00Z"))
    }

    @Test func walmartsOrdersOfTheInterfaceAreNamedAndWhatIsExpectedIsListed() throws {
        func error(_ text: String) -> ImportError? {
            #expect(throws: ImportError.self) { try recognize(Array(text.utf8), named: "orders.json") }
        }
        let orders = error(#"{"list": {"elements": {"order": [{"purchaseOrderId": "1"}]}}}"#)
        #expect(orders?.description.contains("Walmart's orders") ?? false)
        #expect(error(#"{"unheard": 1}"#)?.description.contains("Walmart items") ?? false)
    }
}
