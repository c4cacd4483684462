import GRDB

extension Migrations {
    /// What people write, and what it takes to undo what they do.
    ///
    /// Personal text stands in `note` alone, whose rows can be deleted one by one: each holds the key of its own digest in
    /// the journal.
    static func desk(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE note (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    exception INTEGER NOT NULL REFERENCES exception (id),
                    at INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, key BLOB NOT NULL
                ) STRICT;
                CREATE INDEX note_exception ON note (exception);

                CREATE TABLE step (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    exception INTEGER NOT NULL REFERENCES exception (id),
                    actor TEXT NOT NULL, verb TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL,
                    replaced INTEGER NOT NULL, before TEXT NOT NULL, note INTEGER
                ) STRICT;
                CREATE INDEX step_exception ON step (exception);
                CREATE INDEX step_actor ON step (actor);
                """)
    }
}
