import GRDB

extension Migrations {
    /// Walks in the order of ids for who may know of some accounts alone; of all there are walks already. And listings as a
    /// rotation ranks them.
    ///
    /// - `listing_rank` holds the rows of a list up to the listing at `last` as columns: `*` lists those of all accounts where
    ///   there are several, `=north` those of one. `last` is less than zero by what is at risk, so that more comes first.
    static func lists(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX exception_unfinished_family ON exception (family) WHERE state < 4;
                CREATE INDEX outcome_family ON outcome (family);
                CREATE TABLE listing_rank (
                    rotation INTEGER NOT NULL, list TEXT NOT NULL, last INTEGER NOT NULL,
                    last_exception INTEGER NOT NULL, count INTEGER NOT NULL,
                    exceptions BLOB NOT NULL, at_risk BLOB NOT NULL,
                    PRIMARY KEY (rotation, list, last, last_exception)
                ) STRICT;
                """)
    }
}
