public import FlywheelKit
public import FlywheelStore
import Foundation
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
            var exceptions = try BulkStatement(db, "SELECT id, state FROM visible_exception ORDER BY id")
            try exceptions.forEachRow { row in
                let id = ExceptionID(try row.integer())
                audit.check(id.description, is: try ExceptionRecord.State(number: row.integer()).rawValue)
            }
            for row in try Row.fetchAll(db, sql: "SELECT id, state FROM visible_change ORDER BY id") {
                audit.check(ChangeID(try row.get("id")).description, is: try row.get("state"))
            }
            let notes = try Row.fetchCursor(
                db,
                sql: """
                    SELECT note.id, text, key, detail FROM note
                        JOIN event ON event.subject = 'X' || note.exception AND verb = 'noted'
                    WHERE detail LIKE 'N' || note.id || ' %' AND length(key) > 0 ORDER BY note.id
                    """)
            while let row = try notes.next() {
                let id = NoteID(try row.get("id"))
                let key = Array(try row.get("key", as: Data.self))
                audit.check(
                    note: id.description, is: NoteDigest.detail(of: id, try row.get("text"), key: key),
                    journalled: try row.get("detail"))
            }
            try Self.checkCases(db, &audit)
            try Self.checkLoop(db, &audit)
            try Self.checkOutbox(db, &audit)
            try Self.checkPeople(db, &audit)
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

    /// See ``FlywheelStore/Store/events()``.
    public func events() throws(StoreError) -> [JournalLine] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT event.*, sequence, at, actor_kind, actor_name, seal FROM journal JOIN event USING (batch)
                    ORDER BY sequence, position
                    """
            ).map(JournalLine.init(row:))
        }
    }

    /// See ``FlywheelStore/Store/events(after:limit:)``.
    public func events(after sequence: Int64, limit: Int) throws(StoreError) -> [JournalLine] {
        try read { db in try db.events(after: sequence, limit: limit) }
    }

    /// See ``FlywheelStore/Store/journalEnd()``.
    public func journalEnd() throws(StoreError) -> Int64 {
        try read(keeping: .journalEnd) { db in try db.journalEnd() } ?? 0
    }

    /// See ``FlywheelStore/Store/history(of:)``.
    public func history(
        of subject: String
    ) throws(StoreError) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        try read { db in
            try Row.fetchAll(
                db, sql: Self.historySQL, arguments: [subject, String(subject.prefix(1)), Int64(subject.dropFirst())]
            ).map { row in
                (
                    try row.instant("at"), Actor(try row.word("actor_kind"), try row.get("actor_name")),
                    try JournalEvent(row: row)
                )
            }
        }
    }

    /// See ``FlywheelStore/Store/histories(of:)``.
    public func histories(of exceptions: [ExceptionID]) throws(StoreError) -> [ExceptionID: [WorkEvent]] {
        guard !exceptions.isEmpty else { return [:] }
        return try read { db in
            var histories: [ExceptionID: [WorkEvent]] = [:]
            var statement = try BulkStatement(db, Self.historiesSQL)
            statement.bind(Database.list(exceptions.map(\.number)))
            try statement.forEachRow { row in
                let id = ExceptionID(try row.integer())
                histories[id, default: []].append(try WorkEvent(&row))
            }
            return histories
        }
    }

    /// Events of exceptions by themselves.
    static let historiesSQL = """
        SELECT value, at, actor_kind, actor_name, verb, subject, cause, state, detail
        FROM json_each(?) CROSS JOIN event ON subject = 'X' || value AND count = 1 CROSS JOIN journal USING (batch)
        ORDER BY value, sequence, position
        """

    /// Events of one subject, and the one that opened it together with others: openings never overlap, so it is the
    /// first one that ends after the subject.
    static let historySQL = """
        SELECT event.*, at, actor_kind, actor_name
        FROM (
            SELECT batch AS found, position AS place FROM event WHERE subject = ?1 UNION
            SELECT batch, position FROM (
                SELECT batch, position, subject FROM event
                WHERE count > 1 AND substr(subject, 1, 1) = ?2 AND substr(subject, 2) + count > ?3
                ORDER BY substr(subject, 2) + count LIMIT 1)
            WHERE substr(subject, 2) + 0 <= ?3)
        CROSS JOIN event ON event.batch = found AND event.position = place
        CROSS JOIN journal ON journal.batch = found
        ORDER BY sequence, position
        """
}

extension Database {
    /// Events of entries after one, in order.
    static let eventsAfterSQL = """
        SELECT event.*, sequence, at, actor_kind, actor_name, seal FROM journal CROSS JOIN event USING (batch)
        WHERE sequence > ? ORDER BY sequence, position
        """

    /// See ``FlywheelStore/Store/events(after:limit:)``.
    func events(after sequence: Int64, limit: Int) throws -> [JournalLine] {
        var page = JournalPage(limit: limit)
        let rows = try Row.fetchCursor(cachedStatement(sql: Self.eventsAfterSQL), arguments: [sequence])
        while let row = try rows.next(), page.add(try JournalLine(row: row)) {}
        return page.lines
    }

    /// See ``FlywheelStore/Store/journalEnd()``.
    func journalEnd() throws -> Int64 {
        try Int64.fetchOne(cachedStatement(sql: "SELECT MAX(sequence) FROM journal")) ?? 0
    }
}

extension JournalLine {
    fileprivate init(row: Row) throws(StoreError) {
        try self.init(
            sequence: row.get("sequence"), position: row.get("position"), at: row.instant("at"),
            actor: Actor(row.word("actor_kind"), row.get("actor_name")), seal: row.get("seal"),
            event: JournalEvent(row: row))
    }
}
