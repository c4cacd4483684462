import GRDB

extension Migrations {
    /// Rotations, exceptions, the queue, outcomes and what was learned.
    ///
    /// - `rotation.basis` is the rotation that was current when this one began: it is published onto that one or not at all.
    /// - An exception counts once the rotation `opened` is published; so do queue rows, tiers and terms of a rotation.
    static func work(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE rotation (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    as_of INTEGER NOT NULL, currency TEXT NOT NULL, summary TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('staging', 'published')),
                    basis INTEGER, batch INTEGER, writer TEXT
                ) STRICT;
                CREATE INDEX rotation_staging ON rotation (id) WHERE state = 'staging';

                CREATE TABLE exception (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    workflow TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL,
                    marketplace TEXT NOT NULL, code TEXT NOT NULL, discriminator TEXT NOT NULL,
                    version INTEGER NOT NULL, state TEXT NOT NULL,
                    onset INTEGER, detected INTEGER NOT NULL,
                    opened INTEGER NOT NULL REFERENCES rotation (id), changed INTEGER NOT NULL,
                    evidence TEXT NOT NULL, exposure BLOB NOT NULL, terms_at_open BLOB NOT NULL, model TEXT NOT NULL,
                    owner TEXT, claimed_by TEXT, claimed INTEGER, due INTEGER, closed INTEGER, closed_by TEXT,
                    root_cause TEXT, note TEXT, terms_at_close BLOB, previous INTEGER
                ) STRICT;
                CREATE INDEX exception_fingerprint
                    ON exception (account, marketplace, subject, code, workflow, kind, discriminator);
                CREATE INDEX exception_open ON exception (id) WHERE state IN ('predicted', 'active', 'notFixed');
                CREATE INDEX exception_unfinished ON exception (id)
                    WHERE state IN ('predicted', 'active', 'notFixed', 'verifying');
                CREATE INDEX exception_opened ON exception (opened);
                CREATE VIEW visible_exception AS
                    SELECT * FROM exception WHERE opened NOT IN (SELECT id FROM rotation WHERE state = 'staging');

                CREATE TABLE queue (
                    id INTEGER PRIMARY KEY,
                    rotation INTEGER NOT NULL REFERENCES rotation (id),
                    lane INTEGER NOT NULL, position INTEGER NOT NULL,
                    exception INTEGER NOT NULL REFERENCES exception (id),
                    at_risk INTEGER, tier TEXT, terms BLOB
                ) STRICT;
                CREATE UNIQUE INDEX queue_place ON queue (rotation, lane, position);
                CREATE INDEX queue_exception ON queue (exception, rotation, lane);

                CREATE TABLE outcome (
                    exception INTEGER PRIMARY KEY REFERENCES exception (id),
                    workflow TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL,
                    marketplace TEXT NOT NULL, code TEXT NOT NULL, discriminator TEXT NOT NULL, exposure BLOB NOT NULL,
                    verdict TEXT NOT NULL, root_cause TEXT, is_verified INTEGER,
                    onset INTEGER NOT NULL, detected INTEGER NOT NULL, claimed INTEGER, ended INTEGER NOT NULL,
                    verified INTEGER, terms_at_open BLOB NOT NULL, terms_at_end BLOB NOT NULL
                ) STRICT;

                CREATE TABLE stage_state (
                    workflow TEXT PRIMARY KEY, knobs TEXT NOT NULL, model TEXT NOT NULL, record TEXT NOT NULL
                ) STRICT;

                CREATE TABLE tier (
                    rotation INTEGER NOT NULL REFERENCES rotation (id),
                    chunk INTEGER NOT NULL,
                    tiers BLOB NOT NULL, since BLOB NOT NULL,
                    PRIMARY KEY (rotation, chunk)
                ) STRICT;
                """)
    }
}
