import FlywheelKit
import FlywheelStore
import GRDB

extension Database {
    /// Writes events and seals them onto the journal.
    func append(_ events: [JournalEvent], at: Instant, by actor: Actor) throws {
        let batch = try next("batch")
        try write(events[...], from: 0, to: batch)
        try seal(events.isEmpty ? nil : batch, digest: EventDigest.of(events), at: at, by: actor)
    }

    /// Writes events that follow those a batch has already.
    func write(_ events: ArraySlice<JournalEvent>, from position: Int, to batch: Int64) throws {
        var statement = try BulkStatement(self, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (offset, event) in events.enumerated() {
            statement.bind(batch)
            statement.bind(Int64(position + offset))
            statement.bind(event.verb.rawValue)
            statement.bind(event.subject)
            statement.bind(Int64(event.count))
            statement.bind(event.cause)
            statement.bind(event.state)
            statement.bind(event.detail)
            try statement.run()
        }
    }

    /// Seals a batch of events onto the journal; no batch where there are no events.
    func seal(_ batch: Int64?, digest: String, at: Instant, by actor: Actor) throws {
        let last = try Row.fetchOne(self, sql: "SELECT * FROM journal ORDER BY sequence DESC LIMIT 1")
            .map(JournalEntry.init(row:))
        let entry = JournalEntry(sealing: digest, at: at, by: actor, after: last)
        try run(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                entry.sequence, batch, entry.at.seconds, actor.kind.rawValue, actor.name, entry.eventDigest,
                entry.previous, entry.seal,
            ])
        _ = try next("journal")
    }
}

extension JournalEntry {
    init(row: Row) throws(StoreError) {
        try self.init(
            sequence: row.get("sequence"), at: row.instant("at"),
            actor: Actor(row.word("actor_kind"), row.get("actor_name")), eventDigest: row.get("event_digest"),
            previous: row.get("previous"), seal: row.get("seal"))
    }
}

extension JournalEvent {
    init(row: Row) throws(StoreError) {
        try self.init(
            row.word("verb"), row.get("subject"), count: row.get("count"), cause: row.get("cause"),
            state: row.get("state"),
            detail: row.get("detail"))
    }
}
