import GRDB

extension Migrations {
    /// Who may come in. What is secret is digests and hashes; numbers are never given again.
    ///
    /// `accounts`, `rights` and `second_factor` are canonical JSON.
    static func people(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE person (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
                    role TEXT NOT NULL, accounts TEXT, locale TEXT NOT NULL, disabled INTEGER, password TEXT,
                    second_factor TEXT, issuer TEXT, subject TEXT, version INTEGER NOT NULL,
                    UNIQUE (issuer, subject)
                ) STRICT;
                CREATE TABLE sign_in (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE,
                    person INTEGER NOT NULL REFERENCES person, is_complete INTEGER NOT NULL, began INTEGER NOT NULL,
                    last_seen INTEGER NOT NULL, ends INTEGER NOT NULL, address TEXT NOT NULL, agent TEXT NOT NULL
                ) STRICT;
                CREATE INDEX sign_in_person ON sign_in (person);
                CREATE TABLE token (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE, label TEXT NOT NULL,
                    person INTEGER NOT NULL REFERENCES person, rights TEXT NOT NULL, accounts TEXT,
                    made INTEGER NOT NULL, ends INTEGER, last_used INTEGER
                ) STRICT;
                CREATE INDEX token_person ON token (person);
                CREATE TABLE invitation (
                    digest BLOB PRIMARY KEY NOT NULL, person INTEGER REFERENCES person, ends INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE door_event (
                    number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL,
                    person INTEGER, detail TEXT NOT NULL, address TEXT NOT NULL
                ) STRICT;
                CREATE INDEX door_event_person ON door_event (person, number);
                CREATE INDEX door_event_at ON door_event (at);
                """)
    }
}
