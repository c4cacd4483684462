import FlywheelKit
@testable import Imports
import Testing

/// A feed as a workflow would declare it, of goods that customers sent back.
private enum Returns {
    static let key = FeedKey("returns/1")
    static let returned = Column<Instant>("returned", in: key, aliases: ["return-date"], required: true)
    static let order = Column<String>("order", in: key, aliases: ["order-id"], required: true)
    static let quantity = Column<Int>("quantity", in: key, unit: .units, required: true)
    static let reason = Column<String>("reason", in: key)
    static let disposition = Column<String>("disposition", in: key, aliases: ["detailed-disposition"])
    static let feed = Feed(
        key, title: "customer returns", of: .listing,
        shape: .log(group: ["order"], newest: nil, at: "returned"), freshForDays: 7,
        columns: returned, order, quantity, reason, disposition)
}

/// One column of each type.
private enum Samples {
    static let key = FeedKey("samples/1")
    static let share = Column<Double>("share", in: key, unit: .share)
    static let ratio = Column<Double>("ratio", in: key, unit: .ratio)
    static let flag = Column<Bool>("flag", in: key)
    static let day = Column<Day>("day", in: key)
    static let moment = Column<Instant>("moment", in: key)
    static let pieces = Column<Int>("pieces", in: key, unit: .units)
    static let price = Column<Money>("price", in: key, unit: .money)
    static let feed = Feed(
        key, title: "samples", of: .product, shape: .snapshot, freshForDays: 1, subjectAliases: ["thing"],
        columns: share, ratio, flag, day, moment, pieces, price)
}

/// Plain tables: anybody's CSV, and feeds that modules declare.
@Suite struct FileTableTests {
    @Test func aModulesFeedIsImportedWithoutFurtherCode() throws {
        let text = table(
            [
                "return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity", "fulfillment-center-id",
                "detailed-disposition", "reason", "status",
            ],
            [
                "2026-01-05T10:00:00-08:00", "305-1", "KN-12", "B000000001", "X1", "Knife", "1", "PHX7", "SELLABLE",
                "UNWANTED_ITEM", "Unit returned",
            ],
            [
                "2026-01-07T10:00:00-08:00", "305-2", "KN-12", "B000000001", "X1", "Knife", "2", "PHX7", "DEFECTIVE",
                "DEFECTIVE", "Unit returned",
            ])
        let reading = try read(text, .test(marketplace: "US"), feeds: kitFeeds + [Returns.feed])
        #expect(reading.file.format == "customer returns table")
        #expect(reading.values(Returns.quantity) == [1, 2])
        #expect(reading.values(Returns.disposition) == ["SELLABLE", "DEFECTIVE"])
        let from = try #require(Instant("2026-01-05T18:00:00Z"))
        #expect(reading.summary.covers == from...from.advanced(byDays: 2))
        // Without the module the file is nothing, and not a list of listings.
        #expect(throws: ImportError.self) { try recognize(text, .test(marketplace: "US")) }
    }

