import FlywheelKit
@testable import Imports
import Testing

/// Exports of Shopify, eBay and Walmart, whose rows do not stand for themselves.
@Suite struct FileShopTests {
    func readings(_ text: String, _ context: ImportContext = .test(currency: "USD")) throws -> [String: Reading] {
        try withFile(Array(text.utf8), named: "export.csv") { path in
            let contents = FileImporter(feeds: kitFeeds, context: context).openAll(path)
            let all = try contents[0].tables.get().map { try read($0) }
            return Dictionary(uniqueKeysWithValues: all.map { ($0.file.feed.key.text, $0) })
        }
    }

    private static let products = [
        """
        Title,URL handle,Vendor,Status,SKU,Option1 name,Option1 value,Price,Compare-at price,Cost per item,Inventory quantity,\
        Fulfillment service,Product image URL,Image position
        """,
        """
        Title,Handle,Vendor,Status,Variant SKU,Option1 Name,Option1 Value,Variant Price,Variant Compare At Price,Cost per item,\
        Variant Inventory Qty,Variant Fulfillment Service,Image Src,Image Position
        """,
    ]

    @Test(arguments: products) func variantsOfAProductAreListingsAndItsImagesAreNot(headings: String) throws {
        let rows = """
            Shirt,shirt,Acme,active,'00-1,Size,S,19.90,25.00,7.5,3,manual,https://a/1.png,1
            ,shirt,,,"=""00-2""\",Size,M,19.90,,,0,manual,,
            ,shirt,,,,,,,,,,,https://a/2.png,2
            Cup,cup,Acme,draft,C-1,Title,Default Title,5,,,,manual,,

            """
        let all = try readings("\(headings)\n\(rows)")
        let catalog = try #require(all["catalog/1"])
        #expect(catalog.codes == ["00-1", "00-2", "C-1"])
        #expect(catalog.values(Catalog.title) == ["Shirt, S", "Shirt, M", "Cup"])
        #expect(catalog.values(Catalog.price) == [dollars(1_990), dollars(1_990), dollars(500)])
        #expect(catalog.values(Catalog.status) == ["active", "active", "draft"])
        #expect(catalog.values(Catalog.quantity) == [3, 0, nil])
        #expect(catalog.codesOfRejects == [.setAside])
        #expect(catalog.rejected.map(\.line) == [4])
        #expect(catalog.file.isComplete)
        #expect(all["costs/1"]?.codes == ["00-1"])
        #expect(all["costs/1"]?.values(Costs.unitCost) == [dollars(750)])
        #expect(all["costs/1"]?.file.isComplete == false)
    }

    @Test(arguments: [
        "Handle,Title,Variant SKU,Option1 Value,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,"
            + "Variant Inventory Policy",
        "URL handle,Title,SKU,Option1 value,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock",
    ])
    func whatNothingTracksIsOfUnknownQuantityAndWhatSellsOnIsSaid(headings: String) throws {
        let rows = """
            a,A,A,Red,5,shopify,-12,continue
            b,B,B,Red,5,,0,deny
            c,C,C,Red,5,shopify,0,deny

            """
        let catalog = try #require(try readings("\(headings)\n\(rows)")["catalog/1"])
        #expect(catalog.values(Catalog.quantity) == [-12, nil, 0])
        #expect(catalog.values(Catalog.backorders).map(Catalog.takesBackorders) == [true, false, false])
        #expect(catalog.file.warnings.isEmpty && catalog.rejected.isEmpty)
    }

    @Test func columnsWithAmountsInNoKnownCurrencyAreNamed() throws {
        let text = "Handle,Title,Variant SKU,Option1 Value,Variant Price,Cost per item\na,A,A,Red,,2\nb,B,B,Red,,2\n"
        let all = try readings(text, .test())
        #expect(all["catalog/1"]?.summary.openColumns == [], "a blank is no amount")
        #expect(all["costs/1"]?.summary.openColumns == ["unit-cost"])
        #expect(all["costs/1"]?.values(Costs.unitCost) == [nil, nil])
        #expect(try readings(text)["costs/1"]?.summary.openColumns == [])
    }

    @Test func stockOfAllLocationsIsOneNumber() throws {
        let text = """
            Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),\
            Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)
            a,A,,,A,,,Berlin,,4,0,1,5,6,
            b,B,,,B,,,Berlin,,0,0,0,not stocked,not stocked,
            a,A,,,A,,,Essen,,0,2,0,-1,1,
            c,C,,,C,,,Berlin,,0,0,0,some,some,
            d,D,,,D,,,Berlin,,,0,0,3,3,
            d,D,,,D,,,Essen,,2,0,0,not stocked,not stocked,
            e,E,,,E,,,Berlin,,0,0,0,3,3,
            e,E,,,E,,,Essen,,0,0,0,,,

            """
        let stock = try #require(try readings(text)["stock/1"])
        #expect(stock.codes == ["A", "D"])
        #expect(stock.values(Stock.fulfillable) == [4, 3])
        #expect(stock.values(Stock.inboundShipped) == [4, nil], "a blank cell beside others is not zero")
        #expect(stock.values(Stock.reservedForOrders) == [1, 0])
        #expect(stock.values(Stock.unsellable) == [2, 0])
        #expect(stock.codesOfRejects == [.setAside, .numberFormat, .missingValue])
        #expect(stock.rejected.map(\.line) == [3, 5, 8])
        #expect(stock.file.isComplete)
    }

