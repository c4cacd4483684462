import GRDB

extension Migrations {
    /// What people dismissed and that was not said to be over since: a problem that goes on stays dismissed. Of what was dismissed
    /// before this was kept, all counts that did not come back; the next rotation says what of it is over.
    static func dismissals(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE dismissal (exception INTEGER PRIMARY KEY) STRICT;
                INSERT INTO dismissal
                SELECT id FROM exception WHERE state = 9 AND source <> 'group'
                    AND id NOT IN (SELECT previous FROM exception WHERE previous IS NOT NULL);
                """)
    }
}
