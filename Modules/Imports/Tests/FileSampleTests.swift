import FlywheelKit
import Foundation
@testable import Imports
import Testing

private let sampleFolder = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]

/// Files of real shape, where `FLYWHEEL_SAMPLES` names a folder that holds them.
@Suite(.enabled(if: sampleFolder != nil)) struct FileSampleTests {
    @Test(arguments: [
        ("amazon-real-airbyte/GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL.txt", "Amazon orders", 5),
        ("amazon-real-airbyte/GET_MERCHANTS_LISTINGS_FYP_REPORT.txt", "Amazon suppressed listings", 2),
        ("amazon-real-airbyte/GET_MERCHANT_LISTINGS_ALL_DATA.txt", "Amazon listings", 8),
        ("amazon-real-airbyte/GET_MERCHANT_LISTINGS_INACTIVE_DATA.txt", "Amazon listings", 7),
        ("amazon-samples/report-tsv/GET_FBA_MYI_ALL_INVENTORY_DATA.txt", "Amazon FBA inventory", 4),
        ("amazon-samples/report-tsv/GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA.txt", "Amazon FBA inventory", 3),
        ("synthetic-encodings/merchant_listings_de_cp1252.txt", "Amazon listings", 1),
        ("synthetic-encodings/merchant_listings_de_cp1252.txt.gz", "Amazon listings", 1),
        ("synthetic-encodings/merchant_listings_de_cp1252_with_0x81.txt", "Amazon listings", 1),
        ("synthetic-encodings/merchant_listings_de_utf8_bom.txt", "Amazon listings", 1),
        ("synthetic-encodings/merchant_listings_jp_cp932.txt", "Amazon listings", 1),
        ("synthetic-encodings/merchant_listings_unbalanced_quotes_utf8.txt", "Amazon listings", 1),
    ])
    func allRowsBecomeFacts(name: String, format: String, rows: Int) throws {
        let file = try FileImporter(feeds: kitFeeds, context: .test()).open("\(sampleFolder ?? "")/\(name)")
        #expect(file.format == format)
        let reading = try read(file)
        #expect(reading.summary.kept == rows)
        #expect(reading.rejected.isEmpty)
        #expect(reading.products.allSatisfy { $0?.hasPrefix("B0") == true })
    }

    @Test(arguments: [
        ("AFN_INVENTORY_DATA", "Amazon warehouse inventory", 3),
        ("AFN_INVENTORY_DATA_BY_COUNTRY", "Amazon warehouse inventory by country", 3),
        ("FBA_INVENTORY_PLANNING_DATA", "Amazon inventory planning", 3),
        ("RESERVED_INVENTORY_DATA", "Amazon reserved inventory", 3),
        ("RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT", "Amazon restock recommendations", 3),
        ("STRANDED_INVENTORY_UI_DATA", "Amazon stranded inventory", 1),
    ])
    func allRowsOfStockReportsBecomeFacts(report: String, format: String, rows: Int) throws {
        let path = "\(sampleFolder ?? "")/amazon-samples/report-tsv/GET_\(report).txt"
        let file = try FileImporter(feeds: kitFeeds, context: .test(marketplace: "US")).open(path)
        #expect(file.format == format)
        let reading = try read(file)
        #expect(reading.summary.kept == rows)
        #expect(reading.rejected.isEmpty)
    }

    @Test(arguments: [
        "FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA", "FBA_OVERAGE_FEE_CHARGES_DATA", "FBA_STORAGE_FEE_CHARGES_DATA",
        "LEDGER_DETAIL_VIEW_DATA", "LEDGER_SUMMARY_VIEW_DATA", "STRANDED_INVENTORY_LOADER_DATA",
    ])
    func reportsOfOtherKindsAreNotTakenForOurs(report: String) throws {
        let path = "\(sampleFolder ?? "")/amazon-samples/report-tsv/GET_\(report).txt"
        let error = #expect(throws: ImportError.self) {
            try FileImporter(feeds: kitFeeds, context: .test()).open(path)
        }
        #expect(try #require(error).description.contains("of which nothing is read"))
    }
}