    /// Two exports put together say the same twice. Two variants may share a SKU, and each is stock of its own.
    @Test func aPlaceThatIsNamedTwiceCountsOnceAndIsDoubtfulWhereItDiffers() throws {
        let text = """
            Handle,Option1 Value,SKU,Bin name,Location,Available (not editable)
            a,S,A,1,Berlin,5
            b,S,B,1,Berlin,7
            c,S,C,1,Berlin,2
            c,M,C,1,Berlin,2
            a,S,A,,Berlin,5
            a,S,A,1,Essen,5
            b,S,B,1,Berlin,8

            """
        let stock = try #require(try readings(text)["stock/1"])
        #expect(stock.codes == ["A", "C"])
        #expect(stock.values(Stock.fulfillable) == [10, 4])
        #expect(stock.codesOfRejects == [.contradiction])
        #expect(stock.rejected.first?.reason == "found two numbers of \"Berlin\" at lines 3 and 8, expected one")
        let walmart = """
            SKU,Item ID,Product Name,Ship Node ID,AvailToSell Quantity
            A,1,Chair,n1,4
            A,1,Chair,n1,4
            A,1,Chair,n2,4
            B,1,Desk,n1,4
            B,1,Desk,n1,3
            C,1,Lamp,,4
            C,1,Lamp,,4

            """
        let nodes = try #require(try readings(walmart)["stock/1"])
        #expect(nodes.codes == ["A", "C"])
        #expect(nodes.values(Stock.fulfillable) == [8, 8], "nothing tells that places without a name are one")
        #expect(nodes.codesOfRejects == [.contradiction])
    }

    /// A number of one place is none of the whole, however it is written.
    @Test(arguments: [("\"1,234\"", "5.0", DecimalStyle?.none), ("1.234", "\"5,0\"", .comma)])
    func stockIsAddedUpAsTheFileWritesNumbers(many: String, few: String, decimal: DecimalStyle?) throws {
        let text = """
            Handle,SKU,Location,Available (not editable)
            cup,CUP-1,Berlin,\(many)
            cup,CUP-1,Hamburg,10
            mug,MUG-1,Berlin,40
            mug,MUG-1,Hamburg,\(few)
            pot,POT-1,Berlin,1
            pot,POT-1,Hamburg,1.5.5

            """
        let stock = try #require(try readings(text, .test(decimal: decimal))["stock/1"])
        #expect(stock.codes == ["CUP-1", "MUG-1"])
        #expect(stock.values(Stock.fulfillable) == [1_244, 45])
        #expect(stock.codesOfRejects == [.numberFormat])
        #expect(stock.rejected.first?.reason == "found \"1.5.5\" among the fulfillable, expected a whole number")
    }

    /// Words under the table end without a line end in some exports; a row does so where the file was cut off.
    @Test(arguments: [
        ("b,B,B,Red,5,2\nc,C", Int?(4), RejectedRow.Code.tooFewCells), ("b,B,B,Red,5,2\nc,C,C", 4, .tooFewCells),
        ("b,B,B,Red,5,2\nc", 4, .tooFewCells), ("b,B,B,Red,5,2\n2 products\nby Acme", nil, .footer),
        ("b,B,B,Red,5,2\nc,C\n", nil, .footer),
    ])
    func aSheetThatEndsWithinARowIsBrokenOffThere(rows: String, line: Int?, code: RejectedRow.Code) throws {
        let headings = "Handle,Title,Variant SKU,Option1 Value,Variant Price,Cost per item"
        let all = try readings("\(headings)\na,A,A,Red,5,2\n\(rows)")
        for table in all.values {
            #expect(table.codes == ["A", "B"])
            #expect(table.summary.brokenOffAt == line, "whichever of its tables is read")
            #expect(table.summary.endsWithLineEnd == (line == nil))
        }
        #expect(all.count == 2 && all["catalog/1"]?.codesOfRejects.last == code)
    }

    @Test func aSheetSaysWhetherItsLastLineIsEnded() throws {
        let text = "Handle,Title,Variant SKU,Option1 Value,Variant Price\na,A,A,Red,5"
        let open = try #require(try readings(text)["catalog/1"]?.summary)
        #expect(!open.endsWithLineEnd && open.brokenOffAt == nil)
        #expect(try readings(text + "\n")["catalog/1"]?.summary.endsWithLineEnd == true)
    }

