import GRDB

extension Migrations {
    /// How people want their pages, and which list a saved view is of: until then all were of the inbox.
    static func preferences(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE person ADD COLUMN figures TEXT NOT NULL DEFAULT '';
                ALTER TABLE person ADD COLUMN zone TEXT NOT NULL DEFAULT '';
                CREATE TABLE view_of_list (
                    list TEXT NOT NULL, name TEXT NOT NULL, owner TEXT NOT NULL, query TEXT NOT NULL,
                    PRIMARY KEY (list, name, owner)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO view_of_list SELECT 'cases', name, owner, query FROM saved_view;
                DROP TABLE saved_view;
                ALTER TABLE view_of_list RENAME TO saved_view;
                """)
    }
}
