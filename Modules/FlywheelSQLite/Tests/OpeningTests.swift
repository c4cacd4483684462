import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("A store opens, or says why not")
struct OpeningTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func refusal(_ path: String) -> StoreError? {
        do throws(StoreError) {
            _ = try SQLiteStore(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func connectionsAreDurableAndErase() throws {
        let store = try SQLiteStore(path: folder.path())
        let settings = try store.database.writeWithoutTransaction { db in
            try ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "page_size"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        #expect(settings == ["wal", "2", "1", "1", "16384"], "2 is FULL")
    }

    @Test func aStoreIsForItsOwnersEyes() throws {
        func rights() throws -> [String: Int] {
            try folder.files.reduce(into: [:]) { rights, name in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
                rights[name] = (attributes[.posixPermissions] as? NSNumber)?.intValue
            }
        }
        let store = try SQLiteStore(path: folder.path())
        try store.keep("a", ["K1"])
        let made = try rights()
        #expect(made.count > 1 && made.values.allSatisfy { $0 == 0o600 }, "with its log: \(made)")
        withExtendedLifetime(store) {}
        // Whoever wants others to read it says so, and it stays.
        #expect(chmod(folder.path(), 0o640) == 0)
        _ = try SQLiteStore(path: folder.path())
        #expect(try rights()["store.flywheel"] == 0o640)
    }

    @Test func stagingLeavesTheSettingsAsTheyWere() throws {
        let store = try SQLiteStore(path: folder.path(), memoryLimit: 1)
        let id = try store.beginImport(draft("a"), by: ada)
        try store.stage(factRows(["K1"]), for: id)
        let synchronous = try store.database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(synchronous == 2)
    }

    @Test func whatWasPredictedBeforeWarningsWereKeptIsTakenFromTheJournal() throws {
        let path = folder.path("old.flywheel")
        let database = try DatabaseQueue(path: path)
        try Migrations.all.migrate(database, upTo: "0006 groups")
        try database.write { db in
            // Came true, is predicted, lapsed, was never predicted.
            for (id, state) in [(1, 1), (2, 0), (3, 7), (4, 1)] {
                try db.execute(
                    sql: """
                        INSERT INTO exception (id, family, code, discriminator, version, state, detected, opened, changed,
                            steps_done, source, model, evidence, exposure, terms_at_open)
                        VALUES (?, 1, 'K', '', 1, ?, 100, 1, 1, '', 'stage', '', '1', x'00', x'')
                        """, arguments: [id, state])
            }
            try db.execute(
                sql: """
                    INSERT INTO outcome VALUES (3, 'w', 'k', 'listing', 'a', 'm', 'K', '', x'00', 'didNotHappen', NULL, NULL,
                        100, 100, NULL, 200, NULL, x'', x'');
                    INSERT INTO journal VALUES (1, 1, 100, 'rule', 'flywheel', '', '', ''), (2, 2, 150, 'rule', 'flywheel', '', '', '');
                    INSERT INTO event VALUES (2, 0, 'cameTrue', 'X1', 1, 'R2', 'active', '');
                    """)
        }
        try Migrations.all.migrate(database)
        let kept = try database.read { db in
            try Row.fetchAll(db, sql: "SELECT predicted, came_true FROM exception ORDER BY id").map {
                [$0["predicted"], $0["came_true"]] as [Int64?]
            }
        }
        #expect(kept == [[100, 150], [100, nil], [100, nil], [nil, nil]])
        let outcome = try database.read { db in try Int64.fetchOne(db, sql: "SELECT predicted FROM outcome") }
        #expect(outcome == 100)
    }

    @Test func whatWasDoneBeforeItWasKeptWithOutcomesIsUnknown() throws {
        let path = folder.path()
        do {
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: "0010 loop")
            let blob = Data(ExposureCodec.encode(.none))
            try database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO family VALUES (4, 'w', 'k', 'listing', 'a', 'm');
                        INSERT INTO exception (id, family, code, discriminator, version, state, detected, opened,
                            changed, steps_done, source, model, evidence, exposure, terms_at_open)
                        VALUES (3, 4, 'K', 'd', 1, 4, 100, 1, 1, '[]', 'stage', '', '1', ?1, x'');
                        """, arguments: [blob])
                try db.execute(
                    sql: """
                        INSERT INTO outcome VALUES (3, 'w', 'k', 'listing', 'a', 'm', 'K', 'd', ?, 'actionable', 'image',
                            1, 90, 100, 110, 200, 300, x'01', x'0102', 95, 97);
                        """, arguments: [blob])
            }
        }
        let expected = OutcomeRecord(
            exception: ExceptionID(3),
            fingerprint: Fingerprint(
                workflow: "w", kind: "k", subject: Subject(.listing, account: "a", marketplace: "m", code: "K"),
                discriminator: "d"), exposure: .none, verdict: .actionable, rootCause: "image", isVerified: true,
            onset: Instant(seconds: 90), detected: Instant(seconds: 100), claimed: Instant(seconds: 110),
            ended: Instant(seconds: 200), verified: Instant(seconds: 300), termsAtOpen: [1], termsAtEnd: [1, 2],
            predicted: Instant(seconds: 95), cameTrue: Instant(seconds: 97))
        #expect(try SQLiteStore(path: path).outcomes() == [expected])
    }

    @Test func whatCameTrueBeforeOrdersWereKeptStaysAsItWasJudged() throws {
        let path = folder.path()
        do {
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: "0020 dismissals")
            try database.write { db in
                try db.execute(sql: "INSERT INTO family VALUES (4, 'w', 'k', 'listing', 'a', 'm')")
                // Came true, lapsed, is predicted.
                for (id, state, cameTrue, verdict) in [
                    (1, 6, 150, "selfCleared"), (2, 7, nil, "didNotHappen"), (3, 0, nil as Int?, nil as String?),
                ] {
                    let blob = Data(ExposureCodec.encode(.none))
                    try db.execute(
                        sql: """
                            INSERT INTO exception (id, family, code, discriminator, version, state, detected, opened, changed,
                                steps_done, source, model, evidence, exposure, terms_at_open, predicted, came_true)
                            VALUES (?, 4, 'K', '', 1, ?, 100, 1, 1, '', 'stage', '', '1', ?, x'', 100, ?)
                            """, arguments: [id, state, blob, cameTrue])
                    guard let verdict else { continue }
                    try db.execute(
                        sql: """
                            INSERT INTO outcome (exception, family, code, discriminator, verdict, onset, detected, ended, predicted,
                                came_true, touches, source, onset_known, playbook_opened, steps, steps_done, steps_automatic,
                                not_fixed)
                            VALUES (?, 4, 'K', '', ?, 100, 100, 200, 100, ?, 0, 'stage', 0, 0, 0, 0, 0, 0);
                            """, arguments: [id, verdict, cameTrue])
                    try db.execute(
                        sql: "INSERT INTO outcome_terms VALUES (?, ?, x'', x'')", arguments: [id, blob])
                }
            }
        }
        let store = try SQLiteStore(path: path)
        let outcomes = try store.outcomes()
        #expect(outcomes.map(\.fate) == [.cameTrue, .lapsed] && outcomes.allSatisfy { $0.work?.orderArrives == nil })
        #expect(try store.unfinishedExceptions().map(\.fate) == [.open])
    }

    @Test func folderIsNamed() {
        #expect(refusal(folder.url.path) == .failed("\(folder.url.path) is a folder; expected a file"))
    }

    @Test func missingFolderIsNamed() {
        let path = folder.path("nowhere/store.flywheel")
        #expect(
            refusal(path)
                == .failed("\(path) cannot be opened; expected a file in a folder that exists and may be written"))
    }

    @Test func otherFilesAreLeftAlone() throws {
        let path = folder.path("notes.txt")
        let text = Data(repeating: UInt8(ascii: "n"), count: 5_000)
        try text.write(to: URL(filePath: path))
        #expect(refusal(path) == .failed("\(path) is not a SQLite database"))
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }

    @Test func databasesOfOtherProgramsAreLeftAlone() throws {
        let path = folder.path("other.sqlite")
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
        #expect(refusal(path) == .failed("\(path) is a SQLite database of another program"))
    }

    @Test func newerSchemaIsRefused() throws {
        let path = folder.path()
        let store = try SQLiteStore(path: path)
        try store.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 later')") }
        #expect(refusal(path) == .newerSchema("\(path) was written by a newer version of the program"))
    }

    @Test func olderSchemaIsBroughtUpToDate() throws {
        let path = folder.path()
        do {
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: "0001 facts")
        }
        let store = try SQLiteStore(path: path)
        #expect(try store.journalFaults().isEmpty)
    }

    @Test func rejectsKeptBeforeExcerptsWereHaveNone() throws {
        let path = folder.path()
        do {
            let database = try DatabasePool(path: path)
            try database.write { try $0.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
            try Migrations.all.migrate(database, upTo: "0003 journal")
            try database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO scope VALUES (1, 'listing', '', '');
                        INSERT INTO import VALUES
                            (1, 'a', '', '', '', 'listing', '', '', 1, 0, 0, 'kept', '', 'person', 'ann', NULL);
                        INSERT INTO reject VALUES (1, 0, 7, 3, 'price', 'amount-format', 'no amount');
                        """)
            }
        }
        let rejects = try SQLiteStore(path: path).rejects(of: ImportID(1), offset: 0, limit: 9)
        #expect(rejects.map(\.line) == [7])
        #expect(rejects.map(\.excerpt) == [""])
    }

