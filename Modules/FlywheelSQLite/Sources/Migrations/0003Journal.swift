import GRDB

extension Migrations {
    /// The journal's entries and their events.
    ///
    /// The events of a rotation are written in batches before their entry is; they count once an entry names their batch.
    /// An entry without events names none. An event of several subjects is found by the first number after theirs.
    static func journal(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE journal (
                    sequence INTEGER PRIMARY KEY,
                    batch INTEGER UNIQUE,
                    at INTEGER NOT NULL, actor_kind TEXT NOT NULL, actor_name TEXT NOT NULL,
                    event_digest TEXT NOT NULL, previous TEXT NOT NULL, seal TEXT NOT NULL
                ) STRICT;
                CREATE TABLE event (
                    batch INTEGER NOT NULL, position INTEGER NOT NULL,
                    verb TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL, cause TEXT NOT NULL, state TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    PRIMARY KEY (batch, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX event_subject ON event (subject);
                CREATE INDEX event_run ON event (substr(subject, 1, 1), substr(subject, 2) + count) WHERE count > 1;
                """)
    }
}
