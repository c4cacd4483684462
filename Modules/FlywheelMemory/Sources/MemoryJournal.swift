import FlywheelKit
import FlywheelStore

/// A journal's entries, each sealed onto the one before it, with their events.
struct MemoryJournal: Sendable {
    private(set) var entries: [(entry: JournalEntry, events: [JournalEvent])] = []
    /// Where the events of each subject alone are, by entry and place in it.
    private var places: [String: [Place]] = [:]
    /// Where those are that happened to many at a time.
    private var shared: [Place] = []

    private struct Place: Comparable {
        let entry: Int
        let event: Int

        static func < (left: Place, right: Place) -> Bool { (left.entry, left.event) < (right.entry, right.event) }
    }

    mutating func append(_ events: [JournalEvent], at: Instant, by actor: Actor) {
        let entry = JournalEntry(sealing: EventDigest.of(events), at: at, by: actor, after: entries.last?.entry)
        for (place, event) in events.enumerated() {
            let place = Place(entry: entries.count, event: place)
            if event.count > 1 { shared.append(place) } else { places[event.subject, default: []].append(place) }
        }
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
    var lines: [JournalLine] { entries.flatMap(Self.lines(of:)) }

    /// The newest entry's place; 0 while there is none.
    var end: Int64 { entries.last?.entry.sequence ?? 0 }

    /// What happened after an entry, in whole entries.
    func lines(after sequence: Int64, limit: Int) -> [JournalLine] {
        var page = JournalPage(limit: limit)
        // Entries are numbered from 1, so the one after `sequence` is at that place.
        for place in entries.indices.dropFirst(Int(max(sequence, 0))) {
            for line in Self.lines(of: entries[place]) where !page.add(line) { return page.lines }
        }
        return page.lines
    }

    private static func lines(of batch: (entry: JournalEntry, events: [JournalEvent])) -> [JournalLine] {
        batch.events.enumerated().map { position, event in
            JournalLine(
                sequence: batch.entry.sequence, position: position, at: batch.entry.at, actor: batch.entry.actor,
                seal: batch.entry.seal, event: event)
        }
    }

    /// What happened to a subject, alone or as one of several, oldest first.
    func history(of subject: String) -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        let among = shared.filter { entries[$0.entry].events[$0.event].concerns(subject) }
        return (places[subject, default: []] + among).sorted().map { place in
            let (entry, events) = entries[place.entry]
            return (at: entry.at, actor: entry.actor, event: events[place.event])
        }
    }
}
