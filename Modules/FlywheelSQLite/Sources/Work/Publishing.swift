import FlywheelKit
public import FlywheelStore
import GRDB
import Synchronization

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/publish(_:)``. Queue, tiers, proposals and events are written in batches beforehand, invisible
    /// until the one transaction that makes everything count; so that transaction grows with the changed exceptions and
    /// the outcomes alone.
    public func publish(_ turn: Turn) throws(StoreError) {
        let batch = try prepare(turn)
        let digest = EventDigest.of(turn.events)
        try write { db in
            try self.checkBasis(of: turn.rotation.id, db)
            try self.replace(turn.changes, db)
            for id in turn.dismissed { try db.run("INSERT INTO dismissal VALUES (?)", [id.number]) }
            for id in turn.over { try db.run("DELETE FROM dismissal WHERE exception = ?", [id.number]) }
            try db.replace(turn.superseded)
            try db.refuseAdded(during: turn.rotation.id)
            try db.takeBackOutcomes(of: turn.returned)
            try db.insert(turn.outcomes)
            for state in turn.learned {
                try db.run(
                    """
                    INSERT INTO stage_state VALUES (?, '', ?, ?)
                    ON CONFLICT DO UPDATE SET model = excluded.model, record = excluded.record
                    """, [state.workflow, state.model, state.record])
            }
            try db.execute(
                sql: """
                    UPDATE rotation SET as_of = ?, currency = ?, summary = ?, accounts = ?, state = 'published',
                        writer = NULL
                    WHERE id = ?
                    """,
                arguments: [
                    turn.rotation.asOf.seconds, turn.rotation.currency.code, turn.rotation.summary,
                    try CanonicalJSON.text(turn.rotation.accounts), turn.rotation.id.number,
                ])
            try db.seal(turn.events.isEmpty ? nil : batch, digest: digest, at: turn.rotation.asOf, by: .flywheel)
        }
        staged.withLock { $0[turn.rotation.id] = nil }
        // The turn is published whatever becomes of this; what it leaves, the next rotation removes.
        try? sweepSuperseded()
    }

    /// Writes queue, tiers, proposals and events, and says which batch the events are.
    private func prepare(_ turn: Turn) throws(StoreError) -> Int64 {
        let id = turn.rotation.id.number
        let earlier = try read { db in
            try db.requireStaging(turn.rotation.id)
            return try Int64.fetchOne(db, sql: "SELECT batch FROM rotation WHERE id = ?", arguments: [id])
        }
        let rows = staged.withLock { $0[turn.rotation.id, default: []] }.flatMap(\.self)
        let parts = try QueuePart.parts(of: rows)
        let places = try QueuePlaces.parts(of: rows)
        try removePrepared(of: id, batch: earlier)
        let batch = try write { db in
            let batch = try earlier ?? db.next("batch")
            try db.execute(sql: "UPDATE rotation SET batch = ? WHERE id = ?", arguments: [batch, id])
            return batch
        }
        let ranks: [ListingRanks.Part]
        do {
            // Adding up reads, so another core does it while this one writes.
            (ranks, _) = try beside({ [self] in try read { db in try ListingRanks(of: rows, db).parts } }) {
                try writeBatches(parts) { db, range in for part in parts[range] { try db.insert(part, of: id) } }
                try writeBatches(places) { db, range in for part in places[range] { try db.insert(part, of: id) } }
            }
        } catch {
            throw StoreError(error, in: name)
        }
        try writeBatches(ranks) { db, range in for part in ranks[range] { try db.insert(part, of: id) } }
        try writeBatches(turn.tiers) { db, range in for column in turn.tiers[range] { try db.insert(column, of: id) } }
        try writeBatches(turn.proposals) { db, range in try db.insert(turn.proposals[range]) }
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
        let outdated = try db.replace(changes)
        for id in outdated {
            let exists = try Bool.fetchOne(db, sql: "SELECT 1 FROM exception WHERE id = ?", arguments: [id.number])
            guard exists == true else { throw StoreError.unknown("exception \(id)") }
        }
        if !outdated.isEmpty { throw StoreError.changedMeanwhile(outdated) }
    }
}
