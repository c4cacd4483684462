import FlywheelStore
import Foundation
import Synchronization
import Testing

@testable import FlywheelSQLite

@Suite("Kept reads follow every write")
struct KeptReadsTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// Two programs write in turns, at once or after the time in which nothing is kept.
    @Test(arguments: [1, 2, 3] as [UInt64]) func anotherProgramsWritesAreSeenAtOnce(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let stores = try (0..<2).map { _ in try SQLiteStore(path: folder.path()) }
        for _ in 0..<60 {
            let writer = stores[Int.random(in: 0...1, using: &random)]
            try writer.record(JournalEvent(.noted, "X1"), by: ada, at: noon)
            let written = try writer.read { db in try db.journalEnd() }
            for store in stores { #expect(try store.journalEnd() == written) }
            usleep(UInt32.random(in: 0...30_000, using: &random))
            for store in stores { #expect(try store.journalEnd() == written) }
        }
    }

    @Test func aRevokedTokenIsNoneAtOnce() throws {
        let (server, terminal) = (try SQLiteStore(path: folder.path()), try SQLiteStore(path: folder.path()))
        let person = try terminal.keep(
            PersonRecord(name: "ada", displayName: "Ada", role: "admin", accounts: nil), change: nil,
            endsSignIns: false,
            needing: "admin", by: ada, at: noon)
        let token = try terminal.keep(
            TokenRecord(
                digest: [1], label: "bench", person: person.id, rights: [], accounts: nil, made: noon, ends: nil),
            by: ada)
        usleep(40_000)
        for _ in 0..<2 { #expect(try server.token(digest: [1])?.id == token.id) }
        try terminal.revoke(token.id, by: ada, at: noon)
        #expect(try server.token(digest: [1]) == nil)
    }

    @Test func anImportIsReadWholeAgainOnlyOnceSomethingBecameOfIt() throws {
        let (server, terminal) = (try SQLiteStore(path: folder.path()), try SQLiteStore(path: folder.path()))
        let ids = try (1...3).map { number in
            let id = try terminal.beginImport(draft("\(number)"), by: ada)
            try terminal.finishImport(id, as: number == 3 ? .quarantined : .kept, ImportSummary())
            return id
        }
        for _ in 0..<3 { #expect(try server.imports().map(\.id) == ids) }
        #expect(server.finished.withLock { $0.reads } == 3)
        try terminal.decideImport(ids[2], accept: true, by: ada, at: noon)
        for _ in 0..<2 { #expect(try server.imports().map(\.state) == [.kept, .kept, .kept]) }
        #expect(server.finished.withLock { $0.reads } == 4)
    }

    @Test func nothingIsReadTwiceUntilSomethingIsWritten() throws {
        let path = folder.path()
        try Data("a".utf8).write(to: URL(filePath: path))
        let kept = KeptReads(path: path)
        var reads = 0
        func answer() throws -> Int? {
            try kept.answer(to: .journalEnd) { () throws(StoreError) in
                reads += 1
                return reads
            }
        }
        #expect(try answer() == 1 && answer() == 2, "it was written just now")
        usleep(40_000)
        #expect(try answer() == 3 && answer() == 3)
        try Data("ab".utf8).write(to: URL(filePath: path + "-wal"))
        usleep(40_000)
        #expect(try answer() == 4 && answer() == 4)
    }
}
