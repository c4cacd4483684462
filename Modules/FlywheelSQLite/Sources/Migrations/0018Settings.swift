import GRDB

extension Migrations {
    /// Numbers for changes of settings.
    static func settings(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO counter VALUES ('Y', 0)")
    }
}
