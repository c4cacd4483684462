import Foundation
import Testing

@testable import FlywheelHost
@testable import Imports

@Suite struct ImportProgressTests {
    private func progress(ofFile name: String, rows: Int, bytes: Int) throws -> ImportProgress {
        let path = NSTemporaryDirectory() + "\(UUID().uuidString)-\(name)"
        try Data(repeating: UInt8(ascii: "x"), count: 1_000).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var read = ReadProgress()
        read.rows = rows
        read.bytes = bytes
        return ImportProgress(path: path, number: 2, of: 3).advanced(to: read)
    }

    @Test func aFileSaysItsShareAndHowManyRowsItMayHave() throws {
        let progress = try progress(ofFile: "orders.txt", rows: 40, bytes: 250)
        #expect(progress.fileName.hasSuffix("-orders.txt"))
        #expect((progress.number, progress.count, progress.rows) == (2, 3, 40))
        #expect(progress.share == 0.25)
        #expect(progress.expectedRows == 160)
    }

    @Test func theLengthOfACompressedFileIsNotKnown() throws {
        let progress = try progress(ofFile: "orders.txt.gz", rows: 40, bytes: 4_000)
        #expect(progress.share == nil && progress.expectedRows == nil)
    }

    @Test func aShareIsNeverMoreThanAll() throws {
        #expect(try progress(ofFile: "orders.txt", rows: 9, bytes: 4_000).share == 1)
        #expect(try progress(ofFile: "orders.txt", rows: 0, bytes: 0).expectedRows == nil)
    }
}
