import GRDB

extension Migrations {
    /// What people did about an exception before it ended; and rows of outcomes that are short, since a year of them is
    /// looked through at once: what is long stands in `outcome_terms`.
    ///
    /// Of outcomes that are there `touches` and all columns after it are unknown.
    static func outcomes(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE outcome RENAME TO old_outcome;
                CREATE TABLE outcome (
                    exception INTEGER PRIMARY KEY REFERENCES exception (id),
                    family INTEGER NOT NULL, code TEXT NOT NULL, discriminator TEXT NOT NULL,
                    verdict TEXT NOT NULL, root_cause TEXT, is_verified INTEGER,
                    onset INTEGER NOT NULL, detected INTEGER NOT NULL, claimed INTEGER, ended INTEGER NOT NULL,
                    verified INTEGER, predicted INTEGER, came_true INTEGER,
                    touches INTEGER, source TEXT, onset_known INTEGER, tier TEXT,
                    at_risk_at_open INTEGER, currency_at_open TEXT, at_risk_at_end INTEGER, currency_at_end TEXT,
                    due INTEGER, first_claimed INTEGER, worker TEXT, closer TEXT, is_routed INTEGER,
                    rank_at_claim INTEGER, waiting_at_claim INTEGER, touch_seconds INTEGER, playbook_opened INTEGER,
                    steps INTEGER, steps_done INTEGER, steps_automatic INTEGER, not_fixed INTEGER,
                    refuted INTEGER,
                    repeat_of INTEGER, regression_of INTEGER, prevention INTEGER
                ) STRICT;
                CREATE TABLE outcome_terms (
                    exception INTEGER PRIMARY KEY REFERENCES exception (id),
                    exposure BLOB NOT NULL, at_open BLOB NOT NULL, at_end BLOB NOT NULL
                ) STRICT;
                INSERT INTO outcome (
                    exception, family, code, discriminator, verdict, root_cause, is_verified, onset, detected, claimed,
                    ended, verified, predicted, came_true)
                SELECT
                    exception, exception.family, old_outcome.code, old_outcome.discriminator, verdict,
                    old_outcome.root_cause, is_verified, old_outcome.onset, old_outcome.detected, old_outcome.claimed,
                    ended, verified, old_outcome.predicted, old_outcome.came_true
                FROM old_outcome JOIN exception ON exception.id = old_outcome.exception;
                INSERT INTO outcome_terms
                    SELECT exception, exposure, terms_at_open, terms_at_end FROM old_outcome;
                DROP TABLE old_outcome;
                """)
    }
}
