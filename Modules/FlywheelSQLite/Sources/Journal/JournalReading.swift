public import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/Store/journalFaults()``.
    public func journalFaults() throws(StoreError) -> [JournalFault] {
        try read { db in
            var audit = JournalAudit()
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT journal.*, position, verb, subject, event.count, cause, state, detail
                    FROM journal LEFT JOIN event USING (batch) ORDER BY sequence, position
                    """)
            var sequence: Int64?
            while let row = try rows.next() {
                if try row.get("sequence") != sequence {
                    sequence = try row.get("sequence")
                    audit.begin(try row.get("sequence"), try? JournalEntry(row: row))
                }
                // An entry that names a batch has events; without them, its first one cannot be read.
                let hasBatch = try row.get("batch", as: Int64?.self) != nil
                if let position = try row.get("position", as: Int?.self) ?? (hasBatch ? 0 : nil) {
                    audit.add(position, try? JournalEvent(row: row))
                }
            }
            audit.finish(written: try db.count(of: "journal"), loose: try Self.looseEvents(db))
            for row in try Row.fetchAll(db, sql: "SELECT id, state FROM import WHERE state <> 'staging' ORDER BY id") {
                audit.check(ImportID(try row.get("id")).description, is: try row.get("state"))
            }
            let exceptions = try Row.fetchCursor(db, sql: "SELECT id, state FROM visible_exception ORDER BY id")
            while let row = try exceptions.next() {
                audit.check(ExceptionID(try row.get("id")).description, is: try row.get("state"))
            }
            return audit.faults.sorted { $0.sequence < $1.sequence }
        }
    }

    /// Events that no entry names, apart from those of a rotation that is being published.
    private static func looseEvents(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FROM event WHERE batch NOT IN (SELECT batch FROM journal WHERE batch IS NOT NULL)
                    AND batch NOT IN (SELECT batch FROM rotation WHERE state = 'staging' AND batch IS NOT NULL)
                """) ?? 0
    }

    /// See ``FlywheelStore/Store/journalLength()``.
    public func journalLength() throws(StoreError) -> Int64 {
        try read { db in try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM journal") ?? 0 }
    }

    /// See ``FlywheelStore/Store/history(of:)``.
    public func history(
        of subject: String
    ) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT event.*, at, actor_kind, actor_name FROM event JOIN journal USING (batch)
                    WHERE subject = ?1 OR (event.count > 1 AND substr(subject, 1, 1) = substr(?1, 1, 1)
                        AND ?2 BETWEEN substr(subject, 2) + 0 AND substr(subject, 2) + event.count - 1)
                    ORDER BY sequence, position
                    """, arguments: [subject, Int64(subject.dropFirst())]
            ).map { row in
                (
                    try row.instant("at"), Actor(try row.word("actor_kind"), try row.get("actor_name")),
                    try JournalEvent(row: row)
                )
            }
        }
    }
}
