import GRDB

extension Migrations {
    /// Rotations, exceptions, the queue, outcomes and what was learned.
    ///
    /// - `rotation.basis` is the rotation that was current when this one began: it is published onto that one or not at
    ///   all. `rotation.first_exception` is the first id that was free then: what it opens has that one or a later one.
    /// - `family` is what fingerprints on one marketplace have in common, so that an exception holds one number of it.
    /// - An exception counts once the rotation `opened` is published; so do queue and tiers of a rotation. No foreign keys
    ///   lead from exceptions: each would be looked up for each of the hundred thousands that a rotation may open.
    /// - `exception.state` is a place in `ExceptionRecord.State.stored`: below 3 it is open, below 4 not finished.
    /// - `exception.handled` is the rotation that was current when a person last changed it.
    /// - `queue` holds the rows of a lane up to the position `last` as columns; `queue_place` finds the lane and position
    ///   of exceptions up to the id `last`.
    static func work(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE rotation (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    as_of INTEGER NOT NULL, currency TEXT NOT NULL, summary TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('staging', 'published')),
                    basis INTEGER, first_exception INTEGER NOT NULL, batch INTEGER, writer TEXT
                ) STRICT;
                CREATE INDEX rotation_staging ON rotation (id) WHERE state = 'staging';

                CREATE TABLE family (
                    id INTEGER PRIMARY KEY,
                    workflow TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL,
                    marketplace TEXT NOT NULL,
                    UNIQUE (account, marketplace, subject, workflow, kind)
                ) STRICT;

                CREATE TABLE exception (
                    id INTEGER PRIMARY KEY,
                    family INTEGER NOT NULL, code TEXT NOT NULL, discriminator TEXT NOT NULL,
                    version INTEGER NOT NULL, state INTEGER NOT NULL,
                    onset INTEGER, detected INTEGER NOT NULL, opened INTEGER NOT NULL, changed INTEGER NOT NULL,
                    previous INTEGER, due INTEGER, claimed INTEGER, closed INTEGER,
                    owner TEXT, assigned_by TEXT, claimed_by TEXT, closed_by TEXT, root_cause TEXT, snooze TEXT,
                    steps_done TEXT NOT NULL, source TEXT NOT NULL,
                    model TEXT NOT NULL, evidence TEXT NOT NULL, exposure BLOB NOT NULL,
                    terms_at_open BLOB NOT NULL, terms_at_close BLOB, handled INTEGER
                ) STRICT;
                CREATE INDEX exception_subject ON exception (family, code);
                CREATE INDEX exception_unfinished ON exception (id) WHERE state < 4;
                CREATE INDEX exception_final ON exception (family, code, discriminator) WHERE state >= 4;
                CREATE INDEX exception_handled ON exception (handled) WHERE handled IS NOT NULL;
                CREATE INDEX exception_added ON exception (id) WHERE source = 'person';
                CREATE INDEX exception_snoozed ON exception (id) WHERE snooze IS NOT NULL;
                CREATE VIEW visible_exception AS
                    SELECT * FROM exception WHERE opened NOT IN (SELECT id FROM rotation WHERE state = 'staging');

                CREATE TABLE queue (
                    rotation INTEGER NOT NULL, lane INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL,
                    exceptions BLOB NOT NULL, positions BLOB NOT NULL, at_risk BLOB NOT NULL, tiers BLOB NOT NULL,
                    lengths BLOB NOT NULL, terms BLOB NOT NULL,
                    PRIMARY KEY (rotation, lane, last)
                ) STRICT;
                CREATE TABLE queue_place (
                    rotation INTEGER NOT NULL, last INTEGER NOT NULL,
                    exceptions BLOB NOT NULL, lanes BLOB NOT NULL, positions BLOB NOT NULL,
                    PRIMARY KEY (rotation, last)
                ) STRICT;

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
