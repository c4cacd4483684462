import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("A backup is the store, whole or not at all")
struct BackupTests {
    private let folder: Folder
    private let store: SQLiteStore

    init() throws {
        folder = try Folder()
        store = try SQLiteStore(path: folder.path())
        try store.keep("a", ["K1", "K2"])
        var turn = try store.begin()
        _ = try store.open(["K1", "K2"], in: &turn)
        try store.publish(turn)
    }

    private func backUp(to name: String = "copy.flywheel") throws -> BackupManifest {
        try SQLiteStore.backUp(folder.path(), to: folder.path(name), at: noon)
    }

    private func expectRefusal(_ part: String, of body: () throws -> Void, _ place: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: StoreError.self, sourceLocation: place, performing: body)
        guard case .refused(let why)? = error, why.contains(part) else {
            Issue.record("\(String(describing: error)) does not say \"\(part)\"", sourceLocation: place)
            return
        }
    }

    @Test func aBackupHoldsWhatTheStoreHoldsAndSaysSo() throws {
        let manifest = try backUp()
        let report = try SQLiteStore.verifyBackup(folder.path("copy.flywheel"))
        #expect(report.faults == [])
        #expect(report.manifest == manifest && manifest.at == noon)
        let contents = try #require(report.contents)
        #expect(manifest.schema == Migrations.all.migrations.last && contents.schema.pending.isEmpty)
        #expect((contents.imports, contents.exceptions, contents.cases) == (1, 2, 0))
        #expect(try contents.entries == store.journalLength())
        let events = try SQLiteStore(toRead: folder.path("copy.flywheel")).events()
        #expect(try events == store.events())
    }

    @Test func aBackupIsForItsOwnersEyes() throws {
        _ = try backUp()
        for name in ["copy.flywheel", "copy.flywheel.manifest.json"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
    }

    @Test func aBackupReplacesNoFileAndLeavesNoHalves() throws {
        _ = try backUp()
        let before = folder.files.sorted()
        expectRefusal("is there already") { _ = try backUp() }
        try FileManager.default.removeItem(atPath: folder.path("copy.flywheel"))
        expectRefusal("manifest.json is there already") { _ = try backUp() }
        #expect(throws: StoreError.self) { _ = try backUp(to: "nowhere/copy.flywheel") }
        let other = folder.path("other.sqlite")
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        #expect(throws: StoreError.failed("\(other) is a SQLite database of another program")) {
            _ = try SQLiteStore.backUp(other, to: folder.path("recipes.flywheel"), at: noon)
        }
        #expect(folder.files.sorted() == (before + ["other.sqlite"]).filter { $0 != "copy.flywheel" }.sorted())
    }

    @Test func whatIsWrittenMeanwhileIsThereWholeOrNotAtAll() throws {
        let path = folder.path()
        let writer = Thread {
            guard let store = try? SQLiteStore(path: path) else { return }
            for number in 0..<400 where !Thread.current.isCancelled {
                _ = try? store.keep("m\(number)", ["M\(number)"])
            }
        }
        writer.start()
        defer { writer.cancel() }
        for number in 0..<5 {
            _ = try backUp(to: "copy-\(number).flywheel")
            #expect(try SQLiteStore.verifyBackup(folder.path("copy-\(number).flywheel")).faults == [])
        }
    }

    @Test(arguments: [("flipped", "SHA-256"), ("shortened", "bytes"), ("resealed", "seal")])
    func aChangedBackupIsFound(change: String, word: String) throws {
        _ = try backUp()
        let file = URL(filePath: folder.path("copy.flywheel"))
        switch change {
        case "flipped":
            var data = try Data(contentsOf: file)
            data[data.count / 2] ^= 1
            try data.write(to: file)
        case "shortened":
            try Data(contentsOf: file).dropLast(1).write(to: file)
        default:
            let manifest = URL(filePath: BackupManifest.path(beside: file.path))
            let text = try String(contentsOf: manifest, encoding: .utf8)
            let seal = try #require(try BackupManifest.read(beside: file.path)).seal
            try text.replacing(seal, with: String(repeating: "0", count: 64)).write(
                to: manifest, atomically: true, encoding: .utf8)
        }
        let faults = try SQLiteStore.verifyBackup(file.path).faults
        #expect(faults.first?.contains(word) == true, "\(faults)")
        #expect(throws: StoreError.self) {
            _ = try SQLiteStore.restore(file.path, to: folder.path("new.flywheel"), replacing: false)
        }
        #expect(!folder.files.contains { $0.hasPrefix("new.flywheel") })
    }

    @Test func damagedFactsAreNamedAndTheRestIsRestored() throws {
        try store.write { try $0.execute(sql: "UPDATE fact SET data = CAST(x'0102' || data AS BLOB)") }
        _ = try backUp()
        let report = try SQLiteStore.verifyBackup(folder.path("copy.flywheel"))
        #expect(report.faults == [] && report.damagedImports == [ImportID(1)])
        let restored = folder.path("new.flywheel")
        _ = try SQLiteStore.restore(folder.path("copy.flywheel"), to: restored, replacing: false)
        #expect(try SQLiteStore(path: restored).exception(ExceptionID(1)) != nil)
    }

    @Test func aForgedJournalIsFoundWithoutAManifest() throws {
        _ = try backUp()
        let path = folder.path("copy.flywheel")
        try FileManager.default.removeItem(atPath: BackupManifest.path(beside: path))
        #expect(try SQLiteStore.verifyBackup(path).faults == [])
        try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE exception SET state = 2 WHERE id = 1") }
        #expect(try SQLiteStore.verifyBackup(path).faults.first?.contains("X1") == true)
    }

    @Test func lookingAtABackupLeavesItWhatItIs() throws {
        _ = try backUp()
        let (copy, files) = (folder.path("copy.flywheel"), folder.files.sorted())
        let look = try SQLiteStore(toRead: copy)
        #expect(try look.imports().map(\.draft.digest) == ["a"])
        #expect(throws: StoreError.backup(copy)) { try look.record(JournalEvent(.noted, "X1"), by: ada, at: noon) }
        #expect(throws: StoreError.backup(copy)) { _ = try SQLiteStore(path: copy) }
        #expect(folder.files.sorted() == files)
        #expect(try SQLiteStore.verifyBackup(copy).faults == [])
    }

    @Test func aBackupOfAnOlderProgramIsNotBroughtUpToDate() throws {
        let older = folder.path("older.flywheel")
        do {
            let database = try DatabasePool(path: older)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: "0009 cases")
        }
        let copy = folder.path("older-copy.flywheel")
        _ = try SQLiteStore.backUp(older, to: copy, at: noon)
        #expect(throws: StoreError.backup(copy)) { _ = try SQLiteStore(toRead: copy) }
        #expect(try SQLiteStore.verifyBackup(copy).faults == [])
    }

    // MARK: Restoring

    @Test func theLogOfAStoreThatIsGoneIsNotTakenForTheNewOnes() throws {
        let (copy, path) = (folder.path("copy.flywheel"), folder.path("gone.flywheel"))
        _ = try backUp()
        let gone = try SQLiteStore(path: path)
        try gone.keep("other", ["K7", "K8", "K9"])
        // As a program leaves it that is killed, and whoever then moves the store out of the way.
        try FileManager.default.moveItem(atPath: path, toPath: folder.path("broken.flywheel"))
        let restored = try SQLiteStore.restore(copy, to: path, replacing: false)
        #expect(restored.setAside == "\(path).replaced-1" && restored.entriesSetAside == nil)
        #expect(folder.files.contains("gone.flywheel.replaced-1-wal"))
        let store = try SQLiteStore(path: path)
        #expect(try store.imports().map(\.draft.digest) == ["a"] && store.damage() == [])
        withExtendedLifetime(gone) {}
    }

    @Test func noIDOfTheStoreThatWasSetAsideIsGivenAgain() throws {
        let (copy, path) = (folder.path("other-copy.flywheel"), folder.path("other.flywheel"))
        var entries: Int64 = 0
        do {
            let other = try SQLiteStore(path: path)
            #expect(try other.open("K1") == [ExceptionID(1)])
            _ = try SQLiteStore.backUp(path, to: copy, at: noon)
            #expect(try other.open("K2", "K3").last == ExceptionID(3))
            #expect(try other.keep("b", ["K2"]) == ImportID(1))
            entries = try other.journalLength()
        }
        let restored = try SQLiteStore.restore(copy, to: path, replacing: true)
        #expect(restored.entriesSetAside == entries && restored.contents.entries < entries)
        let again = try SQLiteStore(path: path)
        #expect(try again.open("K9") == [ExceptionID(4)])
        #expect(try again.keep("c", ["K2"]) == ImportID(2))
        #expect(try again.currentRotation()?.id == RotationID(3))
        #expect(try again.journalFaults() == [])
    }

    // MARK: Copies beside a store

    @Test func whatUpgradesAndRestoresLeftIsListedAndRemoved() throws {
        let (copy, path) = (folder.path("copy.flywheel"), folder.path("other.flywheel"))
        _ = try backUp()
        do { try SQLiteStore(path: path).keep("other", ["K7"]) }
        _ = try SQLiteStore.restore(copy, to: path, replacing: true)
        let names = ["other.flywheel.before-0021.unfinished-dead", "other.flywheel.replaced-1"]
        for part in ["", "-journal"] {
            try Data(repeating: 1, count: 10).write(to: URL(filePath: folder.path(names[0] + part)))
        }
        try Data([1]).write(to: URL(filePath: folder.path("other.flywheel.before-christmas")))
        let copies = SQLiteStore.copies(beside: path)
        #expect(copies.map(\.name) == names && copies[0].bytes == 20 && copies[1].bytes > 100_000)
        #expect(throws: StoreError.unknown("copy other.flywheel beside \(path)")) {
            try SQLiteStore.removeCopy("other.flywheel", beside: path)
        }
        do {
            let open = try SQLiteStore(path: folder.path(names[1]))
            expectRefusal("in use") { try SQLiteStore.removeCopy(names[1], beside: path) }
            withExtendedLifetime(open) {}
        }
        for name in names { try SQLiteStore.removeCopy(name, beside: path) }
        #expect(SQLiteStore.copies(beside: path) == [])
        #expect(try SQLiteStore(path: path).imports().map(\.draft.digest) == ["a"])
    }

    @Test func aRestoredStoreIsTheOneThatWasBackedUp() throws {
        _ = try backUp()
        try store.keep("later", ["K9"])
        let restored = try SQLiteStore.restore(
            folder.path("copy.flywheel"), to: folder.path("new.flywheel"), replacing: false)
        #expect(restored.setAside == nil && restored.upgrade == nil)
        let again = try SQLiteStore(path: folder.path("new.flywheel"))
        #expect(try again.imports().map(\.draft.digest) == ["a"])
        #expect(try again.journalFaults() == [])
        try again.keep("next", ["K3"])
        #expect(try SQLiteStore.verifyBackup(folder.path("copy.flywheel")).faults == [], "the backup stays as it was")
    }

    @Test func aStoreIsNeverWrittenOver() throws {
        _ = try backUp()
        let (copy, path) = (folder.path("copy.flywheel"), folder.path())
        expectRefusal("there is a store") { _ = try SQLiteStore.restore(copy, to: path, replacing: false) }
        expectRefusal("in use") { _ = try SQLiteStore.restore(copy, to: path, replacing: true) }
        #expect(try store.journalFaults() == [])
    }

    @Test func aStoreThatNobodyUsesIsSetAside() throws {
        let (copy, path) = (folder.path("copy.flywheel"), folder.path("other.flywheel"))
        _ = try backUp()
        do { try SQLiteStore(path: path).keep("other", ["K7"]) }
        let restored = try SQLiteStore.restore(copy, to: path, replacing: true)
        #expect(try SQLiteStore(path: path).imports().map(\.draft.digest) == ["a"])
        let aside = try #require(restored.setAside)
        #expect(try SQLiteStore(path: aside).imports().map(\.draft.digest) == ["other"])
    }

    @Test func aDamagedStoreIsSetAsideToo() throws {
        let (copy, path) = (folder.path("copy.flywheel"), folder.path("broken.flywheel"))
        _ = try backUp()
        try Data(repeating: 7, count: 40_000).write(to: URL(filePath: path))
        let restored = try SQLiteStore.restore(copy, to: path, replacing: true)
        #expect(restored.setAside == "\(path).replaced-1")
        #expect(try SQLiteStore(path: path).journalFaults() == [])
    }

    @Test func whatAKilledProgramLeftGoesAsideWithItsStore() throws {
        let (copy, path) = (folder.path("copy.flywheel"), folder.path("torn.flywheel"))
        _ = try backUp()
        let other = folder.path("other.flywheel")
        do { try SQLiteStore(path: other).keep("other", ["K7"]) }
        try copyHalfWritten(other, to: path)
        let restored = try SQLiteStore.restore(copy, to: path, replacing: true)
        #expect(try SQLiteStore(path: path).imports().map(\.draft.digest) == ["a"])
        let aside = try #require(restored.setAside)
        #expect(try SQLiteStore(path: aside).imports().map(\.draft.digest) == ["other"])
        #expect(!folder.files.contains("torn.flywheel-journal"))
    }
}
