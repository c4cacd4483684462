import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/outcomes()``.
    public func outcomes() throws(StoreError) -> [OutcomeRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM outcome ORDER BY exception").map(OutcomeRecord.init(row:))
        }
    }

    /// See ``FlywheelStore/WorkStore/stageStates()``.
    public func stageStates() throws(StoreError) -> [StageState] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM stage_state ORDER BY workflow").map { row in
                try StageState(
                    workflow: row.get("workflow"), knobs: row.get("knobs"), model: row.get("model"),
                    record: row.get("record"))
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/tiers()``.
    public func tiers() throws(StoreError) -> [TierColumn] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM tier WHERE rotation = ? ORDER BY chunk", arguments: [try db.currentRotation()]
            ).map { row in
                try TierColumn(chunk: row.get("chunk"), tiers: row.column("tiers"), since: row.column("since"))
            }
        }
    }
}

extension Database {
    /// Writes what an ended exception leaves; a second outcome of one exception is refused.
    func insert(_ outcome: OutcomeRecord) throws {
        let id = outcome.exception
        let isTaken = try Bool.fetchOne(
            cachedStatement(sql: "SELECT 1 FROM outcome WHERE exception = ?"), arguments: [id.number])
        guard isTaken == nil else { throw StoreError.refused("\(id) has an outcome already; outcomes never change") }
        try run(
            "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [id.number] + outcome.fingerprint.columns + [
                Data(ExposureCodec.encode(outcome.exposure)), outcome.verdict.rawValue, outcome.rootCause,
                outcome.isVerified,
                outcome.onset.seconds,
                outcome.detected.seconds, outcome.claimed?.seconds, outcome.ended.seconds, outcome.verified?.seconds,
                Data(outcome.termsAtOpen), Data(outcome.termsAtEnd),
            ])
    }

    /// Writes the tiers of a chunk.
    func insert(_ column: TierColumn, of rotation: Int64) throws {
        try run(
            "INSERT INTO tier VALUES (?, ?, ?, ?)",
            [
                rotation, column.chunk, Data(ColumnCodec.encode(.texts(column.tiers))),
                Data(ColumnCodec.encode(.days(column.since))),
            ])
    }
}

extension OutcomeRecord {
    init(row: Row) throws {
        try self.init(
            exception: ExceptionID(row.get("exception")), fingerprint: Fingerprint(row: row),
            exposure: row.exposure(), verdict: row.word("verdict"), rootCause: row.get("root_cause"),
            isVerified: row.get("is_verified"), onset: row.instant("onset"), detected: row.instant("detected"),
            claimed: row.optionalInstant("claimed"), ended: row.instant("ended"),
            verified: row.optionalInstant("verified"), termsAtOpen: Array(row.get("terms_at_open") as Data),
            termsAtEnd: Array(row.get("terms_at_end") as Data))
    }
}

extension Row {
    fileprivate func column<Value: ColumnValue>(_ name: String) throws -> Values<Value> {
        let data: Data = try get(name)
        do {
            let column = try data.withUnsafeBytes { try ColumnCodec.decode($0) }
            return Value.values(of: column) ?? Values()
        } catch let damage as ColumnDamage {
            throw StoreError.failed("column \(name) of the listings' tiers \(damage)")
        }
    }
}
