import GRDB

extension Migrations {
    /// The numbers of incidents and of announced maintenance, which are kept among the records of the loop.
    static func commitments(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO counter VALUES ('B', 0), ('G', 0)")
    }
}
