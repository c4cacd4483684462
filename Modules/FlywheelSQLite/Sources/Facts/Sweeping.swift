import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Removes what imports of programs that no longer run left behind.
    func sweepImports() throws(StoreError) {
        let staged = try read { db in
            try Row.fetchAll(db, sql: "SELECT id, writer FROM import WHERE state = 'staging'")
        }
        for row in staged {
            let writer: String = try row.get("writer")
            if !lease.isAlive(writer) { try removeImport(row.get("id")) }
        }
        // A crash between discarding an import and removing its facts leaves them; they count for nothing.
        let discarded = try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM import WHERE state = 'discarded'
                        AND EXISTS (SELECT 1 FROM fact WHERE fact.import = import.id)
                    """)
        }
        for id in discarded { try removeFacts(of: id) }
    }

    /// Removes a staged import and everything of it, the record last, so that an interrupted removal is taken up again.
    func removeImport(_ id: Int64) throws(StoreError) {
        try removeFacts(of: id)
        try deleteBatches(
            """
            DELETE FROM reject WHERE (import, line, number) IN
                (SELECT import, line, number FROM reject WHERE import = ? LIMIT \(Self.batch))
            """, [id])
        try write { db in try db.execute(sql: "DELETE FROM import WHERE id = ?", arguments: [id]) }
    }

    /// Removes the facts of an import, some columns at a time.
    func removeFacts(of id: Int64) throws(StoreError) {
        try deleteBatches("DELETE FROM fact WHERE id IN (SELECT id FROM fact WHERE import = ? LIMIT 256)", [id])
    }
}