    @Test func everyTypeOfColumnIsRead() throws {
        let reading = try read(
            table(
                ["thing", "share", "ratio", "flag", "day", "moment", "pieces", "price"],
                ["B1", "99.80%", "1.25", "yes", "2026-01-05", "2026-07-05 12:00", "1,234", "$45.99"],
                ["B2", "0.5", "2", "0", "2026-01-05T23:00:00-08:00", "2026-07-05", "12", "USD 5"],
                ["B3", "", "", "", "", "", "", ""]),
            .test(marketplace: "US"), feeds: [Samples.feed])
        #expect(reading.codes == ["B1", "B2", "B3"])
        #expect(reading.products == ["B1", "B2", "B3"])
        #expect(reading.values(Samples.share) == [0.998, 0.5, nil])
        #expect(reading.values(Samples.ratio) == [1.25, 2, nil])
        #expect(reading.values(Samples.flag) == [true, false, nil])
        #expect(reading.values(Samples.day) == [Day("2026-01-05"), Day("2026-01-05"), nil])
        #expect(
            reading.values(Samples.moment) == [Instant("2026-07-05T19:00:00Z"), Instant("2026-07-05T07:00:00Z"), nil])
        #expect(reading.values(Samples.pieces) == [1_234, 12, nil])
        #expect(reading.values(Samples.price) == [usd(45_99), usd(5_00), nil])
    }

    @Test(arguments: [
        ("share", "half", RejectedRow.Code.numberFormat), ("ratio", "5%", .numberFormat),
        ("flag", "maybe", .flagFormat),
        ("day", "01/2026", .dateFormat), ("moment", "yesterday", .dateFormat), ("pieces", "1.5", .numberFormat),
        ("pieces", "8.86E+11", .destroyedNumber), ("price", "€5", .currencyConflict), ("price", "-", .amountFormat),
        ("pieces", "9223372036854775807", .numberFormat), ("pieces", "999999999999999999", .numberFormat),
        ("price", "10000000000000.01", .amountFormat), ("price", "-92233720368547758.08", .amountFormat),
    ])
    func aCellThatIsNoValueRejectsItsRowThoughOptional(heading: String, cell: String, code: RejectedRow.Code) throws {
        let rows = table(["thing", heading, "flag "], ["B1", cell, ""], ["B2", "", ""])
        let reading = try read(rows, .test(marketplace: "US", kind: "samples"), feeds: [Samples.feed])
        #expect(reading.codes == ["B2"])
        #expect(reading.rejected.map(\.code) == [code])
        #expect(reading.rejected.map(\.heading) == [heading])
        #expect(reading.rejected.map(\.excerpt) == [cell])
        #expect(reading.rejected.allSatisfy { $0.line == 2 && 4...11 ~= $0.column })
    }

    /// Exports that write `98.00` and mean 98 % leave the sign to the reader.
    @Test func sharesAboveAWholeAreHundredths() throws {
        func shares(_ cells: String..., marketplace: String = "US") throws -> Reading {
            let rows = cells.enumerated().map { "B\($0.offset)\t\($0.element)\tx\r\n" }.joined()
            let text = "thing\tshare\tnote\r\n" + rows
            return try read(text, .test(marketplace: marketplace, kind: "samples"), feeds: [Samples.feed])
        }
        #expect(try shares("98.00", "0.5", "1", "0", "").values(Samples.share) == [0.98, 0.005, 0.01, 0, nil])
        #expect(try shares("98,5", "7", marketplace: "DE").values(Samples.share) == [0.985, 0.07])
        #expect(try shares("0.98", "1", "98%", "0").values(Samples.share) == [0.98, 1, 0.98, 0])
        let odd = try shares("250%", "-20%", "-0.1", "100%")
        #expect(odd.values(Samples.share) == [1])
        #expect(odd.codesOfRejects == [.numberFormat, .numberFormat, .numberFormat])
        #expect(odd.rejected.first?.reason == "found \"250%\", expected a share of 0 % to 100 %")
        #expect(try shares("98", "250").codesOfRejects == [.numberFormat])
    }

    /// What is due on a day is due when the day ends, and what began on one began with it.
    @Test func aDayThatIsAnEndIsItsLastSecond() throws {
        let text = table(
            ["order", "purchased", "promised", "delivered"], ["1-1", "2026-11-20", "2026-11-23", "2026-11-23"],
            ["1-2", "2026-11-20", "2026-11-23 10:00", ""])
        let orders = try read(text, .test(marketplace: "US"), feeds: [Shipments.feed])
        #expect(orders.values(Shipments.purchased).first == Instant("2026-11-20T08:00:00Z"))
        #expect(
            orders.values(Shipments.promised) == [Instant("2026-11-24T07:59:59Z"), Instant("2026-11-23T18:00:00Z")])
        #expect(orders.values(Shipments.delivered).first == Instant("2026-11-23T08:00:00Z"))
        let ends = [Tickets.answerDue, Tickets.updateDue, Tickets.solveDue, Tickets.disputeDue]
        for end in ends + [Shipments.promised, SuppressedListings.exemptUntil] { #expect(end.declaration.endsDay) }
    }

    @Test func aPriceBelowZeroIsNone() throws {
        let rows = table(
            ["sku", "title", "price", "quantity"], ["A", "Knife", "-16.49", "1"], ["B", "Lamp", "0", "-5"])
        let reading = try read(rows, .test(marketplace: "US"))
        #expect(reading.codes == ["B"])
        #expect(reading.values(Catalog.quantity) == [-5], "what is promised and not there")
        #expect(reading.rejected.map(\.reason) == ["found \"-16.49\", expected a price of zero or more"])
        let sales = table(["sku", "day", "units", "revenue"], ["A", "2026-11-20", "0", "-5.00"])
        #expect(try read(sales, .test(marketplace: "US")).values(DailySales.revenue) == [usd(-5_00)])
    }

    /// A byte that is no character costs a character, and not the names of all listings.
    @Test(arguments: [[UInt8](arrayLiteral: 0x81), [0xC3]]) func aBadByteRenamesNoListing(bad: [UInt8]) throws {
        let rows = (0..<30).map { "TASSE-Ü\($0),Kissenhülle,12.50\n" }.joined()
        let bytes = Array("sku,title,price\n\(rows)TASSE-ß,Kissenh".utf8) + bad + Array("lle ü,12.50\n".utf8)
        let reading = try read(bytes, named: "listings.csv", .test(marketplace: "US"))
        #expect(reading.codes.first == "TASSE-Ü0" && reading.codes.last == "TASSE-ß")
        #expect(reading.values(Catalog.title).last == "Kissenh\u{FFFD}lle ü")
        #expect(reading.summary.warnings.map(\.code) == [.encoding])
    }

    @Test func aFileCutWithinACharacterIsReadAsTheRestOfIt() throws {
        let bytes = Array("sku,title\nTASSE-Ü,Hülle\nTASSE-2,H".utf8) + [0xC3]
        let reading = try read(bytes, named: "listings.csv", .test(marketplace: "US"))
        #expect(reading.codes == ["TASSE-Ü", "TASSE-2"])
        #expect(reading.values(Catalog.title) == ["Hülle", "H\u{FFFD}"])
    }

    @Test func dailySalesCoverWholeDaysWhereTheMarketplaceIs() throws {
        let text =
            "SKU,Date,Units Ordered,Ordered Product Sales\nKN-12,1/31/26,\"1,234\",\"$12,905.25\"\nKN-12,1/5/26,2,$62.00\n"
        let reading = try read(text, named: "sales.csv", .test(marketplace: "US"))
        #expect(reading.values(DailySales.day) == [Day("2026-01-31"), Day("2026-01-05")])
        #expect(reading.values(DailySales.units) == [1_234, 2])
        #expect(reading.values(DailySales.revenue) == [usd(12_905_25), usd(62_00)])
        let from = try #require(Instant("2026-01-05T08:00:00Z"))
        #expect(reading.summary.covers == from...(try #require(Instant("2026-02-01T07:59:59Z"))))
    }

    @Test(arguments: ["Summe", "TOTAL", "Grand Total"]) func aRowOfSumsIsNoListing(word: String) throws {
        let reading = try read(table(["sku", "available"], ["A-1", "3"], ["Total-2", "900"], [word, "903"]))
        #expect(reading.codes == ["A-1", "Total-2"])
        #expect(reading.codesOfRejects == [.footer] && reading.rejected[0].line == 4)
    }

    @Test func aTableMayBeOfAMarketplaceNobodyKnows() throws {
        let rows = table(
            ["sku", "available", "marketplace"], ["A", "1", "bazaar"], ["B", "2", "bazaar"], ["C", "3", "US"])
        let all = try readAll(rows)
        #expect(all.map(\.file.marketplace) == [Sourced("bazaar", .rows), Sourced("ATVPDKIKX0DER", .rows)])
        #expect(all.map(\.codes) == [["A", "B"], ["C"]])
    }

    /// Whichever of them has most rows, or comes first: nothing says that the row is its.
    @Test func aRowWithoutAMarketplaceIsOfNoneWhereOthersNameSeveral() throws {
        for places in [["US", "DE"], ["DE", "US"]] {
            let rows = places.map { ["A", "Cup", "5", $0] } + [["B", "X", "7", ""], ["C", "Y", "8", " "]]
            let text = ([["sku", "title", "price", "marketplace"]] + rows).map { table($0) }.joined()
            let all = try readAll(text)
            #expect(all.map(\.codes) == [["A"], ["A"]])
            #expect(all.flatMap(\.codesOfRejects) == [.missingValue, .missingValue])
            #expect(all[0].rejected.map(\.line) == [4, 5])
            #expect(all[0].rejected.first?.reason == "found no marketplace in a file of several, expected the row's")
        }
    }

    /// Each marketplace writes as its own rows do, however many others there are.
    @Test func theRowsOfAMarketplaceTellHowItWrites() throws {
        let american = (13...28).map { ["A", "11/\($0)/2026", "1", "10.99", "US"] }
        let german = [("01/11/2026", "7,500"), ("02/11/2026", "12,99"), ("14/11/2026", "1.299,00")].map {
            ["B", $0, "1", $1, "DE"]
        }
        let headings = ["sku", "day", "units", "revenue", "marketplace"]
        let all = try readAll(([headings] + american + german).map { table($0) }.joined())
        #expect(all.map(\.summary.kept) == [16, 3])
        #expect(all[1].values(DailySales.day) == ["2026-11-01", "2026-11-02", "2026-11-14"].map { Day($0) })
        #expect(all[1].values(DailySales.revenue) == [eur(7_50), eur(12_99), eur(1_299_00)])
    }

    @Test func exchangeRatesBelongToNoListing() throws {
        let reading = try read(table(["day", "base", "quote", "rate"], ["2026-01-05", "EUR", "USD", "1.0825"]))
        #expect(reading.codes == [""])
        #expect(reading.values(Rates.rate) == [1.0825])
        #expect(reading.file.warnings.isEmpty)
    }

    /// Three decimals may be thousands, but a rate is not counted in them; that nothing else tells is said.
    @Test(arguments: [nil, "DE", "US"]) func aRatesOnlyMarkIsBeforeDecimals(marketplace: String?) throws {
        for mark in [".", ","] {
            let rows = ["162\(mark)345", "11\(mark)042"].map { ["2026-01-05", "EUR", "JPY", $0] }
            let reading = try read(
                table(["day", "base", "quote", "rate"], rows[0], rows[1]), .test(marketplace: marketplace))
            #expect(reading.values(Rates.rate) == [162.345, 11.042])
            #expect(
                reading.file.warnings.map(\.message) == [
                    "no row tells decimals from thousands in \"rate\": taken as a decimal "
                        + (mark == "." ? "point" : "comma")
                ])
        }
    }

    @Test(arguments: [("162.345", "0.853", DecimalStyle?.none, 162.345), ("162.345", "7", .comma, 162_345)])
    func aRateThatARowOrAPersonTellsIsNotDoubted(
        rate: String, other: String, stated: DecimalStyle?, expected: Double
    ) throws {
        let rows = [rate, other].map { ["2026-01-05", "EUR", "JPY", $0] }
        let reading = try read(
            table(["day", "base", "quote", "rate"], rows[0], rows[1]), .test(marketplace: "DE", decimal: stated))
        #expect(reading.values(Rates.rate).first == expected)
        #expect(reading.file.warnings.isEmpty)
    }

    @Test(arguments: [
        (
            ["2026-01-05", "EUR", "USD", "0"], RejectedRow.Code.invalidRate, "rate",
            "found a rate of 0.0, expected one above zero"
        ),
        (
            ["2026-01-05", "EUR", "USD", "-1.08"], .invalidRate, "rate",
            "found a rate of -1.08, expected one above zero"
        ),
        (
            ["2026-01-05", "USD", "usd", "1"], .invalidRate, "quote",
            "found a rate of USD to itself, expected two currencies"
        ),
        (
            ["2026-01-05", "Euro", "USD", "1.08"], .unknownCurrency, "base",
            "found \"Euro\", expected a currency's code such as USD"
        ),
        (
            ["2026-01-05", "EUR", "$", "1.08"], .unknownCurrency, "quote",
            "found \"$\", expected a currency's code such as USD"
        ),
        (["2026-01-05", "", "USD", "1.08"], .missingValue, "base", "found nothing, expected base"),
    ])
    func aRateThatConvertsNothingIsRejected(
        row: [String], code: RejectedRow.Code, heading: String, reason: String
    ) throws {
        let reading = try read(table(["day", "base", "quote", "rate"], row, ["2026-01-06", "EUR", "USD", "1.09"]))
        #expect(reading.values(Rates.rate) == [1.09])
        #expect(reading.rejected.map(\.code) == [code])
        #expect(reading.rejected.map(\.heading) == [heading])
        #expect(reading.rejected.map(\.reason) == [reason])
        #expect(reading.rejected.map(\.line) == [2])
    }

    @Test func oneMarkAmongPiecesLeavesPricesAsTheyAre() throws {
        let rows = table(
            ["sku", "title", "quantity", "price"], ["A", "Knife", "1.234", "5"], ["B", "Lamp", "12", "1250"])
        let reading = try read(rows, .test(marketplace: "US"))
        #expect(reading.codes == ["B"])
        #expect(reading.values(Catalog.price) == [usd(1_250_00)])
        #expect(reading.codesOfRejects == [.numberFormat])
        let german = try read(
            table(
                ["sku", "title", "quantity", "price"], ["A", "Knife", "1.234.567", "5"], ["B", "Lamp", "1.234", "12"]),
            .test(marketplace: "US"))
        #expect(german.values(Catalog.quantity) == [1_234_567, 1_234])
    }

    @Test func decimalCommasAreToldByLooking() throws {
        let text = "sku;title;price\nKN-12;Messer;12,50\nKN-13;Lampe;1.234,00 €\n"
        let reading = try read(text, named: "de.csv", .test(marketplace: "DE"))
        #expect(reading.values(Catalog.price) == [eur(12_50), eur(1_234_00)])
        let stated = try read("sku;title;price\nKN-12;Messer;1.234\n", .test(marketplace: "US", decimal: .comma))
        #expect(stated.values(Catalog.price) == [usd(1_234_00)])
    }

    private static let doubtfulCost = "no row tells decimals from thousands in \"unit cost\": taken as a decimal "

    /// Three decimals of a unit's cost are read as the place writes numbers, and that nothing else tells is said.
    @Test(arguments: [
        ("US", "1.375", 1_38, "point"), ("US", "1,375", 1_375_00, "point"), ("DE", "1,375", 1_38, "comma"),
        ("DE", "1.375", 1_375_00, "comma"), (nil, "1.375", 1_38, "point"),
    ])
    func threeDigitsBehindAMarkAreReadAsThePlaceWrites(
        marketplace: String?, cost: String, cents: Int64, style: String
    ) throws {
        let reading = try read(
            table(["sku", "unit cost", "currency"], ["A", cost, "GBP"]), .test(marketplace: marketplace))
        #expect(reading.values(Costs.unitCost) == [Money(minorUnits: cents, Currency("GBP")!)])
        #expect(reading.file.warnings.filter { $0.code == .decimalMark }.map(\.message) == [Self.doubtfulCost + style])
        #expect(reading.summary.warnings.map(\.code) == (cents == 1_38 ? [.rounded] : []))
    }

    @Test func aUnitsCostMayBeFinerThanCoinsAndAPriceMayNot() throws {
        let costs = table(["sku", "unit cost"], ["A", "1.375"], ["B", "2.10"], ["C", "1.3845"])
        let reading = try read(costs, .test(marketplace: "US"))
        #expect(reading.values(Costs.unitCost) == [usd(1_38), usd(2_10), usd(1_38)])
        #expect(reading.file.warnings.isEmpty)
        #expect(reading.summary.warnings.map(\.code) == [.rounded])
        #expect(reading.summary.warnings.map(\.cells) == [2])
        let prices = table(["sku", "title", "price"], ["A", "Knife", "1.234"], ["B", "Lamp", "5"])
        let slipped = try read(prices, .test(marketplace: "US"))
        #expect(slipped.codes == ["B"])
        #expect(slipped.rejected.map(\.reason) == ["found \"1.234\", expected at most 2 decimals in USD"])
        #expect(slipped.file.warnings.map(\.code) == [.decimalMark])
        let german = try read(prices, .test(marketplace: "DE"))
        #expect(german.values(Catalog.price) == [eur(1_234_00), eur(5_00)])
        #expect(german.file.warnings.isEmpty)
    }

    @Test func aCurrencyOfThreeDecimalsHasThem() throws {
        let prices = table(["sku", "title", "price", "currency"], ["A", "Knife", "12.345", "KWD"])
        for marketplace in [nil, "US"] {
            let reading = try read(prices, .test(marketplace: marketplace))
            #expect(reading.values(Catalog.price).map { $0?.description } == ["KWD 12.345"])
            #expect(reading.file.warnings.map(\.code).contains(.decimalMark))
        }
    }

    @Test func datesWhoseOrderNothingTellsAreTakenAsInTheRegionAndSaidSo() throws {
        let text = table(["sku", "date", "units"], ["KN-12", "05/01/2026", "1"])
        let german = try read(text, .test(marketplace: "DE"))
        #expect(german.values(DailySales.day) == [Day("2026-01-05")])
        #expect(german.file.warnings.map(\.code) == [.dateOrder])
        #expect(try read(text, .test(marketplace: "US")).values(DailySales.day) == [Day("2026-05-01")])
        let decided = try read(text + table(["KN-12", "31/01/2026", "1"]), .test(marketplace: "US"))
        #expect(decided.values(DailySales.day) == [Day("2026-01-05"), Day("2026-01-31")])
        #expect(decided.file.warnings.isEmpty)
    }

    @Test func withoutACurrencyAPriceIsUnknownAndCounted() throws {
        let reading = try read(
            table(["sku", "title", "price"], ["A", "Knife", "5"], ["B", "Lamp", "GBP 6"], ["C", "Cup", "£7"]))
        #expect(reading.values(Catalog.price).map { $0?.description } == [nil, "GBP 6.00", nil])
        #expect(reading.summary.warnings.map(\.code) == [.unknownCurrency])
        #expect(reading.summary.warnings.map(\.cells) == [2])
        #expect(reading.summary.warnings.map(\.line) == [2])
    }

    @Test func rejectedRowsWarnOfNothing() throws {
        let reading = try read(table(["sku", "title", "price", "quantity"], ["A", "Knife", "5", "x"]))
        #expect(reading.codesOfRejects == [.numberFormat])
        #expect(reading.summary.warnings.isEmpty)
    }

    @Test func withoutAZoneLocalTimesAreUTCAndCounted() throws {
        let reading = try read(
            table(["sku", "title", "opened"], ["A", "Knife", "2026-01-05 10:00"], ["B", "Lamp", "2026-01-05T10:00Z"]))
        #expect(reading.values(Catalog.opened) == [Instant("2026-01-05T10:00:00Z"), Instant("2026-01-05T10:00:00Z")])
        #expect(reading.summary.warnings.map(\.code) == [.unknownZone])
        #expect(reading.summary.warnings.map(\.cells) == [1])
    }
}
