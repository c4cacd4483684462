import CZlib
import FlywheelKit
import Foundation
@testable import Imports
import Testing

@Suite struct FileArchiveTests {
    private let stock = Array("sku,fulfillable\nA,1\n".utf8)

    private func contents(of bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> [FileContents] {
        try withFile(bytes, named: "exports-US.zip") { path in
            FileImporter(feeds: kitFeeds, context: .test(), limits: limits).openAll(path)
        }
    }

    private func failure(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> String {
        let contents = try contents(of: bytes, limits: limits)
        guard case .failure(let error) = try #require(contents.first).tables else { return "" }
        return error.description
    }

    @Test(arguments: [true, false]) func filesInAnArchiveAreReadOneByOne(isPacked: Bool) throws {
        let archive = try zip(
            [
                ("../../etc/stock.csv", stock), ("readme.txt", Array("hello\n".utf8)), ("folder/", []),
                ("inner.csv.gz", try gzip(stock)),
            ], isPacked: isPacked)
        try withFile(archive, named: "exports-US.zip") { path in
            let contents = FileImporter(feeds: kitFeeds, context: .test()).openAll(path)
            #expect(contents.map(\.entry) == ["../../etc/stock.csv", "readme.txt", "inner.csv.gz"])
            for index in [0, 2] {
                let file = try #require(try contents[index].tables.get().first)
                #expect(file.path == path)
                #expect(file.marketplace == Sourced("ATVPDKIKX0DER", .folderName))
                #expect(try read(file).codes == ["A"])
            }
            #expect(throws: ImportError.self) { try contents[1].tables.get() }
        }
    }

    /// The folders in an archive say what they would unpacked; the archive's own name says no account.
    @Test func foldersInAnArchiveTellWhatFoldersDo() throws {
        let names = [
            "US/2026-09-28/stock.csv", "DE/2026-09-07/stock.csv", "acme/2026-09-07/DE\\stock.csv",
            "2026-09-07/DE/stock.csv", "stock.csv",
        ]
        try withFile(try zip(names.map { ($0, stock) }), named: "reports-2026-10-01.zip") { path in
            let contents = FileImporter(feeds: kitFeeds, context: .test()).openAll(path)
            let files = try contents.flatMap { try $0.tables.get() }
            let germany = [String](repeating: "A1PA6795UKMFR9", count: 3)
            #expect(files.map(\.marketplace.value) == ["ATVPDKIKX0DER"] + germany + ["default"])
            #expect(files.map(\.account.value) == ["default", "default", "acme", "default", "default"])
            #expect(
                files.map(\.effectiveAt.value.description) == [
                    "2026-09-28T07:00:00Z", "2026-09-06T22:00:00Z", "2026-09-06T22:00:00Z", "2026-09-06T22:00:00Z",
                    "2026-10-01T00:00:00Z",
                ])
        }
    }

    /// By the clock where it was packed, or by UTC where the archiver says it; before the archive was changed.
    @Test func aFileInAnArchiveIsAsOldAsTheArchiveSaysAndNotAsItIs() throws {
        let noon = Array("2026-09-28".split(separator: "-").compactMap { Int($0) })
        let stamp = ((noon[0] - 1_980) << 9 | noon[1] << 5 | noon[2]) << 16 | 12 << 11
        let unix = little(0x5455, 2) + little(5, 2) + [1] + little(1_790_000_000, 4)
        func at(_ stamp: Int, _ extra: [UInt8] = [], changed: Instant? = nil) throws -> Instant {
            try withFile(try zip([("stock-DE.csv", stock)], stamp: stamp, extra: extra), named: "stock.zip") { path in
                let time = Date(timeIntervalSince1970: Double((changed ?? Instant(seconds: 1_795_000_000)).seconds))
                try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
                var context = ImportContext.test()
                context.home = try #require(context.zone("Europe/Berlin"))
                return try FileImporter(feeds: kitFeeds, context: context).open(path).effectiveAt.value
            }
        }
        #expect(try at(stamp).description == "2026-09-28T10:00:00Z")
        #expect(try at(stamp, unix) == Instant(seconds: 1_790_000_000))
        #expect(try at(0) == Instant(seconds: 1_795_000_000), "none is known")
        #expect(try at(33 << 16) == Instant(seconds: 1_795_000_000), "1980 is what those write who know none")
        #expect(try at(stamp, changed: Instant(seconds: 1_780_000_000)) == Instant(seconds: 1_780_000_000))
    }

    @Test func archivesBeyondTheLimitsAreRefused() throws {
        let two = try zip([("a.csv", stock), ("b.csv", stock)])
        #expect(try failure(two, limits: ReadLimits(entries: 1)).contains("at most 1 files in it, found 2"))
        #expect(try failure(two, limits: ReadLimits(bytes: 30)).contains("at most 30 bytes"))
        #expect(try failure(zip([("inner.zip", two)])).contains("found a ZIP archive"))
    }

    @Test func bombIsRefusedLongBeforeItHasGrown() throws {
        let rows = Array(repeatElement(Array("A,1\n".utf8), count: 16 << 20).joined())
        let bomb = try zip([("a.csv", stock + rows)])
        #expect(bomb.count < 200_000)
        try withFile(bomb, named: "exports.zip") { path in
            let file = try FileImporter(feeds: kitFeeds, context: .test()).open(path)
            var kept = 0
            #expect(throws: ImportError.self) { try file.read { facts, _ in kept += facts.codes.count } }
            #expect(kept < 5 << 20)
        }
    }

    @Test func archivesThatContradictThemselvesAreRefused() throws {
        let archive = try zip([("a.csv", stock)], isPacked: false)
        var flipped = archive
        let cell = try #require(archive.firstIndex(of: UInt8(ascii: "A")))
        flipped[cell] = UInt8(ascii: "B")
        #expect(try failure(flipped).contains("not what its table of contents says"))
        for count in [4, archive.count / 2, archive.count - 1] {
            #expect(try !failure(Array(archive.prefix(count))).isEmpty)
        }
        var encrypted = archive
        let entry = try #require(archive.indices.first { archive[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
        encrypted[entry + 8] = 1
        #expect(try failure(encrypted).contains("\"a.csv\" is encrypted"))
        var foreign = archive
        foreign[entry + 10] = 99
        #expect(try failure(foreign).contains("packed by method 99"))
        #expect(try failure(zip([])).contains("no rows"))
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func damageIsNeverAnythingButAnAnswer(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var archive = try zip([("a.csv", stock), ("b.json", Array("{\"sku\": \"A\", \"issues\": []}".utf8))])
        for _ in 0..<4 {
            archive[Int.random(in: 4..<archive.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try withFile(archive, named: "damaged.zip") { path in
            for contents in FileImporter(feeds: kitFeeds, context: .test()).openAll(path) {
                for file in (try? contents.tables.get()) ?? [] { _ = try? read(file) }
            }
        }
    }
}

/// A ZIP archive of files by name.
///
/// - Parameters:
///   - stamp: when they were changed, as MS-DOS writes it: the time, and the day above it.
///   - extra: what stands behind their names.
func zip(
    _ files: [(name: String, bytes: [UInt8])], isPacked: Bool = true, stamp: Int = 0, extra: [UInt8] = []
) throws -> [UInt8] {
    var archive: [UInt8] = []
    var table: [UInt8] = []
    for (name, bytes) in files {
        // Behind the ten bytes of gzip's header, and before the eight of its end, is the bare stream.
        let packed = isPacked ? Array(try gzip(bytes).dropFirst(10).dropLast(8)) : bytes
        var sum = CRC32()
        bytes.withUnsafeBytes { sum.add($0) }
        let shared =
            little(isPacked ? 8 : 0, 2) + little(stamp, 4) + little(Int(sum.value), 4) + little(packed.count, 4)
            + little(bytes.count, 4) + little(name.utf8.count, 2) + little(extra.count, 2)
        table += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + little(0, 2) + shared
        table += little(0, 10) + little(archive.count, 4) + Array(name.utf8) + extra
        archive += [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 2) + shared + Array(name.utf8) + extra + packed
    }
    let end = little(0, 4) + little(files.count, 2) + little(files.count, 2) + little(table.count, 4)
    return archive + table + [0x50, 0x4B, 5, 6] + end + little(archive.count, 4) + little(0, 2)
}

/// A number in so many bytes, lowest first.
private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 }
}
