import FlywheelKit
import FlywheelStore
import GRDB

@testable import FlywheelSQLite

/// A store as an older program left it, with one file in it.
enum OldStore {
    static func write(to path: String) throws {
        let database = try DatabaseQueue(path: path)
        // "FLYW", as every store is marked.
        try database.write { db in try db.execute(sql: "PRAGMA application_id = \(0x464C_5957)") }
        try Migrations.all.migrate(database, upTo: "0003 journal")
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO scope VALUES (1, 'listing', '', '');
                    INSERT INTO import VALUES
                        (1, 'listings.txt', 'a', 'generic', 'catalog/1', 'listing', '', '', 1, 0, 0, 'kept', '', 'person',
                        'ann', NULL);
                    """)
            try db.append(
                [JournalEvent(.importKept, "I1", state: "kept")], at: Moments.exported, by: Actor(.person, "ann"))
        }
    }
}
