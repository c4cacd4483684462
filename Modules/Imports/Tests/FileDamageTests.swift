import FlywheelKit
@testable import Imports
import Testing

/// What people and programs do to exports before these are read: they join them, open them in a spreadsheet, break lines.
@Suite struct FileDamageTests {
    private let context = ImportContext.test(marketplace: "US")

    private static let inventory = [
        "sku", "fnsku", "asin", "product-name", "afn-warehouse-quantity", "afn-fulfillable-quantity",
        "afn-total-quantity",
    ]

    private func inventory(_ sku: String, asin: String = "B000000001", _ units: String) -> [String] {
        [sku, "X1", asin, "Cup", units, units, units]
    }

    // MARK: Files joined to one

    @Test(arguments: ["\r\n", "\u{FEFF}", "\r\n\u{FEFF}"]) func headingsThatStandAgainAreNoRow(between: String) throws {
        let one = table(Self.inventory, inventory("A", "5"))
        let reading = try read(String(one.dropLast(1)) + between + table(Self.inventory, inventory("B", "7")), context)
        #expect(reading.codes == (between == "\u{FEFF}" ? ["B"] : ["A", "B"]))
        #expect(reading.codesOfRejects == [.repeatedHeadings])
        #expect(reading.rejected.first?.reason == "found the headings again, expected a row: files were joined")
    }

    /// What is a heading in another spelling is the same one where it stands again.
    @Test(arguments: ["SKU,Title,Price,Quantity", "sku,title,price,QUANTITY", "Sku,Title, price ,quantity"])
    func headingsThatStandAgainInAnotherSpellingAreNoRow(headings: String) throws {
        let reading = try read("sku,title,price,quantity\nA,Tea,5.00,3\n\(headings)\nB,Mug,6.00,4\n", context)
        #expect(reading.codes == ["A", "B"] && reading.codesOfRejects == [.repeatedHeadings])
        let dashes = try read(
            "\(Self.inventory.joined(separator: ","))\n\(inventory("A", "5").joined(separator: ","))\n"
                + Self.inventory.map { $0.replacing("-", with: "_").uppercased() }.joined(separator: ",") + "\n",
            context)
        #expect(dashes.codes == ["A"] && dashes.codesOfRejects == [.repeatedHeadings])
    }

    @Test func headingsThatStandAgainAreInTheWayOfEveryMarketplace() throws {
        let headings = ["sku", "available", "marketplace"]
        let all = try readAll(table(headings, ["A", "1", "US"], ["B", "2", "US"], headings, ["A", "3", "DE"]))
        #expect(all.map { Marketplace.named($0.file.marketplace.value)?.name } == ["US", "DE"])
        #expect(all.map(\.codes) == [["A", "B"], ["A"]])
        #expect(all.map(\.codesOfRejects) == [[.repeatedHeadings], [.repeatedHeadings]])
        #expect(all.map { $0.rejected.map(\.line) } == [[4], [4]])
    }

    @Test func headingsThatStandAgainInASheetAreInTheWayOfAllItsTables() throws {
        let headings = "SKU,Item ID,Product Name,Lifecycle Status,Publish Status,Price,Minimum Seller Allowed Price\n"
        let all = try readAll(
            headings + "A,1,Cup,ACTIVE,PUBLISHED,5.00,4.00\n" + headings + "B,2,Mug,ACTIVE,PUBLISHED,6.00,\n")
        #expect(all.map(\.codesOfRejects) == [[RejectedRow.Code]](repeating: [.repeatedHeadings], count: 4))
        #expect(all.allSatisfy { $0.rejected.map(\.line) == [3] })
        #expect(all.first?.codes == ["A", "B"])
    }

    // MARK: Rows of sums

    @Test(arguments: [
        "Total", "Gesamtergebnis", "TOTAL GÉNÉRAL", "Somme", "合計", "Total:", "Gesamt :", "合計：", "Summe EUR",
        "Total (USD):", "TOTALES", "Totaux", "totais", "Somma totale:",
    ])
    func aRowOfSumsInAReportIsNoListing(word: String) throws {
        let rows = table(
            Self.inventory, inventory("A-1", "3"), inventory("Total", "4"), inventory(word, asin: "", "7"),
            inventory(word, asin: word, "7"))
        let reading = try read(rows, context)
        #expect(reading.codes == ["A-1", "Total"], "of which the second has a product of its own")
        #expect(reading.codesOfRejects == [.footer, .footer])
        let sums = try read(table(["sku", "available"], ["A-1", "3"], [word, "3"]))
        #expect(sums.codes == ["A-1"] && sums.codesOfRejects == [.footer])
    }

