import FlywheelKit
import FlywheelStore

/// A journal's entries, each sealed onto the one before it, with their events.
struct MemoryJournal: Sendable {
    private(set) var entries: [(entry: JournalEntry, events: [JournalEvent])] = []

    mutating func append(_ events: [JournalEvent], at: Instant, by actor: Actor) {
        let entry = JournalEntry(sealing: EventDigest.of(events), at: at, by: actor, after: entries.last?.entry)
        entries.append((entry, events))
    }

    /// An audit that has seen the whole journal.
    func audit() -> JournalAudit {
        var audit = JournalAudit()
        for (entry, events) in entries {
            audit.begin(entry.sequence, entry)
            for (position, event) in events.enumerated() { audit.add(position, event) }
        }
        audit.finish(written: Int64(entries.count), loose: 0)
        return audit
    }

    /// Everything that happened, oldest first.
    var lines: [JournalLine] {
        entries.flatMap { entry, events in
            events.enumerated().map { position, event in
                JournalLine(
                    sequence: entry.sequence, position: position, at: entry.at, actor: entry.actor, event: event)
            }
        }
    }

    func history(of subject: String) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        entries.flatMap { entry, events in
            events.filter { $0.concerns(subject) }.map { (at: entry.at, actor: entry.actor, event: $0) }
        }
    }
}

extension JournalEvent {
    /// Whether it happened to a subject, alone or as one of several.
    fileprivate func concerns(_ other: String) -> Bool {
        guard count > 1, let first = Int64(subject.dropFirst()), let number = Int64(other.dropFirst()) else {
            return subject == other
        }
        return subject.first == other.first && (first..<first + Int64(count)).contains(number)
    }
}
