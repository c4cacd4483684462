import Foundation
@testable import Imports
import Testing

@Suite struct BytesSourceTests {
    private let text = Array("sku\tprice\r\nA\t5.00\r\n".utf8)

    @Test func plainBytesComeAsTheyAre() throws {
        #expect(try drain(.of(text)) == text)
        #expect(try drain(.of(text), step: 1) == text)
        #expect(try drain(.of([])).isEmpty)
    }

    @Test func fileIsReadFromItsPath() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID()).txt").path
        try Data(text).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try drain(.open(path: path)) == text)
    }

    @Test func missingFileAndFolderSayWhy() throws {
        #expect {
            try ByteSource.open(path: "/no/such/file")
        } throws: {
            "\($0)" == "cannot read /no/such/file: No such file or directory"
        }
        #expect { try ByteSource.open(path: "/") } throws: { "\($0)".contains("Is a directory") }
    }

    @Test(arguments: [1, 7, 64, 1 << 16]) func gzipMembersFollowEachOther(step: Int) throws {
        let members = try gzip(text) + gzip([]) + gzip(text)
        #expect(try drain(.of(members), step: step) == text + text)
        #expect(try drain(.of(members + [0, 0, 0]), step: step) == text + text, "zero padding is no member")
    }

    @Test func gzipLargerThanEveryBufferIsWhole() throws {
        var generator = SeededGenerator(seed: 1)
        let large = (0..<3_000_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
        #expect(try drain(.of(gzip(large))) == large)
    }

    @Test func gzipCutAnywhereIsTruncated() throws {
        let whole = try gzip(text)
        for count in 2..<whole.count {
            #expect(throws: ReadError.truncatedGzip, "cut at \(count)") { try drain(.of(Array(whole.prefix(count)))) }
        }
    }

    @Test func damagedGzipIsCorrupt() throws {
        var bytes = try gzip(text)
        bytes[bytes.count - 6] ^= 1
        #expect(throws: ReadError.corruptGzip(reason: "incorrect data check")) { try drain(.of(bytes)) }
        #expect {
            try drain(.of(gzip(text) + text))
        } throws: {
            "\($0)".contains("not gzip follow")
        }
    }

    @Test func bombIsRefusedLongBeforeItHasGrown() throws {
        let zeros = try gzip([UInt8](repeating: 0x20, count: 64 << 20))
        // 16 members: one gigabyte out of one megabyte.
        let bomb = Array(repeatElement(zeros, count: 16).joined())
        let source = try ByteSource.of(bomb)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var grown = 0
        #expect(throws: ReadError.tooCompressed(limit: 200)) {
            while true { grown += try source.fill(&buffer) }
        }
        #expect(grown <= 17 << 20)
    }

    @Test func tightlyPackedSmallFileIsRead() throws {
        let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
        #expect(try drain(.of(gzip(zeros))).count == zeros.count)
    }

    @Test func byteLimitCountsWhatComesOut() throws {
        let limits = ReadLimits(bytes: 10)
        #expect(throws: ReadError.tooManyBytes(limit: 10)) { try drain(.of(text, limits: limits)) }
        let spaces = [UInt8](repeating: 0x20, count: 1000)
        let roomy = ReadLimits(bytes: 999)
        #expect(throws: ReadError.tooManyBytes(limit: 999)) { try drain(.of(gzip(spaces), limits: roomy)) }
        #expect(try drain(.of(gzip(spaces), limits: ReadLimits(bytes: 1000))).count == 1000)
    }

    @Test(arguments: [
        (Array("PK\u{3}\u{4}listing.csv".utf8), BinaryKind.zip),
        (Array("PK\u{3}\u{4}....[Content_Types].xml".utf8), .spreadsheet),
        (Array("PK\u{5}\u{6}".utf8), .zip), (Array("%PDF-1.7".utf8), .pdf),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .legacySpreadsheet), ([0x61, 0x00, 0x62], .other),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image), (Array("GIF89a".utf8), .image),
        (Array("\n <!DOCTYPE html><title>Sign in</title>".utf8), .webPage),
        (Array("\u{FEFF}<html>".utf8), .webPage), (Array("<?xml version='1.0'?>".utf8), .webPage),
    ])
    func whatIsNotTextIsRefused(bytes: [UInt8], kind: BinaryKind) throws {
        #expect(throws: ReadError.binary(kind)) { try ByteSource.of(bytes) }
        #expect(throws: ReadError.binary(kind)) { try ByteSource.of(gzip(bytes)) }
    }

    @Test(arguments: ["<b>,price\n", "GIF,price\n", "<sku>\t<price>\n"])
    func headingsThatBeginLikeAnotherFileAreText(text: String) throws {
        #expect(try drain(.of(Array(text.utf8))) == Array(text.utf8))
    }

    @Test func gzipInGzipIsRefused() throws {
        #expect(throws: ReadError.binary(.gzipInGzip)) { try ByteSource.of(gzip(gzip(text))) }
    }

    @Test func refusalSaysWhatToDo() {
        #expect(
            "\(ReadError.binary(.zip))"
                == "expected text in rows, found a ZIP archive: unzip it first and import the files inside")
    }
}
