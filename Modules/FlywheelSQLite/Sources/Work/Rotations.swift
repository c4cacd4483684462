public import FlywheelKit
public import FlywheelStore
import Foundation
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/beginRotation(asOf:currency:)``. A rotation that this store began earlier and has
    /// not published is swept too: one store turns one rotation at a time.
    public func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID {
        try sweepRotations()
        try lease.take()
        return try write { db in
            try db.execute(
                sql: """
                    INSERT INTO rotation (as_of, currency, summary, state, basis, writer)
                    VALUES (?, ?, '', 'staging', ?, ?)
                    """,
                arguments: [asOf.seconds, currency.code, try db.currentRotation(), lease.writer])
            return RotationID(db.lastInsertedRowID)
        }
    }

    /// See ``FlywheelStore/WorkStore/reserveExceptions(_:)``.
    public func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID {
        try write { db in
            let last: Int64 = try db.count(of: "exception")
            try db.execute(
                sql: "UPDATE counter SET value = value + ? WHERE name = 'exception'", arguments: [count])
            return ExceptionID(last + 1)
        }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``.
    public func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        try writeBatches(exceptions) { db, range in
            try db.requireStaging(rotation)
            for exception in exceptions[range] { try db.insert(exception, opened: rotation) }
        }
    }

    /// See ``FlywheelStore/WorkStore/stage(_:for:)``.
    public func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError) {
        try writeBatches(queue) { db, range in
            try db.requireStaging(rotation)
            for row in queue[range] {
                try db.run(
                    """
                    INSERT INTO queue (rotation, lane, position, exception, at_risk, tier, terms)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        rotation.number, row.lane.rawValue, row.position, row.exception.number, row.atRisk,
                        row.tier?.rawValue, row.terms.map { Data($0) },
                    ])
            }
        }
    }

    /// See ``FlywheelStore/WorkStore/currentRotation()``.
    public func currentRotation() throws(StoreError) -> RotationRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM rotation WHERE id = ?", arguments: [try db.currentRotation()]
            ).map { row in
                let code: String = try row.get("currency")
                guard let currency = Currency(code) else {
                    throw StoreError.failed("\(RotationID(try row.get("id"))) is in \"\(code)\", which is no currency")
                }
                return try RotationRecord(
                    id: RotationID(row.get("id")), asOf: row.instant("as_of"), currency: currency,
                    summary: row.get("summary"))
            }
        }
    }

    // MARK: Sweeping

    /// Removes rotations that will not be published: those of programs that no longer run and this store's own earlier
    /// one; and what published ones left that are no longer the newest.
    func sweepRotations() throws(StoreError) {
        let staged = try read { db in
            try Row.fetchAll(db, sql: "SELECT id, writer, batch FROM rotation WHERE state = 'staging'")
        }
        for row in staged {
            let id: Int64 = try row.get("id")
            let writer: String = try row.get("writer")
            guard writer == lease.writer || !lease.isAlive(writer) else { continue }
            try removeQueue(of: id)
            try deleteBatches(
                "DELETE FROM exception WHERE id IN (SELECT id FROM exception WHERE opened = ? LIMIT \(Self.batch))",
                [id])
            try removePrepared(of: id, batch: row.get("batch"))
            try write { db in try db.execute(sql: "DELETE FROM rotation WHERE id = ?", arguments: [id]) }
        }
        try sweepSuperseded()
    }

    /// Removes the queues and tiers of published rotations that are no longer the newest.
    func sweepSuperseded() throws(StoreError) {
        let old = try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM rotation WHERE state = 'published' AND id <> ?1
                        AND (EXISTS (SELECT 1 FROM queue WHERE queue.rotation = rotation.id)
                            OR EXISTS (SELECT 1 FROM tier WHERE tier.rotation = rotation.id))
                    """, arguments: [try db.currentRotation()])
        }
        for id in old {
            try removeQueue(of: id)
            try removeTiers(of: id)
        }
    }

    private func removeQueue(of rotation: Int64) throws(StoreError) {
        try deleteBatches(
            "DELETE FROM queue WHERE id IN (SELECT id FROM queue WHERE rotation = ? LIMIT \(Self.batch))", [rotation])
    }

    private func removeTiers(of rotation: Int64) throws(StoreError) {
        try deleteBatches(
            "DELETE FROM tier WHERE rowid IN (SELECT rowid FROM tier WHERE rotation = ? LIMIT 16)", [rotation])
    }

    /// Removes the tiers and events that were written for a rotation ahead of its publication.
    func removePrepared(of rotation: Int64, batch: Int64?) throws(StoreError) {
        try removeTiers(of: rotation)
        guard let batch else { return }
        try deleteBatches(
            """
            DELETE FROM event WHERE batch = ?1 AND position IN
                (SELECT position FROM event WHERE batch = ?1 LIMIT \(Self.batch))
            """, [batch])
    }
}

extension Database {
    /// The newest published rotation.
    func currentRotation() throws -> Int64? {
        try Int64.fetchOne(
            cachedStatement(sql: "SELECT id FROM rotation WHERE state = 'published' ORDER BY id DESC LIMIT 1"))
    }

    /// Refuses to go on with a rotation that is not being staged.
    func requireStaging(_ id: RotationID) throws {
        let state = try String.fetchOne(
            cachedStatement(sql: "SELECT state FROM rotation WHERE id = ?"), arguments: [id.number])
        guard let state else { throw StoreError.unknown("rotation \(id)") }
        guard state == "staging" else { throw StoreError.refused("\(id) is published already") }
    }
}
