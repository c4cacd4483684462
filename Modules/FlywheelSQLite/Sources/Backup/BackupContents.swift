import FlywheelStore
import GRDB

/// What is in a backup.
public struct BackupContents: Hashable, Sendable {
    /// Which steps of the schema's history it has taken.
    public let schema: StoreSchema
    /// Entries in its journal.
    public let entries: Int64
    /// The seal of the newest; empty where there is none.
    public let seal: String
    /// Files it was given.
    public let imports: Int64
    /// Problems it knows.
    public let exceptions: Int64
    /// Cases of the desk; none before there was one.
    public let cases: Int64
}

extension BackupContents {
    init(of file: String) throws(StoreError) {
        do {
            self = try DatabaseQueue(path: file, configuration: readingConnection).read { db in
                try db.requireStore(named: file)
                return try BackupContents(db)
            }
        } catch {
            throw StoreError(error, in: file)
        }
    }

    /// What is in a store that is open.
    init(_ db: Database) throws {
        // What came with a later step is not there yet.
        func count(_ table: String) throws -> Int64 {
            try db.tableExists(table) ? Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0 : 0
        }
        schema = try StoreSchema(db)
        entries = try count("journal")
        let last = "SELECT seal FROM journal ORDER BY sequence DESC LIMIT 1"
        seal = try db.tableExists("journal") ? String.fetchOne(db, sql: last) ?? "" : ""
        imports = try count("import")
        exceptions = try count("exception")
        cases = try count("desk_case")
    }
}
