public import FlywheelKit
public import FlywheelStore
import GRDB

/// What was decided about how to work and measured of it: what is kept and its journal events are one transaction.
extension SQLiteStore {
    /// See ``FlywheelStore/LearningStore/reserve(_:of:)-(_,LoopRecord.Kind)``.
    public func reserve(_ count: Int, of kind: LoopRecord.Kind) throws(StoreError) -> Int64 {
        try write { db in
            let last = try db.count(of: kind.letter)
            try db.run("UPDATE counter SET value = value + ? WHERE name = ?", [count, kind.letter])
            return last + 1
        }
    }

    /// See ``FlywheelStore/LearningStore/loopRecord(_:_:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, _ number: Int64) throws(StoreError) -> LoopRecord? {
        try loopRecords("kind = ? AND number = ?", [kind.rawValue, number]).first
    }

    /// See ``FlywheelStore/LearningStore/loopRecord(_:keyed:)``.
    public func loopRecord(_ kind: LoopRecord.Kind, keyed key: String) throws(StoreError) -> LoopRecord? {
        try loopRecords("kind = ? AND key = ?", [kind.rawValue, key]).first
    }

    /// See ``FlywheelStore/LearningStore/loopRecords(_:workflow:state:)``.
    public func loopRecords(
        _ kind: LoopRecord.Kind, workflow: String?, state: String?
    ) throws(StoreError) -> [LoopRecord] {
        var condition = "kind = ?"
        var arguments: StatementArguments = [kind.rawValue]
        if let state {
            condition += " AND state = ?"
            arguments += [state]
        }
        if let workflow {
            condition += " AND workflow = ?"
            arguments += [workflow]
        }
        return try loopRecords("\(condition) ORDER BY number", arguments)
    }

    private func loopRecords(
        _ condition: String, _ arguments: StatementArguments
    ) throws(StoreError) -> [LoopRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM loop_record WHERE \(condition)", arguments: arguments)
                .map(LoopRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/LearningStore/keep(_:knobs:events:by:at:)``.
    public func keep(
        _ records: [LoopRecord], knobs: (workflow: String, json: String)?, events: [JournalEvent], by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        try write { db in
            var late: [String] = []
            for record in records where try !db.replace(record) { late.append(record.id) }
            guard late.isEmpty else { throw StoreError.recordsChangedMeanwhile(late) }
            if let knobs {
                try db.run(
                    """
                    INSERT INTO stage_state VALUES (?, ?, '', '') ON CONFLICT DO UPDATE SET knobs = excluded.knobs
                    """, [knobs.workflow, knobs.json])
            }
            let tuned = knobs.map { [JournalEvent(.tuned, $0.workflow)] } ?? []
            try db.append(records.map(\.event) + tuned + events, at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/LearningStore/isSimulated()``.
    public func isSimulated() throws(StoreError) -> Bool {
        try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM simulation)") ?? false }
    }

    /// See ``FlywheelStore/LearningStore/markSimulated(seed:by:at:)``.
    public func markSimulated(seed: UInt64, by actor: Actor, at: Instant) throws(StoreError) {
        try write { db in
            let holdsData = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM journal)")
            if holdsData == true { throw StoreError.holdsData }
            // SQLite's whole numbers have a sign.
            try db.run("INSERT INTO simulation VALUES (?)", [Int64(bitPattern: seed)])
            try db.append([.simulated(seed: seed)], at: at, by: actor)
        }
    }

    /// Compares records with what the journal says of them.
    static func checkLoop(_ db: Database, _ audit: inout JournalAudit) throws {
        let records = try Row.fetchCursor(db, sql: "SELECT * FROM loop_record ORDER BY kind, number")
        while let row = try records.next() {
            let record = try LoopRecord(row: row)
            audit.check(record.id, is: record.state)
        }
    }
}

extension Database {
    /// Puts a record in the place of the one it was made from, and says whether that was still there.
    fileprivate func replace(_ record: LoopRecord) throws -> Bool {
        if record.version == 0 {
            try run(
                "INSERT OR IGNORE INTO loop_record VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)",
                [
                    record.kind.rawValue, record.number, record.key, record.workflow, record.state, record.at.seconds,
                    record.by, record.body,
                ])
        } else {
            try run(
                """
                UPDATE loop_record SET state = ?, at = ?, made_by = ?, version = version + 1, body = ?
                WHERE kind = ? AND number = ? AND version = ? AND key = ? AND workflow IS ?
                """,
                [
                    record.state, record.at.seconds, record.by, record.body, record.kind.rawValue, record.number,
                    record.version, record.key, record.workflow,
                ])
        }
        return changesCount == 1
    }
}

extension LoopRecord {
    fileprivate init(row: Row) throws(StoreError) {
        try self.init(
            row.word("kind"), number: row.get("number"), key: row.get("key"), workflow: row.get("workflow"),
            state: row.get("state"), at: row.instant("at"), by: row.get("made_by"), version: row.get("version"),
            body: row.get("body"))
    }
}
