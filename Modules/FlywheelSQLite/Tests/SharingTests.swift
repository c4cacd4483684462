import Dispatch
import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Synchronization
import Testing

@testable import FlywheelSQLite

@Suite("Programs share a file")
struct SharingTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func runningWritersAreNotSwept() throws {
        let first = try SQLiteStore(path: folder.path())
        let second = try SQLiteStore(path: folder.path())
        let id = try first.beginImport(draft("a"), by: ada)
        try first.stage(factRows(["K1"]), for: id)
        var turn = try second.begin()
        _ = try second.open(["K1"], in: &turn)
        _ = try second.beginImport(draft("b"), by: ada)
        _ = try SQLiteStore(path: folder.path())
        try first.finishImport(id, as: .kept, ImportSummary())
        try second.publish(turn)
        #expect(try first.unfinishedExceptions().count == 1)
        #expect(try second.imports().map(\.id) == [id])
    }

    @Test func leftoversOfEndedWritersAreSwept() throws {
        let store = try SQLiteStore(path: folder.path())
        do {
            let ended = try SQLiteStore(path: folder.path(), memoryLimit: 1)
            let id = try ended.beginImport(draft("a"), by: ada)
            try ended.stage(factRows(["K1", "K2"]), for: id)
            try ended.stage([Reject(line: 1, column: 0, heading: "", code: "c", reason: "r")], for: id)
            var turn = try ended.begin()
            _ = try ended.open(["K1"], in: &turn)
        }
        let tables = ["import", "reject", "fact", "rotation", "exception", "queue", "event"]
        func counts() throws -> [Int] {
            try store.read { db in try tables.map { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)") ?? 0 } }
        }
        #expect(try counts() != [Int](repeating: 0, count: tables.count))
        _ = try SQLiteStore(path: folder.path())
        #expect(try counts() == [Int](repeating: 0, count: tables.count))
        #expect(try store.journalFaults().isEmpty)
    }

    @Test func leaseLeavesNoFileBehind() throws {
        do {
            let store = try SQLiteStore(path: folder.path())
            #expect(!folder.files.contains { $0.contains("-writer-") }, "who only reads takes no lease")
            try store.keep("a", ["K1"])
            #expect(folder.files.count { $0.contains("-writer-") } == 1)
        }
        #expect(!folder.files.contains { $0.contains("-writer-") })
    }

    @Test func leaseOfAKilledWriterIsRemoved() throws {
        let running = try SQLiteStore(path: folder.path())
        try running.keep("a", ["K1"])
        let left = folder.path() + "-writer-killed"
        try Data().write(to: URL(filePath: left))
        _ = try SQLiteStore(path: folder.path())
        #expect(folder.files.filter { $0.contains("-writer-") } == ["store.flywheel-writer-\(running.lease.writer)"])
        try running.keep("b", ["K1"])
    }

    @Test func secondOfTwoRotationsOnOneBasisIsRefused() throws {
        let first = try SQLiteStore(path: folder.path())
        let second = try SQLiteStore(path: folder.path())
        var one = try first.begin()
        var two = try second.begin()
        _ = try first.open(["K1"], in: &one)
        let ids = try second.open(["K1"], in: &two)
        try first.publish(one)
        #expect(
            throws: StoreError.refused(
                "\(one.rotation.id) was published after \(two.rotation.id) began; rotate again")
        ) { try second.publish(two) }
        #expect(try first.unfinishedExceptions().count == 1)
        #expect(try second.exception(ids[0]) == nil)
    }

    @Test func oneClaimAmongTwoProgramsWins() throws {
        let stores = try [SQLiteStore(path: folder.path()), SQLiteStore(path: folder.path())]
        let id = try stores[0].open("K1")[0]
        let wins = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            var record = try? stores[number % 2].exception(id)
            record?.claimedBy = "\(number)"
            guard let record else { return }
            let event = JournalEvent(.claimed, id.description, state: "active")
            let isWon =
                (try? stores[number % 2].change(record, expecting: 1, event: event, by: ada, at: noon)) != nil
            if isWon { wins.withLock { $0 += 1 } }
        }
        #expect(wins.withLock(\.self) == 1)
        #expect(try stores[1].journalFaults().isEmpty)
    }

    @Test func placesGivenByAnotherProgramAreTakenOver() throws {
        let first = try SQLiteStore(path: folder.path(), memoryLimit: 1)
        let second = try SQLiteStore(path: folder.path(), memoryLimit: 1)
        let one = try first.beginImport(draft("a"), by: ada)
        let two = try second.beginImport(draft("b"), by: ada)
        for turn in 0..<4 {
            try first.stage(factRows((0..<3).map { "K\(turn + $0)" }), for: one)
            try second.stage(factRows((0..<3).map { "K\(turn + 2 + $0)" }), for: two)
        }
        try first.finishImport(one, as: .kept, ImportSummary())
        try second.finishImport(two, as: .kept, ImportSummary())
        let rows = try #require(try first.chunks(of: .listing).first.map { try first.rows(of: $0) })
        #expect(rows.codes.compactMap(\.self).sorted() == (0..<8).map { "K\($0)" })
        #expect(rows.products.compactMap(\.self).sorted() == (0..<8).map { "P-K\($0)" })
        #expect(try first.subjects(of: one).count == 6)
        #expect(try first.subjects(of: two).subtracting(first.subjects(of: one)).count == 2)
    }

    @Test func aFileWithoutALogIsOpenedOnceOthersAreDoneWithIt() throws {
        do { try SQLiteStore(path: folder.path()).keep("a", ["K1"]) }
        var holding = Configuration()
        holding.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.path(), configuration: holding)
        try other.writeWithoutTransaction { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            // Whoever looks at a file without a log keeps it from being given one.
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM import")
        }
        let path = folder.path()
        let opened = Mutex<Result<Int, any Error>?>(nil)
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            let result = Result { try SQLiteStore(path: path).imports().count }
            opened.withLock { $0 = result }
        }
        usleep(100_000)
        #expect(opened.withLock { $0 == nil }, "it waits")
        try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        group.wait()
        #expect(try opened.withLock(\.self)?.get() == 1)
    }

    @Test func productsThatAFileNamesAgainAreWrittenOnce() throws {
        let store = try SQLiteStore(path: folder.path(), memoryLimit: 1)
        let id = try store.beginImport(draft("a"), by: ada)
        for _ in 0..<5 { try store.stage(factRows(["K1", "K2"]), for: id) }
        let count = try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM fact WHERE name = '@product'") }
        #expect(count == 1)
    }

    @Test(arguments: [1, 64 << 20])
    func importsKeptMeanwhileAreTakenIntoAccount(memoryLimit: Int) throws {
        let stores = try (0..<4).map { _ in try SQLiteStore(path: folder.path(), memoryLimit: memoryLimit) }
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            do { try stores[number].keep("\(number)", (0..<300).map { "K\($0 + number * 100)" }) } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock(\.self) == [])
        let chunks = try stores[0].chunks(of: .listing)
        let codes = try chunks.flatMap { try stores[0].rows(of: $0).codes.compactMap(\.self) }
        #expect(codes.count == 600 && Set(codes).count == 600)
        #expect(try stores[0].journalFaults().isEmpty)
    }
}
