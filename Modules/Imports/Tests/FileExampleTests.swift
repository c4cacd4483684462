import FlywheelKit
@testable import Imports
import Testing

/// The example of the module's README.
@Suite struct FileExampleTests {
    @Test func theExampleDoesWhatItSays() throws {
        let text = "SKU,On Hand,Reserved\nKN-12,5,1\nLT-55-W,x,0\n"
        try withFile(Array(text.utf8), named: "exports/stock-2026-11-20.csv") { path in
            let context = ImportContext(marketplace: "US", zone: ImportContext.test().zone)
            let file = try FileImporter(feeds: [Catalog.feed, Stock.feed], context: context).open(path)
            #expect(
                "\(file.format) \(file.marketplace.value) \(file.marketplace.source)"
                    == "stock table ATVPDKIKX0DER as stated")
            var lines: [String] = []
            let summary = try file.read { _, rejected in
                for row in rejected {
                    lines.append("line \(row.line), byte \(row.column), \(row.heading): \(row.reason)")
                }
            }
            #expect(lines == ["line 3, byte 9, On Hand: found \"x\", expected a number"])
            #expect(summary.kept == 1 && summary.rejected == 1)
        }
    }
}
