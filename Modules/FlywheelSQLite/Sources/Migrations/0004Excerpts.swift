import GRDB

extension Migrations {
    /// The start of the cell that a reject is about; nothing for rows that were rejected before it was kept.
    static func excerpts(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE reject ADD COLUMN excerpt TEXT NOT NULL DEFAULT ''")
    }
}
