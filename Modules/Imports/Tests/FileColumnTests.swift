import FlywheelKit
@testable import Imports
import Testing

/// Which columns are read, what becomes of them from delivery to delivery, and what rows that fail leave behind.
@Suite struct FileColumnTests {
    private let context = ImportContext.test(marketplace: "US")

    private func columns(of text: String, _ wanted: Set<String>?) throws -> (names: [String], kept: Int) {
        return try withFile(Array(text.utf8), named: "export.txt") { path in
            var names: [String] = []
            let file = try FileImporter(feeds: kitFeeds, context: context).open(path)
            let summary = try file.read(columns: wanted) { facts, _ in
                if !facts.codes.isEmpty { names = facts.columns.keys.sorted() }
            }
            return (names, summary.kept)
        }
    }

    @Test func onlyTheColumnsAskedForAreLookedAt() throws {
        let text = table(
            ["sku", "title", "price", "quantity", "status"], ["A", "Knife", "five", "1", "Active"],
            ["B", "Lamp", "6.00", "2", "Active"])
        let all = try columns(of: text, nil)
        #expect(all.names == ["price", "quantity", "status", "title"])
        #expect(all.kept == 1)
        let some = try columns(of: text, ["quantity"])
        #expect(some.names == ["quantity"])
        #expect(some.kept == 2)
        #expect(try columns(of: text, []).names == [])
    }

    @Test func whatDecidesAboutARowIsReadUnasked() throws {
        let sales = table(["sku", "date", "units", "revenue"], ["A", "2026-01-05", "1", "5.00"])
        #expect(try columns(of: sales, []).names == ["day", "units"])
        let orders = table(
            ["sku", "order", "purchased", "quantity", "total", "status"],
            ["A", "1-1", "2026-01-05", "1", "5.00", "Cancelled"])
        #expect(try columns(of: orders, ["quantity"]).names == ["order", "purchased", "quantity", "status", "total"])
    }

    @Test func deliveriesThatAreKeptStayAsTheyWere() throws {
        let rows = (0..<4_000).map { "SKU-\($0)\tTitle of \($0)\t\($0).50\t\($0)\n" }.joined()
        let text = "sku\ttitle\tprice\tquantity\n" + rows
        let options = RowReader.Options(blockBytes: 1_024, blocksAtOnce: 3)
        try withFile(Array(text.utf8), named: "catalog.txt") { path in
            let file = try FileImporter(feeds: kitFeeds, context: context, options: options).open(path)
            var kept: [FactRows] = []
            _ = try file.read { facts, _ in kept.append(facts) }
            #expect(kept.count > 10)
            #expect(kept.flatMap(\.codes) == (0..<4_000).map { "SKU-\($0)" })
            let titles = kept.flatMap { $0.columns["title"].flatMap(String.values(of:)).map(Array.init) ?? [] }
            #expect(titles == (0..<4_000).map { "Title of \($0)" })
            let prices = kept.flatMap { $0.columns["price"].flatMap(Money.values(of:)).map(Array.init) ?? [] }
            #expect(prices == (0..<4_000).map { usd(Int64($0) * 100 + 50) })
        }
    }

    @Test func aRowWithTwoTroublesIsListedOnceWithTheFirst() throws {
        let reading = try read(
            table(["sku", "title", "price", "quantity"], ["", "Knife", "x", "y"], ["A", "Knife", "x", "y"]), context)
        #expect(reading.codesOfRejects == [.missingValue, .amountFormat])
        #expect(reading.rejected.map(\.subject) == [nil, "A"])
        #expect(reading.rejected.map(\.line) == [2, 3])
    }

    @Test func cellsThatRepeatWarnEachTime() throws {
        let day = "2026-01-05 10:00:00"
        let reading = try read(
            table(["sku", "title", "opened"], ["A", "Knife", day], ["B", "Lamp", day], ["C", "Cup", day]))
        #expect(reading.summary.warnings.map(\.code) == [.unknownZone])
        #expect(reading.summary.warnings.map(\.cells) == [3])
        #expect(reading.summary.warnings.map(\.line) == [2])
    }

    @Test func currenciesThatChangeFromRowToRowAreEachTheirOwn() throws {
        let reading = try read(
            table(
                ["sku", "title", "price", "currency"], ["A", "Knife", "5", "JPY"], ["B", "Lamp", "5.25", "EUR"],
                ["C", "Cup", "5.25", "EUR"], ["D", "Pot", "5.25", "JPY"], ["E", "Pan", "5.25", ""]), context)
        #expect(reading.codes == ["A", "B", "C", "E"])
        #expect(reading.values(Catalog.price).map { $0?.description } == ["JPY 5", "EUR 5.25", "EUR 5.25", "USD 5.25"])
        #expect(reading.codesOfRejects == [.amountFormat])
    }
}
