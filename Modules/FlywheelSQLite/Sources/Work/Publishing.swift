import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// Tiers and events are written in batches beforehand, invisible until the one transaction that makes everything
    /// count; so that transaction grows with the changed exceptions and the outcomes alone.
    public func publish(_ turn: Turn) throws(StoreError) {
        let batch = try prepare(turn)
        let digest = EventDigest.of(turn.events)
        try write { db in
            try self.checkBasis(of: turn.rotation.id, db)
            try self.replace(turn.changes, db)
            for outcome in turn.outcomes { try db.insert(outcome) }
            for state in turn.learned {
                try db.run(
                    "INSERT OR REPLACE INTO stage_state VALUES (?, ?, ?, ?)",
                    [state.workflow, state.knobs, state.model, state.record])
            }
            try db.execute(
                sql: """
                    UPDATE rotation SET as_of = ?, currency = ?, summary = ?, state = 'published', writer = NULL
                    WHERE id = ?
                    """,
                arguments: [
                    turn.rotation.asOf.seconds, turn.rotation.currency.code, turn.rotation.summary,
                    turn.rotation.id.number,
                ])
            try db.seal(turn.events.isEmpty ? nil : batch, digest: digest, at: turn.rotation.asOf, by: .flywheel)
        }
        // The turn is published whatever becomes of this; what it leaves, the next rotation removes.
        try? sweepSuperseded()
    }

    /// Writes tiers and events, and says which batch the events are.
    private func prepare(_ turn: Turn) throws(StoreError) -> Int64 {
        let id = turn.rotation.id.number
        let earlier = try read { db in
            try db.requireStaging(turn.rotation.id)
            return try Int64.fetchOne(db, sql: "SELECT batch FROM rotation WHERE id = ?", arguments: [id])
        }
        try removePrepared(of: id, batch: earlier)
        let batch = try write { db in
            let batch = try earlier ?? db.next("batch")
            try db.execute(sql: "UPDATE rotation SET batch = ? WHERE id = ?", arguments: [batch, id])
            return batch
        }
        try writeBatches(turn.tiers) { db, range in
            for column in turn.tiers[range] { try db.insert(column, of: id) }
        }
        try writeBatches(turn.events) { db, range in
            try db.write(turn.events[range], from: range.lowerBound, to: batch)
        }
        return batch
    }

    /// A rotation decided on what an older one left would open its exceptions a second time.
    private func checkBasis(of rotation: RotationID, _ db: Database) throws {
        try db.requireStaging(rotation)
        let basis = try Int64.fetchOne(db, sql: "SELECT basis FROM rotation WHERE id = ?", arguments: [rotation.number])
        guard let current = try db.currentRotation(), current != basis else { return }
        throw StoreError.refused("\(RotationID(current)) was published after \(rotation) began; rotate again")
    }

    private func replace(_ changes: [(exception: ExceptionRecord, expecting: Int)], _ db: Database) throws {
        var conflicts: [ExceptionID] = []
        for (exception, version) in changes where try !db.replace(exception, expecting: version) {
            let exists = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM exception WHERE id = ?", arguments: [exception.id.number])
            guard exists == true else { throw StoreError.unknown("exception \(exception.id)") }
            conflicts.append(exception.id)
        }
        if !conflicts.isEmpty { throw StoreError.changedMeanwhile(conflicts) }
    }
}