    @Test func codesLikeWordsForSumsAreCodes() throws {
        let codes = [
            "SUM-1", "Totals-L", "sumo", "TOTEM", "subtotaL-9", "somm", "T", "Total RED", "Sum 3XL", "Total: 5", "Tin:",
            ":",
        ]
        let reading = try read(codes.reduce(into: table(["sku", "available"])) { $0 += table([$1, "3"]) })
        #expect(reading.codes == codes && reading.rejected.isEmpty)
    }

    // MARK: Lines broken within a cell

    /// Whatever is read at once: the pieces of a row may not come apart where a block ends.
    @Test(arguments: [1, 16, 64, 256, 1 << 20]) func aRowThatALineBreakToreIsNone(blockBytes: Int) throws {
        let whole = (1...9).map { inventory("A-\($0)", "3").joined(separator: "\t") + "\r\n" }
        let broken = [
            "B-1\tX1\tB000000002\tMug \"big\r\nget\"\t5\t5\t5\r\n",
            "B-2\tX1\tB000000002\tMug\r\n\r\nof\r\ntin\t5\t5\t5\r\n",
        ]
        let text = table(Self.inventory) + whole.joined() + broken.joined() + whole[0] + broken[0] + whole[1]
        let reading = try read(
            Array(text.utf8), context, options: RowReader.Options(blockBytes: blockBytes, blocksAtOnce: 2))
        #expect(reading.codes == (1...9).map { "A-\($0)" } + ["A-1", "A-2"])
        #expect(reading.codesOfRejects == [RejectedRow.Code](repeating: .brokenLine, count: 7))
        #expect(reading.rejected.map(\.line) == [11, 12, 13, 15, 16, 18, 19])
        #expect(reading.rejected.compactMap(\.subject).contains("B-1"), "of which nothing is known")
        #expect(reading.rejected[2].reason == "found a line break in a cell, which makes 3 rows of one")
    }

    /// In a table that anybody may have made a row may be short as well: where all that are make one, a line break tore it.
    @Test(arguments: [1, 16, 64, 256, 1 << 20], ["", "\""]) func aPlainTablesTornRowIsNone(
        blockBytes: Int, mark: String
    ) throws {
        let whole = (1...9).map { "A-\($0),\(mark)Cup\(mark),5.00,3,\n" }
        let broken = "B,Mug big\nget,6.00,4,\n"
        let more = "D,Tin\nof\n\ntea,6.00,2,old\n"
        let text = "sku,title,price,quantity,note\n" + whole.joined() + broken + whole[0] + more + "C,Cup,5.00"
        let reading = try read(
            Array(text.utf8), context, options: RowReader.Options(blockBytes: blockBytes, blocksAtOnce: 2))
        #expect(reading.codes == (1...9).map { "A-\($0)" } + ["A-1", "C"])
        #expect(reading.codesOfRejects == [RejectedRow.Code](repeating: .brokenLine, count: 5))
        #expect(reading.rejected.map(\.line) == [11, 12, 14, 15, 17])
        #expect(reading.summary.brokenOffAt == 18)
    }

    @Test(arguments: [
        "A,Cup,5.00\nB,Mug\n", "A,Cup\nB,Mug,6.00\n", "A,Cup\nB,,6.00\nC,Tin\n", "A,Cup,5.00\nB,Mug,6.00\n",
    ])
    func shortRowsOfAPlainTableAreRows(rows: String) throws {
        let reading = try read("sku,title,price,quantity\n\(rows)D,Pan,7.00,1\n", context)
        #expect(reading.codes == ["A", "B", "C", "D"].filter { rows.contains($0 + ",") || $0 == "D" })
        #expect(reading.rejected.isEmpty)
    }

