import Foundation
import FuzzTargets
import Testing

/// What the fuzzer begins with and what it once found: each is read without a promise broken, on every test run.
@Suite struct SeedTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Seeds")

    @Test(arguments: FuzzTarget.all.map(\.name)) func everySeedIsReadOrRefused(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let seeds = try FileManager.default.contentsOfDirectory(
            at: Self.folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
        #expect(!seeds.isEmpty)
        for seed in seeds {
            let bytes = try [UInt8](Data(contentsOf: seed))
            // Its beginnings too: a file that was cut off is the damage seen most.
            for count in stride(from: bytes.count, through: 0, by: -max(1, bytes.count / 50)) {
                #expect(throws: Never.self, "\(seed.lastPathComponent), first \(count) bytes") {
                    try target.read(Array(bytes.prefix(count)))
                }
            }
        }
    }

    @Test func everyFolderOfSeedsHasItsTarget() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(FuzzTarget.all.map(\.name)))
    }
}