    @Test func aStoreBesideWhichNothingCanBeWrittenIsRead() throws {
        let path = folder.path("a store?.flywheel")
        let id = try SQLiteStore(path: path).keep("a", ["K1"])
        let opening: (String) throws -> any DatabaseWriter = { _ in throw DatabaseError(resultCode: .SQLITE_FULL) }
        let before = folder.files.sorted()
        let store = try SQLiteStore(path: path, memoryLimit: 0, isOnlyRead: true, opening: opening)
        #expect(try store.imports().map(\.id) == [id])
        #expect(try store.chunks(of: .listing).map { try store.rows(of: $0).codes.compactMap(\.self) } == [["K1"]])
        let full = StoreError.noRoom("there is no room left on the disk of \(path); nothing of this step was written")
        #expect(store.refusal == full)
        #expect(throws: full) { try store.record(JournalEvent(.noted, "X1"), by: ada, at: noon) }
        #expect(folder.files.sorted() == before)
        #expect(throws: full, "to write it has to be opened as ever") {
            _ = try SQLiteStore(path: path, memoryLimit: 0, opening: opening)
        }
        try Data([1]).write(to: URL(filePath: path + "-wal"))
        #expect(throws: full, "what is in the log counts too") {
            _ = try SQLiteStore(path: path, memoryLimit: 0, isOnlyRead: true, opening: opening)
        }
    }

    @Test func fullDiskIsSaid() throws {
        let store = try SQLiteStore(path: folder.path())
        try store.database.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        let id = try store.beginImport(draft("a"), by: ada)
        let full = StoreError.noRoom(
            "there is no room left on the disk of \(folder.path()); nothing of this step was written")
        try store.stage(factRows((0..<9_000).map { "K\($0)" }), for: id)
        #expect(throws: full) { try store.finishImport(id, as: .kept, ImportSummary()) }
        try store.abandonImport(id)
        #expect(try store.journalFaults().isEmpty)
        _ = try store.database.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1000000")
        }
        try store.keep("a", ["K1"])
        #expect(try store.chunks(of: .listing).map { try store.rows(of: $0).codes.compactMap(\.self) } == [["K1"]])
    }
}
