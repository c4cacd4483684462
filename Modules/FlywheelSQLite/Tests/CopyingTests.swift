import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import FlywheelSQLite

@Suite
struct CopyingTests {
    @Test func aCopyIsTheSameStoreAndReplacesNoFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("flywheel-copy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("copy.flywheel").path
        let store = try SQLiteStore.inMemory()
        try store.record(JournalEvent(.noted, "X1"), by: .flywheel, at: Instant(seconds: 5))
        try store.copy(to: path)

        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o600)
        let copy = try SQLiteStore(path: path)
        #expect(try copy.events() == store.events())
        #expect(try copy.journalFaults().isEmpty)
        #expect(throws: StoreError.self) { try store.copy(to: path) }
        #expect(try copy.events().count == 1)
    }
}
