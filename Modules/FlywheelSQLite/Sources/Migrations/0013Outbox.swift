import GRDB

extension Migrations {
    /// What leaves the house.
    ///
    /// `filter` is canonical JSON. `secrets` are keys in hexadecimal, newest first, parted by spaces: they must sign, so they
    /// stand here as they are.
    static func outbox(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO counter VALUES ('W', 0);
                CREATE TABLE subscription (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL, target TEXT NOT NULL, filter TEXT NOT NULL, secrets TEXT NOT NULL,
                    state TEXT NOT NULL, reason TEXT NOT NULL, cursor INTEGER NOT NULL, rest INTEGER,
                    at INTEGER NOT NULL, made_by TEXT NOT NULL, version INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE delivery (
                    id TEXT PRIMARY KEY,
                    subscription INTEGER NOT NULL REFERENCES subscription (id),
                    sequence INTEGER NOT NULL, position INTEGER NOT NULL,
                    verb TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL, body TEXT NOT NULL,
                    made INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next INTEGER NOT NULL,
                    tried INTEGER, outcome TEXT NOT NULL
                ) STRICT;
                CREATE INDEX delivery_state ON delivery (subscription, state, sequence, position);
                CREATE INDEX delivery_newest ON delivery (sequence, position);
                CREATE INDEX delivery_delivered ON delivery (tried) WHERE state = 'delivered';
                """)
    }
}