    /// What stands in a piece says nothing of the rows that follow it.
    @Test func aTornRowOfASheetIsNoneInAllItsTables() throws {
        let headings = "SKU,Item ID,Product Name,Lifecycle Status,Publish Status,Price,Minimum Seller Allowed Price\n"
        let all = try readAll(
            headings + "A,1,Cup,ACTIVE,PUBLISHED,5.00,4.00\nB,2,Mug big\nget,ACTIVE,PUBLISHED,6.00,5.00\n"
                + "C,3,Pan,ACTIVE,PUBLISHED,7.00,6.00,8.00\n")
        #expect(all.count == 4 && all[0].codes == ["A"])
        #expect(all.map(\.codesOfRejects) == Array(repeating: [.brokenLine, .brokenLine, .tooManyCells], count: 4))
        #expect(all[0].rejected.map(\.line) == [3, 4, 5])
        #expect(all[0].rejected[0].reason == "found a line break in a cell, which makes 2 rows of one")
        let orders = "Name,Financial Status,Created at,Cancelled at,Lineitem quantity,Lineitem sku\n"
        let lines = "#1,pa\nid,2026-11-20 10:00:00 +0000,2026-11-20 11:00:00 +0000,1,A\n#1,,,,2,B\n"
        let reading = try readAll(orders + lines)[0]
        #expect(reading.codes.isEmpty, "whether the order was cancelled is not known")
        #expect(reading.codesOfRejects == [.brokenLine, .brokenLine, .missingValue])
    }

    @Test func shortRowsThatAreNoPiecesOfOneAreRows() throws {
        let reading = try read(
            table(
                Self.inventory, Array(inventory("A", "3").dropLast()), Array(inventory("B", "4").dropLast()),
                inventory("C", "5")), context)
        #expect(reading.codes == ["A", "B", "C"] && reading.rejected.isEmpty)
        let footers = try read(table(Self.inventory, inventory("A", "3")) + "2 rows\nby Acme\n", context)
        #expect(footers.codesOfRejects == [.footer, .footer])
    }

    // MARK: Numbers of which a spreadsheet left three digits

    @Test func anOrderWhoseNumberWasRoundedIsNone() throws {
        let orders = table(
            ["order", "purchased", "sku", "quantity"], ["1.08757E+14", "2026-11-20", "A", "1"],
            ["=\"0012\"", "2026-11-20", "A", "1"], ["1E5", "2026-11-20", "A", "1"])
        let reading = try read(orders, context)
        #expect(reading.values(Orders.order) == ["0012", "1E5"])
        #expect(reading.codesOfRejects == [.destroyedNumber] && reading.rejected[0].heading == "order")
        let purchases = table(["po number", "ordered", "sku", "units"], ["4,50001E+09", "2026-11-20", "A", "1"])
        #expect(try read(purchases, context).codesOfRejects == [.destroyedNumber])
        let walmart = "PO#,Order Date,Status,Qty,SKU\n1.08757E+14,2026-11-20,Shipped,1,A\n"
        #expect(try readAll(walmart)[0].codesOfRejects == [.destroyedNumber])
    }

    // MARK: One file, one way to write

    private static let listings = [
        "item-name", "listing-id", "seller-sku", "price", "open-date", "asin1", "minimum-seller-allowed-price",
        "maximum-seller-allowed-price",
    ]

    @Test func whatARowSaysForOtherFeedsIsWrittenAsTheRestOfIt() throws {
        let rows = table(
            Self.listings, ["Sofa", "L1", "A", "1.999,00", "2026-01-05", "B000000001", "1.250", "2.500"],
            ["Chair", "L2", "B", "999", "2026-01-05", "B000000002", "", ""])
        let all = try readAll(rows, .test(marketplace: "DE"))
        #expect(all[0].values(Catalog.price) == [eur(1_999_00), eur(999_00)])
        #expect(all[1].values(Costs.floor).first == eur(1_250_00))
        #expect(all[1].values(Costs.ceiling).first == eur(2_500_00))
    }

