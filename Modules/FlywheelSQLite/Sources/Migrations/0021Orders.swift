import GRDB

extension Migrations {
    /// From when what a seller ordered for a prediction could help. Of what ended before it was kept it is unknown, and the verdict
    /// alone says what became of it.
    static func orders(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE exception ADD COLUMN order_arrives INTEGER;
                ALTER TABLE outcome ADD COLUMN order_arrives INTEGER;
                """)
    }
}
