import GRDB

extension Migrations {
    /// When an exception was first predicted, and when that came true; of those that are there the journal says it.
    static func warnings(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE exception ADD COLUMN predicted INTEGER;
                ALTER TABLE exception ADD COLUMN came_true INTEGER;
                ALTER TABLE outcome ADD COLUMN predicted INTEGER;
                ALTER TABLE outcome ADD COLUMN came_true INTEGER;

                CREATE TEMP TABLE came_true AS
                    SELECT CAST(substr(subject, 2) AS INTEGER) AS exception, MIN(journal.at) AS at
                    FROM event JOIN journal ON journal.batch = event.batch
                    WHERE verb = 'cameTrue' AND subject LIKE 'X%' GROUP BY subject;
                UPDATE exception SET predicted = detected
                    WHERE state IN (0, 7) OR id IN (SELECT exception FROM came_true);
                UPDATE exception SET came_true = (SELECT at FROM came_true WHERE exception = id)
                    WHERE id IN (SELECT exception FROM came_true);
                UPDATE outcome SET (predicted, came_true) =
                    (SELECT exception.predicted, exception.came_true FROM exception WHERE id = outcome.exception)
                    WHERE exception IN (SELECT id FROM exception WHERE predicted IS NOT NULL);
                DROP TABLE came_true;
                """)
    }
}
