import CZlib
import Foundation
import Testing

/// A gigabyte packed into a megabyte is refused with a reason, in the memory that a small file needs.
@Suite("Bombs") struct BombTests {
    struct Bomb: Sendable, CustomTestStringConvertible {
        let name: String
        let head: String
        /// What follows over and over.
        let filling: String
        let pack: @Sendable (Deflated) -> [UInt8]
        var testDescription: String { name }
    }

    /// 256 bytes, so that they fill whole megabytes.
    private static let row = String(repeating: "A", count: 253) + ",1\n"
    private static let bombs = [
        Bomb(name: "zeros.csv.gz", head: "", filling: "\0") { gzip($0) },
        Bomb(name: "stock.csv.gz", head: "sku,fulfillable\n", filling: row) { gzip($0) },
        Bomb(name: "spaces.csv.gz", head: "sku,fulfillable\n", filling: " ") { gzip($0) },
        Bomb(name: "zeros.zip", head: "", filling: "\0") { zip($0) },
        Bomb(name: "stock.zip", head: "sku,fulfillable\n", filling: row) { zip($0) },
    ]

    @Test("A bomb is refused with a reason", arguments: bombs)
    func refused(bomb: Bomb) throws {
        let contents = try Deflated(head: bomb.head, filling: bomb.filling, megabytes: 1_024)
        let bytes = bomb.pack(contents)
        #expect(bytes.count < 5 << 20)
        let program = try Program()
        try program.folder.write(bytes, to: bomb.name)
        // Half of what the bomb holds is all the room there is.
        let run = try program.start(["import", bomb.name, "--format", "json"], addressSpace: 512 << 20).finish()
        #expect(run.exit == 1, "\(run.errors)")
        let why = try #require(try run.json["files"].items.first?["reason"].text)
        #expect(why.contains("expected"), "\(why)")
        #expect(try program.run("imports", "--format", "json").json["imports"].items.isEmpty)
    }
}

extension BombTests {
    /// A stream of the deflate format that is written in little time: one part, as often as it takes.
    struct Deflated: Sendable {
        let bytes: [UInt8]
        let count: Int

        init(head: String, filling: String, megabytes: Int) throws {
            var part = Array(filling.utf8)
            while part.count < 16 << 20 { part += part }
            let parts = (megabytes << 20) / part.count
            let packed = try Self.part(part)
            var bytes = try Self.part(Array(head.utf8))
            for _ in 0..<parts { bytes += packed }
            // A block of no bytes that says it is the last.
            self.bytes = bytes + [0x03, 0x00]
            count = head.utf8.count + part.count * parts
        }

        /// Blocks that end on a byte and need nothing that went before.
        private static func part(_ bytes: [UInt8]) throws -> [UInt8] {
            var stream = z_stream()
            try #require(
                deflateInit2_(
                    &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                    Int32(MemoryLayout<z_stream>.size)) == Z_OK)
            defer { deflateEnd(&stream) }
            var input = bytes
            var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 16)
            let status = input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target in
                    stream.next_in = source.baseAddress
                    stream.avail_in = UInt32(source.count)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return deflate(&stream, Z_FULL_FLUSH)
                }
            }
            try #require(status == Z_OK && stream.avail_in == 0)
            return Array(output.prefix(Int(stream.total_out)))
        }
    }

    /// The stream in a gzip file. Its checksum is wrong, which nobody gets to see.
    private static func gzip(_ contents: Deflated) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + contents.bytes + little(0, 4) + little(contents.count, 4)
    }

    /// The stream as the only file of a ZIP archive.
    private static func zip(_ contents: Deflated) -> [UInt8] {
        let name = Array("stock.csv".utf8)
        // Version, flags, method, time and day, checksum, sizes, length of the name and of what follows it.
        let entry =
            little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(0, 4) + little(contents.bytes.count, 4)
            + little(contents.count, 4) + little(name.count, 2) + little(0, 2)
        let local = Array("PK\u{3}\u{4}".utf8) + entry + name + contents.bytes
        let directory = Array("PK\u{1}\u{2}".utf8) + little(20, 2) + entry + little(0, 14) + name
        let end =
            Array("PK\u{5}\u{6}".utf8) + little(0, 4) + little(1, 2) + little(1, 2) + little(directory.count, 4)
            + little(local.count, 4) + little(0, 2)
        return local + directory + end
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
