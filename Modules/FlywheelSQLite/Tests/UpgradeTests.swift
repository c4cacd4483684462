import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("An older store is copied before it is brought up to date")
struct UpgradeTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// A store that a program of an older schema wrote, with one file in it.
    private func makeOldStore(upTo step: String) throws -> String {
        let path = folder.path()
        let database = try DatabasePool(path: path)
        try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
        try Migrations.all.migrate(database, upTo: step)
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO scope VALUES (1, 'listing', '', '');
                    INSERT INTO import VALUES
                        (1, 'a', '', '', '', 'listing', '', '', 1, 0, 0, 'kept', '', 'person', 'ann', NULL);
                    """)
            _ = try db.append(
                [JournalEvent(.importKept, "I1", state: "kept")], at: noon, by: Actor(.person, "ann"))
        }
        return path
    }

    private var last: String { Migrations.all.migrations.last ?? "" }

    @Test(arguments: Migrations.all.migrations.dropFirst(3).dropLast())
    func everyOlderSchemaIsCopiedAndBroughtUpToDate(step: String) throws {
        let path = try makeOldStore(upTo: step)
        let schema = try SQLiteStore.schema(of: path)
        let next = try #require(schema.pending.first)
        #expect(schema.applied.last == step && schema.pending.last == last)
        #expect(folder.files.allSatisfy { !$0.contains("before") }, "to look changes nothing")

        let store = try SQLiteStore(path: path)
        let copy = "\(path).before-\(next.prefix(4))"
        #expect(store.upgrade == (try upgrade(from: step, copy)))
        #expect(try store.journalFaults() == [])
        #expect(try store.imports().map(\.id) == [ImportID(1)])
        #expect(try SQLiteStore.schema(of: copy).applied.last == step)
        #expect(try SQLiteStore.schema(of: path).pending == [])
        #expect(try SQLiteStore(path: path).upgrade == nil, "once")
        #expect(!folder.files.contains { $0.contains("unfinished") })
    }

    private func upgrade(from step: String, _ copy: String) throws -> StoreUpgrade {
        StoreUpgrade(from: step, to: last, copy: copy)
    }

    @Test func anUpgradeThatWasCutOffGoesOn() throws {
        let path = try makeOldStore(upTo: "0008 changes")
        let first = try SQLiteStore.schema(of: path).pending
        do {
            // Cut off after two steps, of which each is whole.
            let database = try DatabasePool(path: path)
            try Migrations.all.migrate(database, upTo: first[1])
        }
        let store = try SQLiteStore(path: path)
        #expect(store.upgrade?.from == first[1])
        #expect(try store.journalFaults() == [])
    }

    @Test func aStepThatFailsLeavesTheStoreAsItWas() throws {
        let path = try makeOldStore(upTo: "0008 changes")
        do {
            // Stands where the next step makes its table.
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "CREATE TABLE desk_case (id INTEGER)") }
        }
        #expect(throws: StoreError.self) { _ = try SQLiteStore(path: path) }
        #expect(try SQLiteStore.schema(of: path).applied.last == "0008 changes")
        #expect(try SQLiteStore.schema(of: "\(path).before-0009").applied.last == "0008 changes")
        #expect(throws: StoreError.self) { _ = try SQLiteStore(path: path) }
        #expect(folder.files.count { $0.contains("before") } == 1)
    }

    @Test func aStepThatWasCutOffHalfwayIsTakenBackByWhoeverLooks() throws {
        let path = try makeOldStore(upTo: "0009 cases")
        let (torn, copy) = (folder.path("torn.flywheel"), folder.path("copy.flywheel"))
        try copyHalfWritten(path, to: torn)
        #expect(try SQLiteStore.schema(of: torn).applied.last == "0009 cases")
        #expect(try SQLiteStore(path: torn).imports().map(\.draft.digest) == [""])

        let tornToo = folder.path("torn-too.flywheel")
        try copyHalfWritten(path, to: tornToo)
        #expect(try SQLiteStore.backUp(tornToo, to: copy, at: noon).schema == "0009 cases")
        let restored = folder.path("restored.flywheel")
        _ = try SQLiteStore.restore(copy, to: restored, replacing: false)
        #expect(try SQLiteStore(path: restored).imports().map(\.draft.digest) == [""])
    }

    @Test func everyUpgradeHasACopyOfWhatItFound() throws {
        let path = try makeOldStore(upTo: "0009 cases")
        let first = try #require(try SQLiteStore(path: path).upgrade?.copy)
        // Back to the older program, and a day's work in it.
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: first, toPath: path)
        do {
            let database = try DatabasePool(path: path)
            try database.write { db in
                try db.append([JournalEvent(.noted, "I1")], at: noon, by: Actor(.person, "ann"))
            }
        }
        let second = try #require(try SQLiteStore(path: path).upgrade?.copy)
        #expect(second == "\(first)-2")
        let entries = try [first, second, path].map { try BackupContents(of: $0).entries }
        #expect(entries == [1, 2, 2])
    }

    @Test func aStoreThatAnotherProgramHasOpenIsNotBroughtUpToDate() throws {
        let path = try makeOldStore(upTo: "0009 cases")
        do {
            let older = try DatabasePool(path: path)
            _ = try older.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM import") }
            let error = #expect(throws: StoreError.self) { _ = try SQLiteStore(path: path) }
            #expect(
                error.map { "\($0)" }?.contains("another program has it open") == true, "\(String(describing: error))")
            #expect(try SQLiteStore.schema(of: path).applied.last == "0009 cases")
            withExtendedLifetime(older) {}
        }
        #expect(try SQLiteStore(path: path).upgrade?.from == "0009 cases")
    }

    @Test func whatKilledUpgradesLeftGoesWithTheNext() throws {
        let path = try makeOldStore(upTo: "0009 cases")
        for part in ["", "-journal"] {
            try Data([1]).write(to: URL(filePath: "\(path).before-0010.unfinished-dead\(part)"))
        }
        let held = UnfinishedFile(becoming: "\(path).before-0010")
        try held.make()
        #expect(folder.files.count { $0.contains("unfinished") } == 1)
        _ = try SQLiteStore(path: path)
        #expect(folder.files.filter { $0.contains("unfinished") } == [URL(filePath: held.path).lastPathComponent])
        withExtendedLifetime(held) {}
    }

    @Test(arguments: [true, false])
    func ofManyThatOpenAStoreAtOnceOneBringsItUpToDate(isNew: Bool) async throws {
        let path = try isNew ? folder.path() : makeOldStore(upTo: "0009 cases")
        let upgrades = try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { try SQLiteStore(path: path).upgrade } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(upgrades.count { $0 != nil } == (isNew ? 0 : 1))
        #expect(try SQLiteStore.schema(of: path).pending == [])
        #expect(folder.files.count { $0.contains("before") } == (isNew ? 0 : 1))
        #expect(!folder.files.contains { $0.contains("writer") })
    }

    @Test(arguments: ["0001 facts", "0006 groups"])
    func aStoreWhoseMakingWasCutOffIsMadeWhole(step: String) throws {
        let path = folder.path()
        do {
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: step)
        }
        #expect(try SQLiteStore(path: path).upgrade == nil)
        #expect(try SQLiteStore.schema(of: path).pending == [])
        #expect(!folder.files.contains { $0.contains("before") })
    }

    @Test func aNewStoreIsNoUpgrade() throws {
        #expect(try SQLiteStore(path: folder.path()).upgrade == nil)
        #expect(try SQLiteStore.inMemory().upgrade == nil)
        #expect(!folder.files.contains { $0.contains("before") })
    }

    @Test func anOlderBackupIsVerifiedAndBroughtUpToDateWhenItIsRestored() throws {
        let path = try makeOldStore(upTo: "0009 cases")
        let (copy, restoredPath) = (folder.path("copy.flywheel"), folder.path("new.flywheel"))
        #expect(try SQLiteStore.backUp(path, to: copy, at: noon).schema == "0009 cases")
        let report = try SQLiteStore.verifyBackup(copy)
        #expect(report.faults == [] && report.contents?.schema.pending.first == "0010 loop")
        let restored = try SQLiteStore.restore(copy, to: restoredPath, replacing: false)
        #expect(restored.upgrade?.from == "0009 cases")
        #expect(try SQLiteStore(path: restoredPath).imports().count == 1)
    }
}
