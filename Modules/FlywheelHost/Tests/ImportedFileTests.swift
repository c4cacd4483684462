import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import FlywheelHost

/// Files that come again, or that say of themselves what cannot be, each test in a folder of its own.
@Suite final class ImportedFileTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "imported-\(UUID().uuidString)").path
    private let host: FlywheelHost.Host

    init() throws {
        host = try FlywheelHost.Host(
            store: SQLiteStore.inMemory(), stages: [], configuration: Configuration(), zones: ZoneFiles())
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// A moment of a day of November 2026, where it is noon in Berlin at eleven.
    private func at(_ day: Int, _ hour: Int = 11) throws -> Instant {
        try #require(Instant("2026-11-\(day)T\(hour < 10 ? "0" : "")\(hour):00:00Z"))
    }

    private func listings(_ price: Int) -> String { "sku,title,price\nA,Cup,\(price).00\nB,Jug,4.00\n" }

    /// Writes a file as though it had been done at a moment.
    private func write(_ text: String, to name: String, at changed: Instant) throws {
        let file = URL(fileURLWithPath: "\(root)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        let date = Date(timeIntervalSince1970: Double(changed.seconds))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    }

    private func bring(_ name: String, of account: String = "acme", now: Instant) throws -> ImportReport {
        let zones = ZoneFiles()
        let context = ImportContext(account: account, marketplace: "DE") { zones.zone($0) }
        let reports = try host.importFiles(
            ["\(root)/\(name)"], context: context, actor: Actor(.person, "ann"), now: now)
        return try #require(reports.first)
    }

    private func word(_ report: ImportReport) -> String {
        switch report.result {
        case .kept(let record): "kept \(record.draft.effectiveAt)"
        case .quarantined(let record): record.summary.suspicion ?? "quarantined"
        case .same(let id): "same as \(id)"
        case .leftAlone(let why, _): why
        }
    }

    // MARK: What it does not say

    @Test func whatNothingReadsIsSaid() throws {
        let notices = ["LISTINGS_ITEM_STATUS_CHANGED", "ORDER_CHANGE"].map { type in
            "{\"NotificationType\": \"\(type)\", \"EventTime\": \"2026-11-20T10:00:00Z\", "
                + "\"Payload\": {\"Sku\": \"A\", \"Status\": [\"BUYABLE\"]}}\n"
        }
        try write(notices.joined(), to: "changes.json", at: at(20))
        let report = try bring("changes.json", now: at(21))
        #expect(report.unused == ["not used: 1 of ORDER_CHANGE"] && report.doubts.isEmpty)
        #expect(report.origins.contains("not used: 1 of ORDER_CHANGE"))
    }

    @Test func daysOfWhichALogHasNoRowAreDoubtfulAndStayOpen() throws {
        try write("day,sku,units\n2026-11-01,A,3\n2026-11-20,A,3\n", to: "sales.csv", at: at(21))
        let report = try bring("sales.csv", now: at(21))
        let summary = try #require(host.store.imports().first?.summary)
        #expect(summary.gaps?.map(\.from) == [Instant("2026-11-01T23:00:00Z")].compactMap(\.self))
        #expect(summary.covered.count == 2)
        #expect(report.doubts == ["no row is of the 18 days from 2026-11-02 to 2026-11-19: nothing is known of these"])
    }

    @Test func rowsOfAListThatReplaceOthersOfItAreDoubtful() throws {
        try write("sku,available\nA,5\nA,7\nB,1\n", to: "stock.csv", at: at(20))
        #expect(
            try bring("stock.csv", now: at(21)).doubts
                == ["1 row is of a listing that a row further down is of: the last row counts alone"])
        try write("sku,available\nA,5\nC,7\nB,1\n", to: "stock.csv", at: at(21))
        #expect(try bring("stock.csv", now: at(21)).doubts.isEmpty)
    }

    /// Two variants of a shop under one SKU; of what an interface answered several things may be said of one.
    @Test func rowsOfASourcesWholeListThatReplaceOthersAreDoubtfulToo() throws {
        let head = "item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tasin1\tstatus\n"
        let rows = [("A", "5.00"), ("A", "7.00"), ("B", "5.00")].map { sku, price in
            "Cup\t1\t\(sku)\t\(price)\t3\t2026-01-05 10:00:00 CET\tB0AAAAAAAA\tActive\n"
        }
        try write(head + rows.joined(), to: "listings.txt", at: at(20))
        let report = try bring("listings.txt", now: at(21))
        #expect(
            report.doubts == ["1 row is of a listing that a row further down is of: the last row counts alone"])
    }

    /// A report of some listings is a list as well, with a row of each; that is told wherever origins are.
    @Test func rowsOfASourcesPartialListThatReplaceOthersAreDoubtfulToo() throws {
        let head = "snapshot-date\tsku\tasin\tavailable\tsell-through\n"
        let rows = ["50", "5"].map { "2026-11-20\tA\tB0AAAAAAAA\t\($0)\t0.1\n" }
        try write(head + rows.joined(), to: "planning.txt", at: at(20))
        let report = try bring("planning.txt", now: at(21))
        let doubt = "1 row is of a listing that a row further down is of: the last row counts alone"
        #expect(report.doubts == [doubt])
        #expect(report.origins.filter { $0 == doubt }.count == 1)
    }

    /// `IT` may be Italy, or who sees to the machines.
    @Test func aMarketplaceThatOnlyAFolderNamesIsDoubtfulWhereItIsNew() throws {
        let zones = ZoneFiles()
        func bring(_ name: String, _ price: Int) throws -> [String] {
            try write(listings(price), to: name, at: at(20))
            let context = ImportContext { zones.zone($0) }
            let reports = try host.importFiles(
                ["\(root)/\(name)"], context: context, actor: Actor(.person, "ann"), now: at(21))
            return try #require(reports.first).doubts
        }
        #expect(try bring("acme/DE/listings.csv", 5).isEmpty, "nothing tells that it is new")
        #expect(
            try bring("acme/IT/listings.csv", 5) == [
                "IT is new to acme, and only a folder's name says it: if it is no marketplace, discard this import and "
                    + "say --marketplace and --account"
            ])
        #expect(try bring("acme/IT/listings-2.csv", 6).isEmpty)
        #expect(try bring("acme@FR listings.csv", 5).isEmpty)
    }

    /// Of a file that was cut off no table is believed, also where one does not speak for every listing.
    @Test func allTablesOfASheetThatWasCutOffWait() throws {
        let rows = "Handle,Title,Variant SKU,Option1 Value,Variant Price,Cost per item\na,A,A,Red,5,2\nb,B"
        try write(rows, to: "products.csv", at: at(20))
        let reports = try host.importFiles(
            ["\(root)/products.csv"], context: ImportContext(account: "acme", currency: Currency("EUR")) { _ in nil },
            actor: Actor(.person, "ann"), now: at(21))
        let why = "the row at line 3 has too few cells: the file looks cut off"
        #expect(reports.map(word) == [why, why])
    }

    /// Which of two lists is true nobody knows, and orders would count twice.
    @Test func aFileThatWasJoinedOfSeveralWaits() throws {
        try write(listings(5) + listings(6), to: "listings.csv", at: at(20))
        #expect(
            word(try bring("listings.csv", now: at(21))) == "the headings stand again at line 4: files were joined")
    }

    // MARK: Again

    /// A list that is overwritten every morning under one name.
    @Test func aListThatWasWrittenAnewIsAnotherLookWhateverItSays() throws {
        let name = "listings.csv"
        func written(_ price: Int, _ day: Int) throws -> String {
            try write(listings(price), to: name, at: at(day))
            return word(try bring(name, now: at(day, 12)))
        }
        #expect(try written(5, 10) == "kept 2026-11-10T11:00:00Z")
        #expect(word(try bring(name, now: at(11))) == "same as I1", "nobody touched it")
        #expect(try written(5, 12) == "kept 2026-11-12T11:00:00Z")
        #expect(try written(6, 13) == "kept 2026-11-13T11:00:00Z")
        let returned = try written(5, 14)
        #expect(
            returned.hasPrefix("the contents of I2 of 2026-11-12 again, and I3 said otherwise since"), "\(returned)")
        #expect(word(try bring(name, now: at(15))) == "same as I4", "one question is enough")
        try host.decideImport(ImportID(4), accept: true, actor: Actor(.person, "ann"), now: at(15))
        #expect(try written(5, 16) == "kept 2026-11-16T11:00:00Z")
    }

    @Test func whatHappenedIsNotToldAgainByAFileThatWasWrittenAnew() throws {
        for day in [10, 11] {
            try write("day,sku,units\n2026-11-01,A,3\n", to: "sales.csv", at: at(day))
            #expect(
                word(try bring("sales.csv", now: at(day, 12)))
                    == (day == 10 ? "kept 2026-11-10T11:00:00Z" : "same as I1"))
        }
    }

    @Test func ofTwoListsOfOneFolderTheOneThatWasWrittenLaterIsNewer() throws {
        try write(listings(5), to: "2026-11-18/one.csv", at: at(18, 8))
        try write(listings(6), to: "2026-11-18/two.csv", at: at(18, 15))
        #expect(word(try bring("2026-11-18/one.csv", now: at(18, 16))) == "kept 2026-11-18T08:00:00Z")
        #expect(word(try bring("2026-11-18/two.csv", now: at(18, 16))) == "kept 2026-11-18T15:00:00Z")
        #expect(word(try bring("2026-11-18/one.csv", now: at(18, 17))) == "same as I1")
        // Copied the day after, it has lost its time.
        try write(listings(5), to: "copy/2026-11-18/one.csv", at: at(19))
        #expect(word(try bring("copy/2026-11-18/one.csv", now: at(19, 12))) == "same as I1")
    }

    // MARK: What cannot be

    @Test func aDayToComeCountsAsNowAndIsDoubted() throws {
        try write(listings(5), to: "2026-11-28/listings.csv", at: at(18))
        let report = try bring("2026-11-28/listings.csv", now: at(18, 12))
        #expect(word(report) == "kept 2026-11-18T12:00:00Z")
        #expect(report.origins.contains("true at 2026-11-18T12:00:00Z, from the folder's name"))
        #expect(report.doubts.contains { $0.contains("2026-11-27T23:00:00Z") && $0.contains("is yet to come") })
        #expect(try host.store.imports().last?.summary.doubts == report.doubts)
    }

    @Test func aCutOffFileOfOrdersWaits() throws {
        let whole =
            "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tquantity\titem-price\n"
            + (1...4).map { number in
                "111-\(number)\t2026-11-1\(number)T08:00:00+00:00\t2026-11-1\(number)T09:00:00+00:00\tShipped\tAmazon.de\tA\t1\t9.99\n"
            }.joined()
        try write(String(whole.dropLast(40)), to: "orders.txt", at: at(18))
        #expect(word(try bring("orders.txt", now: at(18, 12))).contains("the row at line 5 has too few cells"))
        try write(whole, to: "orders.txt", at: at(18))
        #expect(word(try bring("orders.txt", now: at(18, 12))).hasPrefix("kept"))
    }

    // MARK: Another seller's

    private func bring(_ text: String, as name: String, of account: String, _ hour: Int) throws -> String {
        try write(text, to: name, at: at(18, hour))
        return String(word(try bring(name, of: account, now: at(18, hour))).prefix(4))
    }

    private func sales(_ skus: [String]) -> String {
        "day,sku,units\n" + skus.map { "2026-11-17,\($0),3\n" }.joined()
    }

    private func hidden(_ skus: [String]) -> String {
        "sku,status,reason\n" + skus.map { "\($0),Search Suppressed,Missing info\n" }.joined()
    }

    @Test func whatIsAnotherSellersWaitsWhateverItIs() throws {
        // Before there are listings nobody can tell.
        #expect(try bring(sales(["X", "Y", "Z"]), as: "early.csv", of: "acme", 5) == "kept")
        #expect(try bring(listings(5), as: "listings.csv", of: "acme", 6) == "kept")
        #expect(try bring("sku,title,price\nC,Pan,5.00\n", as: "theirs.csv", of: "kent", 6) == "kept")
        #expect(try bring(sales(["C", "D", "E"]), as: "sales.csv", of: "acme", 7) == "3 of")
        #expect(try bring(hidden(["C"]), as: "suppressed.csv", of: "acme", 8) == "all ")
        // One that is new to everybody, or that is known, is nothing unusual.
        #expect(try bring(hidden(["F"]), as: "new.csv", of: "acme", 9) == "kept")
        #expect(try bring(hidden(["A", "C"]), as: "some.csv", of: "acme", 10) == "kept")
        #expect(try bring(sales(["X", "Y", "F"]), as: "known.csv", of: "acme", 11) == "kept")
    }
}
