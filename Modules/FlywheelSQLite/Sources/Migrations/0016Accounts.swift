import GRDB

extension Migrations {
    /// What rotations count of each account alone, a JSON object of texts by account; of those that are there nothing was kept.
    static func accounts(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE rotation ADD COLUMN accounts TEXT NOT NULL DEFAULT '{}'")
    }
}
