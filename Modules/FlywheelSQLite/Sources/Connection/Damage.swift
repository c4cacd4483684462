public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Reads every page of the file and says what does not fit together, in SQLite's words; empty when the file is whole.
    public func damage() throws(StoreError) -> [String] {
        try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" } }
    }

    /// Reads all facts, and names the imports of which some are not what was written: SQLite knows nothing of what stands in
    /// its pages.
    public func damagedImports() throws(StoreError) -> [ImportID] { try read { db in try db.damagedImports() } }
}

extension Database {
    /// The imports that count of which a column does not match its checksum.
    func damagedImports() throws -> [ImportID] {
        var damaged: Set<Int64> = []
        var facts = try BulkStatement(
            self,
            """
            SELECT import, data FROM fact WHERE import IN (SELECT id FROM import WHERE state IN ('kept', 'quarantined'))
            """)
        try facts.forEachRow { row in
            let id = try row.integer()
            if try !row.withBlob(ColumnCodec.isUndamaged) { damaged.insert(id) }
        }
        return damaged.sorted().map { ImportID($0) }
    }
}
