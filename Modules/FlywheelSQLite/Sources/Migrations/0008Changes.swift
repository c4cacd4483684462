import GRDB

extension Migrations {
    /// Changes of listings: what was proposed, decided and written.
    ///
    /// A change counts once the rotation that proposes it is published. `proposal` and `completed` are canonical JSON, and so
    /// are the files `written` and `restored`.
    static func changes(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO counter VALUES ('change', 0);
                CREATE TABLE change (
                    id INTEGER PRIMARY KEY,
                    exception INTEGER NOT NULL, rotation INTEGER NOT NULL, proposed INTEGER NOT NULL,
                    workflow TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL,
                    marketplace TEXT NOT NULL, code TEXT NOT NULL, discriminator TEXT NOT NULL,
                    proposal TEXT NOT NULL, completed TEXT,
                    version INTEGER NOT NULL, state TEXT NOT NULL, mode TEXT NOT NULL,
                    decided INTEGER, decided_by TEXT, reason TEXT, written TEXT, restored TEXT
                ) STRICT;
                CREATE INDEX change_exception ON change (exception);
                CREATE INDEX change_rotation ON change (rotation);
                CREATE INDEX change_waiting ON change (id) WHERE state IN ('proposed', 'approved');
                CREATE VIEW visible_change AS
                    SELECT * FROM change WHERE rotation NOT IN (SELECT id FROM rotation WHERE state = 'staging');
                """)
    }
}