    @Test func allTablesOfASheetAreWrittenAlike() throws {
        let rows = "Handle,Title,Option1 Value,Variant SKU,Variant Price,Cost per item\na,A,S,A,1.250,\"1.999,00\"\n"
        for kind in [nil, "listings"] {
            let all = try readAll(rows, .test(currency: "EUR", kind: kind))
            #expect(all.map(\.file.feed.key.text) == (kind == nil ? ["catalog/1", "costs/1"] : ["catalog/1"]))
            #expect(all[0].values(Catalog.price) == [eur(1_250_00)])
            #expect(all[0].file.warnings.isEmpty)
        }
    }

    /// A marketplace of whose rows none tells writes as the others of the file do.
    @Test func rowsThatTellNothingAreWrittenAsTheOthersOfTheFile() throws {
        let headings = ["sku", "order", "purchased", "quantity", "total", "marketplace"]
        let all = try readAll(
            table(
                headings, ["A", "1", "9/13/2026", "1", "1,299.00", "UK"], ["A", "2", "9/4/2026", "1", "1,299", "DE"],
                ["A", "3", "9/5/2026", "1", "7", "DE"]))
        #expect(all.map { $0.file.reading["dates"] } == ["month first", "month first"])
        let german = try #require(all.first { $0.codes.count == 2 })
        #expect(german.values(Orders.purchased).first == Instant("2026-09-03T22:00:00Z"))
        #expect(german.values(Orders.total) == [eur(1_299_00), eur(7_00)])
        #expect(german.file.warnings.isEmpty)
    }

    // MARK: Thousands or decimals

    /// Of `2.500` among prices without decimals nobody knows whether it is two and a half or two and a half thousand.
    @Test(arguments: ["price", "total"]) func anAmountThatMayBeThousandsIsDoubted(heading: String) throws {
        func reading(_ cells: String..., decimal: DecimalStyle? = nil, currency: String = "EUR") throws -> Reading {
            let rows = cells.enumerated().map { ["S\($0)", "L", $1, "2026-01-05", "1", currency] }
            let headings =
                heading == "price"
                ? ["sku", "title", "price", "opened", "quantity", "currency"]
                : ["sku", "order", "total", "purchased", "quantity", "currency"]
            return try read(
                ([headings] + rows).map { table($0) }.joined(), .test(marketplace: "US", decimal: decimal))
        }
        let column = heading == "price" ? Catalog.price : Orders.total
        let open = try reading("2.500", "999", "EUR 1.190", "850", "0.500")
        #expect(open.values(column).count == 5, "0.500 are no thousands")
        let doubted = try reading("2.500", "999", "EUR 1.190", "850", "1.299")
        #expect(doubted.values(column) == [eur(999_00), eur(850_00)])
        #expect(doubted.codesOfRejects == [.amountFormat, .amountFormat, .amountFormat])
        #expect(
            doubted.rejected.first?.reason
                == "found \"2.500\", expected an amount that cannot be thousands as well: state the decimal mark")
        #expect(doubted.file.warnings.map(\.code) == [.decimalMark])
        #expect(try reading("2.500", "12.99").values(column) == [eur(2_50), eur(12_99)], "another cell tells")
        #expect(try reading("2.500", "12,99").values(column) == [eur(2_500_00), eur(12_99)])
        #expect(try reading("2.500", decimal: .comma).values(column) == [eur(2_500_00)])
        #expect(try reading("2.500", decimal: .point).values(column) == [eur(2_50)])
        #expect(try reading("2.500", currency: "JPY").codesOfRejects == [.amountFormat])
        #expect(try reading("2.500", currency: "KWD").values(column).map { $0?.description } == ["KWD 2.500"])
        #expect(try reading("12.5000", "2.50000").rejected.isEmpty, "no thousands have four digits")
    }

    @Test func aReportsOwnMarkIsDoubtedToo() throws {
        let rows = table(
            Self.listings, ["Sofa", "L1", "A", "2.500", "2026-01-05", "B000000001", "", ""],
            ["Chair", "L2", "B", "999", "2026-01-05", "B000000002", "", ""])
        let reading = try read(rows, .test(marketplace: "DE"))
        #expect(reading.codes == ["B"] && reading.codesOfRejects == [.amountFormat])
        #expect(reading.file.warnings.map(\.code) == [.decimalMark, .partial])
    }
}
