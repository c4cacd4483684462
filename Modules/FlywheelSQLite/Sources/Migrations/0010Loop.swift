import GRDB

extension Migrations {
    /// What was decided about how to work and measured of it: one table, since the store knows none of what it means.
    ///
    /// `body` is canonical JSON of the record's module.
    static func loop(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO counter VALUES ('T', 0), ('K', 0), ('H', 0), ('A', 0), ('E', 0), ('F', 0), ('J', 0);
                CREATE TABLE loop_record (
                    kind TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, workflow TEXT, state TEXT NOT NULL,
                    at INTEGER NOT NULL, made_by TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
                    PRIMARY KEY (kind, number), UNIQUE (kind, key)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX loop_record_state ON loop_record (kind, state, number);
                CREATE TABLE simulation (seed INTEGER NOT NULL) STRICT;
                """)
    }
}
