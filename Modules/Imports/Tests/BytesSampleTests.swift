import Foundation
@testable import Imports
import Testing

private let sampleFolder = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]

/// Files of real shape, where `FLYWHEEL_SAMPLES` names a folder that holds them.
@Suite(.enabled(if: sampleFolder != nil)) struct BytesSampleTests {
    @Test(arguments: [
        ("merchant_listings_de_cp1252.txt", TextEncoding.windows1252, false),
        ("merchant_listings_de_cp1252.txt.gz", .windows1252, false),
        ("merchant_listings_de_cp1252_with_0x81.txt", .windows1252, true),
        ("merchant_listings_de_utf8_bom.txt", .windows1252, false),
        ("merchant_listings_jp_cp932.txt", .windows31J, false),
        ("merchant_listings_unbalanced_quotes_utf8.txt", .windows1252, false),
    ])
    func encodedListingsHaveWholeRows(name: String, regional: TextEncoding, hasBadByte: Bool) throws {
        let path = "\(sampleFolder ?? "")/synthetic-encodings/\(name)"
        var reader = try RowReader(.open(path: path), regional: regional)
        let headings = reader.head.cellCount(ofRow: 0)
        #expect(reader.format == DelimitedFormat(separator: .tab, quoting: .none))
        #expect(headings > 10)
        var badBytes = 0
        try reader.forEachBatch { batch in
            #expect(batch.rowCount > 1)
            for row in 0..<batch.rowCount {
                #expect(batch.cellCount(ofRow: row) == headings)
                badBytes += batch.cells(ofRow: row).count { batch.text(of: $0).badByte != nil }
            }
        }
        #expect((badBytes > 0) == hasBadByte)
    }
}
