import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
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
