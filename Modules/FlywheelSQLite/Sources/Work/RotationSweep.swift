import FlywheelStore
import GRDB
import Synchronization

extension SQLiteStore {
    /// Removes rotations that will not be published: those of programs that no longer run and this store's own earlier
    /// one; and what published ones left that are no longer the newest.
    func sweepRotations() throws(StoreError) {
        let begun = try read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, writer, batch, first_exception FROM rotation WHERE state = 'staging'")
        }
        for row in begun {
            let id: Int64 = try row.get("id")
            let writer: String = try row.get("writer")
            guard writer == lease.writer || !lease.isAlive(writer) else { continue }
            staged.withLock { $0[RotationID(id)] = nil }
            try deleteBatches(
                """
                DELETE FROM exception WHERE id IN
                    (SELECT id FROM exception WHERE id >= ? AND opened = ? LIMIT \(Self.batch))
                """, [try row.get("first_exception", as: Int64.self), id])
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
                    SELECT rotation FROM queue UNION SELECT rotation FROM queue_place UNION SELECT rotation FROM tier
                    UNION SELECT rotation FROM listing_rank
                    EXCEPT SELECT id FROM rotation WHERE state = 'staging' EXCEPT SELECT ?
                    """, arguments: [try db.currentRotation()])
        }
        for id in old { try removeGeneration(id) }
    }

    /// Removes what was written for a rotation ahead of its publication.
    func removePrepared(of rotation: Int64, batch: Int64?) throws(StoreError) {
        try removeGeneration(rotation)
        try deleteBatches(
            """
            DELETE FROM change WHERE id IN (SELECT id FROM change WHERE rotation = ? LIMIT \(Self.batch))
            """, [rotation])
        guard let batch else { return }
        try deleteBatches(
            """
            DELETE FROM event WHERE batch = ?1 AND position IN
                (SELECT position FROM event WHERE batch = ?1 LIMIT \(Self.batch))
            """, [batch])
    }

    /// Removes the queue, the places, the ranks and the tiers of a rotation, a few columns in one transaction.
    private func removeGeneration(_ rotation: Int64) throws(StoreError) {
        for table in ["queue", "queue_place", "listing_rank", "tier"] {
            try deleteBatches(
                "DELETE FROM \(table) WHERE rowid IN (SELECT rowid FROM \(table) WHERE rotation = ? LIMIT 64)",
                [rotation])
        }
    }
}
