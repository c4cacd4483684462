import FlywheelKit
import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("Damage is named, never read past")
struct DamageTests {
    private let store: SQLiteStore
    private let source: ImportID

    init() throws {
        store = try SQLiteStore.inMemory()
        source = try store.keep("a", ["K1", "K2", "K3"])
    }

    private func read() throws -> [FactBlock] {
        let chunk = try #require(try store.chunks(of: .listing).first)
        return try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["price"], from: [source])
    }

    private func flipBit(of column: String, in store: SQLiteStore) throws {
        try store.write { db in
            var data = try #require(
                try Data.fetchOne(db, sql: "SELECT data FROM fact WHERE name = ?", arguments: [column]))
            data[data.count / 2] ^= 1
            try db.execute(sql: "UPDATE fact SET data = ? WHERE name = ?", arguments: [data, column])
        }
    }

    @Test(arguments: ["price", "@rows"]) func anImportWithDamagedFactsIsNamedUntilItIsDiscarded(column: String) throws {
        #expect(try store.damagedImports() == [])
        try flipBit(of: column, in: store)
        #expect(try store.damage() == [], "SQLite knows nothing of it")
        #expect(try store.damagedImports() == [source])
        try store.decideImport(source, accept: false, by: ada, at: noon)
        let again = try store.keep("a", ["K1", "K2", "K3"])
        #expect(try store.damagedImports() == [])
        let chunk = try #require(try store.chunks(of: .listing).first)
        #expect(
            try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["price"], from: [again]).count == 1)
    }

    @Test func flippedBitOfAColumnIsNamed() throws {
        #expect(try read().count == 1)
        try flipBit(of: "price", in: store)
        #expect(
            throws: StoreError.failed("column price of catalog/1 from I1 in chunk 1 does not match its checksum")
        ) { try read() }
    }

    @Test func wordThatIsNoneIsNamed() throws {
        try store.database.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE import SET state = 'eaten';
                    """)
        }
        #expect(throws: StoreError.failed("column state holds \"eaten\", which is no State")) { try store.imports() }
    }

    @Test func erasedContentIsGoneFromTheFile() throws {
        let folder = try Folder()
        do {
            let store = try SQLiteStore(path: folder.path(), memoryLimit: 1)
            let id = try store.beginImport(draft("a"), by: ada)
            let canary = Values((0..<50).map { String?.some("canary-\($0)") })
            try store.stage(
                FactRows(
                    codes: (0..<50).map { "K\($0)" }, products: Values(unknown: 50),
                    columns: ["title": .texts(canary)]), for: id)
            try store.abandonImport(id)
            try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        let bytes = try Data(contentsOf: URL(filePath: folder.path()))
        #expect(bytes.range(of: Data("canary-7".utf8)) == nil)
    }
}
