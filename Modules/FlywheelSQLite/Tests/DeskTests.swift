import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("Notes can be erased, and not altered")
struct DeskTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func noted(_ store: SQLiteStore) throws -> ExceptionID {
        var turn = try store.begin()
        let id = try #require(try store.open(["K1"], in: &turn).first)
        try store.publish(turn)
        let exception = try #require(try store.exception(id))
        try store.change(exception, expecting: 1, event: nil, note: "canary-7f3a", by: ada, at: noon)
        return id
    }

    @Test func aDeletedNoteLeavesNoTraceAndNoFault() throws {
        let store = try SQLiteStore(path: folder.path())
        let id = try noted(store)
        try store.write { db in try db.execute(sql: "DELETE FROM note") }
        #expect(try store.notes(on: id).isEmpty)
        #expect(try store.journalFaults().isEmpty)
        try store.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        for file in folder.files {
            let bytes = try Data(contentsOf: URL(filePath: folder.path(file)))
            #expect(bytes.range(of: Data("canary-7f3a".utf8)) == nil, "\(file)")
        }
    }

    @Test func anAlteredNoteIsAFault() throws {
        let store = try SQLiteStore.inMemory()
        _ = try noted(store)
        try store.write { db in try db.execute(sql: "UPDATE note SET text = text || '!'") }
        #expect(
            try store.journalFaults().map(\.description) == ["N1 is not what was journalled when it was written"])
    }
}
