public import FlywheelKit
public import FlywheelStore
import GRDB

/// The way back from what people do at the desk.
extension SQLiteStore {
    /// See ``FlywheelStore/CaseStore/lastCaseStep(by:of:)``.
    public func lastCaseStep(by name: String, of id: CaseID?) throws(StoreError) -> CaseStep? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM case_step WHERE actor = ?1
                        AND (?2 IS NULL OR id IN (SELECT step FROM case_step_part WHERE desk_case = ?2))
                    ORDER BY id DESC LIMIT 1
                    """, arguments: [name, id?.number])
            return try row.map { row in
                let id: Int64 = try row.get("id")
                let cases = try Int64.fetchAll(
                    db, sql: "SELECT desk_case FROM case_step_part WHERE step = ? ORDER BY desk_case", arguments: [id])
                return try CaseStep(
                    id: id, verb: row.word("verb"), at: row.instant("at"), cases: cases.map { CaseID($0) })
            }
        }
    }

    /// See ``FlywheelStore/CaseStore/undo(_:by:at:)``.
    public func undo(_ step: CaseStep, by actor: Actor, at: Instant) throws(StoreError) -> [CaseRecord] {
        try write { db in
            let parts = try Row.fetchAll(
                db,
                sql: """
                    SELECT part.*, desk_case.version AS current FROM case_step_part AS part
                        JOIN desk_case ON desk_case.id = part.desk_case
                    WHERE step = ? ORDER BY part.desk_case
                    """, arguments: [step.id])
            let outdated = try parts.filter { try $0.get("version", as: Int.self) != $0.get("current", as: Int.self) }
            guard !parts.isEmpty, outdated.isEmpty else {
                let ids = try outdated.map { CaseID(try $0.get("desk_case")) }
                throw StoreError.casesChangedMeanwhile(ids.isEmpty ? step.cases : ids)
            }
            let restored = try parts.map { try db.restore($0) }
            try db.forgetWritten(in: step.id)
            try db.run("DELETE FROM case_step WHERE id = ?", [step.id])
            let events = restored.map {
                JournalEvent(.undone, $0.id.description, state: $0.state, detail: step.verb.rawValue)
            }
            try db.append(events, at: at, by: actor)
            return restored
        }
    }
}

extension Database {
    /// How many acts on a case can be taken back, one after the other.
    private static let depth = 20

    /// Remembers what an act is about to replace.
    func remember(_ act: CaseAct, by actor: Actor, at: Instant) throws {
        guard actor.kind == .person, let verb = act.events.first?.verb else { return }
        try run(
            "INSERT INTO case_step (actor, verb, at, messages, decisions) VALUES (?, ?, ?, ?, ?)",
            [
                actor.name, verb.rawValue, at.seconds, Database.list(act.messages.map(\.id.number)),
                Database.list(act.decisions.map(\.id.number)),
            ])
        let step = lastInsertedRowID
        for (record, version) in act.cases {
            let id = record.id.number
            guard let row = try Row.fetchOne(self, sql: "SELECT * FROM desk_case WHERE id = ?", arguments: [id]) else {
                continue
            }
            try run(
                "INSERT INTO case_step_part VALUES (?, ?, ?, ?, ?)",
                [step, id, version + 1, version, try CanonicalJSON.text(CaseRecord(row: row))])
            try run(
                """
                DELETE FROM case_step WHERE id IN
                    (SELECT step FROM case_step_part WHERE desk_case = ? ORDER BY step DESC LIMIT -1 OFFSET ?)
                """, [id, Self.depth])
        }
    }

    /// Restores what a part of a step replaced.
    fileprivate func restore(_ part: Row) throws -> CaseRecord {
        var record = try CanonicalJSON.value(CaseRecord.self, from: part.get("before"))
        let current: Int = try part.get("current")
        try write(record, version: current + 1)
        record.version = current + 1
        // What stands now is what the act before this one made: that one can be taken back next.
        try run(
            "UPDATE case_step_part SET version = ? WHERE desk_case = ? AND version = ?",
            [record.version, record.id.number, try part.get("replaced", as: Int.self)])
        return record
    }

    /// Deletes what an act wrote.
    fileprivate func forgetWritten(in step: Int64) throws {
        for (table, column, fields) in [
            ("message", "messages", "'message', 'attachments', 'reference'"), ("decision", "decisions", "'rationale'"),
        ] {
            let numbers = "SELECT value FROM case_step, json_each(case_step.\(column)) WHERE case_step.id = ?"
            try run("DELETE FROM personal_text WHERE field IN (\(fields)) AND number IN (\(numbers))", [step])
            try run("DELETE FROM \(table) WHERE id IN (\(numbers))", [step])
        }
    }
}
