import GRDB

extension Migrations {
    /// Which exception stands for one and others with the same cause.
    static func groups(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE exception ADD COLUMN parent INTEGER;
                CREATE INDEX exception_parent ON exception (parent) WHERE parent IS NOT NULL;
                """)
    }
}
