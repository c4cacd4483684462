import Crypto
@testable import FlywheelHost
import FlywheelStore
import Foundation
import Testing

@Suite("Files are told by their bytes")
struct FileDigestTests {
    private func digests(of files: [[UInt8]]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "digests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try files.indices.map { index in
            let file = folder.appending(path: "\(index)")
            try Data(files[index]).write(to: file)
            return file.path
        }
        return try FileDigest.all(of: paths).map { try $0.get().text }
    }

    @Test func aFileOfOnePieceHasItsOwnHash() throws {
        let files = [[], Array("sku\tprice\n".utf8), [UInt8](repeating: 7, count: 16 << 20)]
        #expect(try digests(of: files) == files.map { SHA256.hash(data: $0).hexadecimal })
    }

    @Test func everyByteOfALargeFileCounts() throws {
        let large = [UInt8](repeating: 7, count: 33 << 20)
        var files = [large, large, large + [7], large.dropLast()].map { Array($0) }
        for place in [0, (16 << 20) - 1, 16 << 20, large.count - 1] {
            var other = large
            other[place] = 8
            files.append(other)
        }
        let found = try digests(of: files)
        #expect(found[0] == found[1])
        #expect(Set(found).count == files.count - 1)
    }

    @Test func aFileThatIsNotThereHasNone() throws {
        let found = FileDigest.all(of: ["/nowhere/at/all", #filePath])
        #expect(throws: (any Error).self) { try found[0].get() }
        #expect(throws: Never.self) { try found[1].get() }
    }
}
