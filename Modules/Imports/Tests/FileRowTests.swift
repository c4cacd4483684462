import FlywheelKit
@testable import Imports
import Testing

/// Each row of a file is a fact or is listed with its reason, in the order of the file.
@Suite struct FileRowTests {
    private let context = ImportContext.test(marketplace: "US")

    @Test func codesAreKeptAsTheyAre() throws {
        let codes = [" KN 12/a ", "0001", "=\"0007\"", "'0008", "水筒", "1E5", "a=\"b\""]
        let rows = codes.map { [$0, "5"].joined(separator: "\t") + "\n" }.joined()
        let reading = try read("sku\tavailable\n" + rows, context)
        #expect(reading.codes == ["KN 12/a", "0001", "0007", "0008", "水筒", "1E5", "a=\"b\""])
    }

    @Test(arguments: ["8.86E+11", "4.00638E+12", "1e+05"])
    func aCodeASpreadsheetHasRoundedIsRefused(code: String) throws {
        let reading = try read(table(["sku", "available"], [code, "5"]), context)
        #expect(reading.codes.isEmpty)
        #expect(reading.rejected.map(\.code) == [.destroyedNumber])
        #expect(reading.rejected.map(\.excerpt) == [code])
    }

    @Test func rejectsNameLineByteAndHeading() throws {
        let text = "sku,title,available\n\"KN-12\",\"two\nlines\",5\nKN-13,\"a \"\"cup\"\"\",x5\n ,Lamp,7\n"
        let reading = try read(text, named: "stock.csv", context)
        #expect(reading.codes == ["KN-12"])
        #expect(reading.rejected.map(\.line) == [4, 5])
        #expect(reading.rejected.map(\.column) == [19, 1])
        #expect(reading.rejected.map(\.heading) == ["available", "sku"])
        #expect(reading.codesOfRejects == [.numberFormat, .missingValue])
        #expect(reading.rejected[0].reason == "found \"x5\", expected a number")
    }

    @Test func rowsOfOtherLengthsAreRejectedUnlessNothingIsLost() throws {
        let text = table(
            ["sku", "available", "reserved", "inbound-shipped"], ["A", "1", "2", "3"], ["B", "1"],
            ["C", "1", "2", "3", "", ""],
            ["D", "1", "2", "3", "4"], ["E", "1", "2"])
        let reading = try read(text + "F\r\nG\t1\r\n", context)
        #expect(reading.codes == ["A", "B", "C", "E", "G"])
        #expect(reading.values(Stock.reserved) == [2, nil, 2, 2, nil])
        #expect(reading.codesOfRejects == [.tooManyCells, .tooFewCells])
        #expect(reading.rejected.map(\.line) == [5, 7])
        #expect(reading.rejected.map(\.excerpt) == ["", "F"])
    }

    @Test func aRowThatEndsBeforeARequiredCellIsRejected() throws {
        let reading = try read(
            table(["sku", "title", "reserved", "available"], ["A", "Knife", "2"], ["B", "Lamp", "2", "1"]), context)
        #expect(reading.codes == ["B"])
        #expect(reading.codesOfRejects == [.tooFewCells])
        #expect(reading.rejected.map(\.column) == [0])
        #expect(reading.rejected[0].reason == "found 3 cells, expected 4")
    }

    @Test(arguments: [1, 16, 32, 64, 1 << 20])
    func wordsUnderTheTableAreAFooterAndNoRow(blockBytes: Int) throws {
        let text = "sku,title,price\nA,Knife,5\nstray\nB,Lamp,6\n\n2 record(s) downloaded\nSeller ID : acme\n"
        let reading = try read(
            Array(text.utf8), context, options: RowReader.Options(blockBytes: blockBytes, blocksAtOnce: 2))
        #expect(reading.codes == ["A", "B"])
        #expect(reading.codesOfRejects == [.tooFewCells, .footer, .footer])
        #expect(reading.rejected.map(\.line) == [3, 6, 7])
        #expect(reading.rejected.map(\.excerpt) == ["stray", "2 record(s) downloaded", "Seller ID : acme"])
    }

    @Test func aQuotationThatIsNeverClosedIsAnErrorAndNotARow() throws {
        let error = #expect(throws: ImportError.self) {
            try read("sku,title,price\nA,\"Knife,5\nB,Lamp,6\n", named: "my.csv", context)
        }
        #expect(error?.description.contains("line 2, byte 3") == true)
    }

    @Test func gzippedFilesAreReadAsTheyAre() throws {
        let text = table(["sku", "available"], ["A", "1"])
        let reading = try read(try gzip(Array(text.utf8)), named: "stock-us.txt.gz")
        #expect(reading.codes == ["A"])
        #expect(reading.file.path.hasSuffix("stock-us.txt.gz"))
        #expect(reading.file.marketplace == Sourced("ATVPDKIKX0DER", .fileName))
    }

    @Test func whatTheCallerThrowsStopsTheReading() throws {
        struct Stop: Error {}
        try withFile(Array(table(["sku", "available"], ["A", "1"]).utf8), named: "stock.txt") { path in
            let file = try FileImporter(feeds: kitFeeds, context: context).open(path)
            #expect(throws: Stop.self) { try file.read { _, _ in throw Stop() } }
        }
    }
}
