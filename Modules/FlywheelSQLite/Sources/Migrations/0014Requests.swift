import GRDB

extension Migrations {
    /// What was asked to be done once, for as long as it may be asked again.
    static func requests(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE request (
                    owner TEXT NOT NULL, word TEXT NOT NULL,
                    digest BLOB NOT NULL, begun INTEGER NOT NULL, status INTEGER, body TEXT,
                    PRIMARY KEY (owner, word)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX request_begun ON request (begun);
                """)
    }
}
