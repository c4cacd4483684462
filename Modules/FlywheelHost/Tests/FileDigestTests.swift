import Crypto
@testable import FlywheelHost
import FlywheelStore
import Foundation
import Testing

@Suite("Files are told by their bytes")
struct FileDigestTests {
    @Test(arguments: [0, 1, 1 << 18, (1 << 18) + 1, 3 << 20])
    func aDigestIsTheHashOfAllBytes(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try FileDigest(of: file.path).text == SHA256.hash(data: bytes).hexadecimal)
    }

    @Test func aFileThatIsNotThereHasNone() {
        #expect(throws: (any Error).self) { try FileDigest(of: "/nowhere/at/all") }
    }
}