    @Test func whatIsSaidOnceOfAnOrderHoldsForAllItsLinesAndWhoBoughtIsNotRead() throws {
        let text = """
            Name,Email,Financial Status,Paid at,Currency,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,\
            Lineitem sku,Billing Name,Cancelled at
            #1001,ann@example.com,paid,,EUR,30.00,2026-09-03 10:15:00 -0400,2,A,10.00,A,Ann,
            #1001,ann@example.com,,,,,,1,B,10.00,B,,
            #1002,bob@example.com,voided,,EUR,10.00,2026-09-04 00:00:00 -0400,1,A,10.00,A,Bob,2026-09-04 01:00:00 -0400

            """
        let orders = try #require(try readings(text)["orders/1"])
        #expect(orders.codes == ["A", "B", "A"])
        #expect(orders.values(Orders.order) == ["#1001", "#1001", "#1002"])
        #expect(orders.values(Orders.quantity) == [2, 1, 0])
        #expect(
            orders.values(Orders.purchased).map { $0?.description } == [
                "2026-09-03T14:15:00Z", "2026-09-03T14:15:00Z", "2026-09-04T04:00:00Z",
            ])
        #expect(orders.values(Orders.unitPrice).map { $0?.currency.code } == ["EUR", "EUR", "EUR"])
        #expect(orders.values(Orders.status) == ["paid", "paid", "cancelled"])
        #expect(orders.summary.covers != nil)
        #expect(orders.file.holdsWholes)
        #expect(!orders.columns.values.contains { "\($0)".contains("ann@") || "\($0)".contains("Bob") })
    }

    @Test func anOrderThatEndsABlockOfTheFileIsNotCutInTwo() throws {
        let lines = (0..<4_000).map {
            "#\($0 / 2),paid,EUR,\($0 % 2 == 0 ? "2026-09-03 10:15:00 -0400" : ""),1,10.00,S\($0)"
        }
        let text =
            "Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem price,Lineitem sku\n"
            + lines.joined(separator: "\n") + "\n"
        let options = RowReader.Options(blockBytes: 1_000, headBytes: 2_000)
        let orders = try read(Array(text.utf8), named: "orders.csv", .test(), options: options)
        #expect(orders.codes.count == 4_000)
        #expect(orders.rejected.isEmpty)
        #expect(orders.values(Orders.purchased).allSatisfy { $0 != nil })
    }

    @Test func variationsAreListingsAndTheListingThatHasThemIsNot() throws {
        let text =
            "\u{FEFF}Active listings\n\n" + """
                Item number,Title,Variation details,Custom label (SKU),Available quantity,Format,Currency,Start price,Current price,\
                Sold quantity,Start date
                11,Shirt,,SHIRT,5,FIXED_PRICE,USD,,,3,Jun-29-26 16:00:01 PDT
                11,Shirt,[Size=S],SHIRT-S,2,FIXED_PRICE,USD,$9.00,$9.50,1,Jun-29-26 16:00:01 PDT
                11,Shirt,[Size=M],SHIRT-M,3,FIXED_PRICE,USD,$9.00,,2,Jun-29-26 16:00:01 PDT
                12,Cup,,CUP,1,FIXED_PRICE,USD,$5.00,$5.00,0,Jun-30-26 16:00:01 PDT

                """
        let all = try readings(text)
        let catalog = try #require(all["catalog/1"])
        #expect(catalog.codes == ["SHIRT-S", "SHIRT-M", "CUP"])
        #expect(catalog.products == [nil, nil, "12"], "a buyer of one size does not take the other")
        #expect(catalog.values(Catalog.price) == [dollars(950), dollars(900), dollars(500)])
        #expect(catalog.values(Catalog.opened).first??.description == "2026-06-29T23:00:01Z")
        #expect(catalog.codesOfRejects == [.setAside])
        #expect(all["stock/1"]?.values(Stock.fulfillable) == [2, 3, 1])
        #expect(all["stock/1"]?.rejected.isEmpty == true)
    }

    @Test func itemsOfAnOrderShareItsDayAndWordsUnderTheRowsAreNone() throws {
        let text = """

            Sales Record Number,Order Number,Buyer Name,Item Number,Item Title,Custom Label,Quantity,Sold For,Total Price,\
            Sale Date,Paid On Date,Transaction ID
            5,11-22,Ann,,,,2,$9.00,$9.00,Jul-21-25,Jul-21-25,
            5,11-22,Ann,12,Cup,CUP,2,$4.50,,,,1
            6,11-23,Bob,12,Cup,CUP,1,$4.50,$4.50,Jul-22-25,Jul-22-25,2

            83 record(s) downloaded
            Seller ID : acme

            """
        let orders = try #require(try readings(text, .test(marketplace: "US"))["orders/1"])
        #expect(orders.codes == ["CUP", "CUP"])
        #expect(orders.products == [nil, nil])
        #expect(orders.values(Orders.quantity) == [2, 1])
        #expect(
            orders.values(Orders.purchased).map { $0?.description } == ["2025-07-21T07:00:00Z", "2025-07-22T07:00:00Z"])
        #expect(orders.codesOfRejects == [.setAside, .footer, .footer])
    }
}
